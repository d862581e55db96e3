import { randomUUID } from 'node:crypto'
import { existsSync, linkSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const USER_ONLY = { file: 0o600, folder: 0o700 } as const
export type Link = (from: string, to: string) => void

/**
 * Writes a file that is not there, whole or not at all. Of several that write it at once, in threads or processes, one does, and
 * afterwards all find its content. Disks without hard links (FAT, exFAT, some of a network) elect it. Throws what the disk says.
 */
export function writeOnce(file: string, content: string, link: Link = linkSync): void {
  const name = randomUUID()
  const own = `${file}.${name}`
  mkdirSync(own, { mode: USER_ONLY.folder })
  try {
    const written = path.join(own, name)
    writeFileSync(written, content, { mode: USER_ONLY.file, flush: true })
    if (isLinked(written, file, link)) return
    const refusal = elect(own, `${file}.first`)
    finish(file, `${file}.first`)
    if (!existsSync(file)) throw refusal
  } finally {
    rmSync(own, { recursive: true, force: true })
  }
}

/** False: the disk has no links, or whatever else it says, and the election will say it again. */
function isLinked(written: string, file: string, link: Link): boolean {
  try {
    link(written, file)
    return true
  } catch {
    return existsSync(file)
  }
}

/** No disk moves a folder over one that holds something: of all that try, one gets there. What the others hear is given back. */
function elect(own: string, first: string): unknown {
  try {
    renameSync(own, first)
    return new Error(`${first} holds nothing`)
  } catch (cause) {
    return cause
  }
}

/**
 * Moves what was elected into its place; whoever comes by does, also for one that died before. The name is read before it is looked
 * whether the file is there: what a later election put there instead is never moved over it.
 */
function finish(file: string, first: string): void {
  const [name] = namesIn(first)
  if (name !== undefined && !existsSync(file)) moveUnlessGone(path.join(first, name), file)
  if (!existsSync(file)) return
  try {
    rmSync(first, { recursive: true, force: true })
  } catch {
    // Another one was elected meanwhile, and will find the file there.
  }
}

const isGone = (cause: unknown): boolean =>
  cause instanceof Error && 'code' in cause && cause.code === 'ENOENT'

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch (cause) {
    if (isGone(cause)) return []
    throw cause
  }
}

function moveUnlessGone(from: string, to: string): void {
  try {
    renameSync(from, to)
  } catch (cause) {
    if (!isGone(cause)) throw cause
  }
}
