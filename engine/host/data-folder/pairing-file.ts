import { readFileSync } from 'node:fs'
import path from 'node:path'
import { formatPairingKey, newPairingKey, parsePairingKey } from '../../wire/index.ts'
import { writeAtomically } from './atomic-write.ts'
import { folderRefusal, hasCode, systemReason, type FolderRefusal } from './refusal.ts'

export type PairingKey = Readonly<{ is: 'key'; key: Uint8Array; text: string }>

/** Made at the first start and kept; a file that does not hold a key is never overwritten, because a terminal may know it. */
export function readPairingKey(folder: string): PairingKey | FolderRefusal {
  const file = path.join(folder, 'pairing.key')
  const text = readIfThere(file)
  if (typeof text === 'object' && text !== null) return text
  if (text === null) return create(file)
  const parsed = parsePairingKey(text)
  if (parsed.is === 'key') return { is: 'key', key: parsed.key, text: formatPairingKey(parsed.key) }
  return refused(
    `${file} holds no pairing key (${parsed.text}) Delete it to get a new key, and enter that in MetaTrader.`,
  )
}

function create(file: string): PairingKey {
  const key = newPairingKey()
  const text = formatPairingKey(key)
  writeAtomically(file, `${text}\n`)
  return { is: 'key', key, text }
}

function readIfThere(file: string): string | null | FolderRefusal {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null
    return refused(`${file} can't be read: ${systemReason(error)}.`)
  }
}

const refused = (text: string) => folderRefusal('PAIRING_KEY', text)
