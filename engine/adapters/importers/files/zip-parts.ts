import { crc32 } from 'node:zlib'
import { openPromise, type Entry } from 'yauzl'
import { Unusable } from '../refusal.ts'
import type { FilePart } from './file-part.ts'

/** The files inside a zip. Folders, and what a Mac adds, are left out. */
export async function zipParts(file: string, names: readonly string[]): Promise<readonly FilePart[]> {
  const entries = (await listEntries(file)).filter(
    ({ fileName }) => !fileName.endsWith('/') && !fileName.startsWith('__MACOSX/'),
  )
  if (entries.length === 0) throw new Unusable('EMPTY_FILE', `${file} is a zip with nothing in it`)
  return entries.map(({ fileName }) => ({
    file,
    label: `${file}:${fileName}`,
    names: [...fileName.split('/').toReversed(), ...names],
    chunks: () => entryChunks(file, fileName),
  }))
}

async function listEntries(file: string): Promise<readonly Entry[]> {
  const entries: Entry[] = []
  try {
    for await (const entry of (await openPromise(file)).eachEntry()) entries.push(entry)
    return entries
  } catch (cause) {
    const text = `${file} is a damaged or cut-off zip: its list of contents cannot be read. Fetch it again`
    throw new Unusable('DAMAGED_ZIP', text, { cause })
  }
}

/** The unpacked bytes. Throws at the end when they are not the ones that were packed. */
async function* entryChunks(file: string, fileName: string): AsyncGenerator<Buffer> {
  const zip = await openPromise(file, { autoClose: false })
  try {
    for await (const entry of zip.eachEntry()) {
      if (entry.fileName !== fileName) continue
      let sum = 0
      const unpacked: AsyncIterable<Buffer> = await zip.openReadStreamPromise(entry)
      for await (const chunk of unpacked) {
        sum = crc32(chunk, sum)
        yield chunk
      }
      if (sum !== entry.crc32)
        throw new Error('the unpacked bytes do not have the checksum of the packed ones')
      return
    }
  } finally {
    zip.close()
  }
}
