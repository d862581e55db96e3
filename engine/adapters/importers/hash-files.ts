import path from 'node:path'
import { expandPatterns } from './files/expand-patterns.ts'
import { orRefusal, type ImportRefusal } from './refusal.ts'
import { hashOfFile } from './tape/file-hashes.ts'

export type HashedFiles = Readonly<{
  is: 'hashed'
  files: readonly Readonly<{ name: string; sha256: string }>[]
}>

/** Names and SHA-256 of all files that paths and patterns mean, as they lie on the disk. */
export function hashFiles(patterns: readonly string[]): Promise<HashedFiles | ImportRefusal> {
  return orRefusal(async () => {
    const named = expandPatterns(patterns)
    const files = await Promise.all(
      named.map(async file => ({ name: path.basename(file), sha256: await hashOfFile(file) })),
    )
    return { is: 'hashed', files }
  })
}
