import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { ArchiveConfig } from '../../contracts/engine-port.ts'
import { checkpointFile } from './checkpoint.ts'

export type CheckpointPlace = Readonly<{ file: string; build: string }>

/** Where the desk's checkpoint lies, and the mark of the programs in `programs` that may read it. */
export const checkpointPlace = (
  { dataFolder, version }: Pick<ArchiveConfig, 'dataFolder' | 'version'>,
  programs: string,
): CheckpointPlace => ({
  file: checkpointFile(dataFolder),
  build: thisBuild(programs, version),
})

/**
 * A mark of the programs that were built together into `folder`: whatever was changed in one of them, the mark is another.
 * The version alone would not do, since the same version is built many times while it is made.
 */
function thisBuild(folder: string, version: string): string {
  const hash = createHash('sha256').update(version)
  for (const part of [folder, path.join(folder, 'chunks')]) {
    if (!existsSync(part)) continue
    for (const name of readdirSync(part)
      .filter(one => one.endsWith('.js'))
      .sort())
      hash.update(name).update(readFileSync(path.join(part, name)))
  }
  return hash.digest('hex')
}
