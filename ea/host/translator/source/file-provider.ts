import { existsSync, readFileSync } from 'node:fs'
import { decodeSource, type Decoded } from './decode-source.ts'

/** Where sources come from. Paths have forward slashes. */
export type FileProvider = {
  /** Null when there is no such file. */
  read(path: string): Decoded | null
}

export const diskFiles: FileProvider = {
  read: path => (existsSync(path) ? decodeSource(readFileSync(path)) : null),
}

export function memoryFiles(texts: Readonly<Record<string, string>>): FileProvider {
  return {
    read: path => {
      const text = texts[path]
      return text === undefined ? null : { text }
    },
  }
}
