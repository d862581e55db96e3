import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import path from 'node:path'
import { Unusable } from '../refusal.ts'
import type { FilePart } from './file-part.ts'
import { zipParts } from './zip-parts.ts'

const ZIP_MARK = 'PK\u0003\u0004'

/** What is in the file at `file`, told by its first bytes and not by its name. */
export async function partsOf(file: string): Promise<readonly FilePart[]> {
  const start = await firstBytes(file, 4)
  const names = [path.basename(file), path.basename(path.dirname(path.resolve(file)))]
  if (start.toString('latin1') === ZIP_MARK) return zipParts(file, names)
  return [{ file, label: file, names, chunks: () => createReadStream(file) as AsyncIterable<Buffer> }]
}

async function firstBytes(file: string, count: number): Promise<Buffer> {
  try {
    const handle = await open(file)
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(count), 0, count, 0)
      return buffer.subarray(0, bytesRead)
    } finally {
      await handle.close()
    }
  } catch (cause) {
    throw new Unusable('CANNOT_READ', `${file} cannot be read. Check that it is there and yours`, { cause })
  }
}
