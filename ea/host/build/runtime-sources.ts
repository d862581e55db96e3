import { readdirSync } from 'node:fs'
import path from 'node:path'

/** All C++ sources below a folder, in a fixed order. */
export function sourcesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.cpp'))
    .map(name => path.join(folder, name))
    .toSorted()
}
