/** Puts the Expert Advisor's sources where MetaEditor and the terminal look for them. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { writeAtomically } from '../data-folder/atomic-write.ts'

export type Copied = Readonly<{
  /** The main file, as the terminal has it now. */
  program: string
  written: readonly string[]
  /** Were there already, byte for byte. */
  unchanged: readonly string[]
  /** Headers of an earlier version that this one has not. */
  removed: readonly string[]
}>

const PROGRAM = 'BITTENBridge.mq5'
const HEADERS = ['Include', 'BITTEN']

/** `sources` is our `ea` folder. Throws the system's error when a file can't be read or written. */
export function copySources(sources: string, dataFolder: string): Copied {
  const program = path.join(dataFolder, 'MQL5', 'Experts', 'BITTEN', PROGRAM)
  const headers = path.join(dataFolder, 'MQL5', ...HEADERS)
  const names = readdirSync(path.join(sources, ...HEADERS)).filter(name => name.endsWith('.mqh'))
  const pairs: [from: string, to: string][] = [
    ...names.map((name): [string, string] => [
      path.join(sources, ...HEADERS, name),
      path.join(headers, name),
    ]),
    // Last: a terminal that compiles by itself sees the headers of the same version.
    [path.join(sources, 'Experts', PROGRAM), program],
  ]
  const changed = pairs.filter(([from, to]) => !isSame(from, to))
  for (const [from, to] of changed) {
    mkdirSync(path.dirname(to), { recursive: true })
    writeAtomically(to, readFileSync(from, 'utf8'))
  }
  const unchanged = pairs.filter(pair => !changed.includes(pair))
  return {
    program,
    written: changed.map(([, to]) => to),
    unchanged: unchanged.map(([, to]) => to),
    removed: removeOthers(headers, names),
  }
}

/** The folder is ours alone, and a header that is left over would hide a mistake in the next version. */
function removeOthers(headers: string, names: readonly string[]): string[] {
  const old = readdirSync(headers)
    .filter(name => name.endsWith('.mqh') && !names.includes(name))
    .map(name => path.join(headers, name))
  for (const file of old) rmSync(file)
  return old
}

const isSame = (from: string, to: string): boolean =>
  existsSync(to) && readFileSync(from).equals(readFileSync(to))
