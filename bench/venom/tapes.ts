import { existsSync } from 'node:fs'
import path from 'node:path'
import { pairsInFiles, readTape } from '../../engine/adapters/importers/index.ts'
import { generatedTape } from '../../engine/lab/honesty/generated-tape.ts'
import type { MinuteTape } from '../../engine/ports/minute-tape.ts'

/** Real minutes of six pairs in 2018, which are not part of the project. */
const FOLDER = path.resolve('../shared/data/m1-2018')
const GENERATED_DAYS = 365

/** Files of the real minutes; null where they are not here. */
export const REAL_FILES: readonly string[] | null = existsSync(FOLDER) ? [path.join(FOLDER, '*.zip')] : null

/** What is measured on, and its name for the figures. */
export type Tapes = Readonly<{ name: string; tapes: readonly MinuteTape[] }>

/** Six pairs of 2018 where they are; else a year of the training ground's own market. */
export async function yearOfMinutes(): Promise<Tapes> {
  if (REAL_FILES === null)
    return { name: 'generated', tapes: [generatedTape('EURUSD', 2018, GENERATED_DAYS)] }
  const named = await pairsInFiles(REAL_FILES)
  if (named.is === 'refused') throw new Error(named.text)
  const tapes: MinuteTape[] = []
  for (const pair of named.pairs) {
    const read = await readTape({ files: REAL_FILES, pair, serverTime: null })
    if (read.is === 'refused') throw new Error(read.text)
    tapes.push(read.tape)
  }
  return { name: '2018', tapes }
}
