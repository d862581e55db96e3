import type { FilePart } from '../adapters/importers/files/file-part.ts'

/** A part that is not on disk, read in pieces of `pieceBytes`. */
export function aPart(text: string | Uint8Array, pieceBytes = 65_536, label = 'memory.csv'): FilePart {
  const bytes = Buffer.from(text)
  return {
    file: label,
    label,
    names: [label],
    async *chunks() {
      await Promise.resolve()
      for (let at = 0; at < bytes.length; at += pieceBytes) yield bytes.subarray(at, at + pieceBytes)
    },
  }
}
