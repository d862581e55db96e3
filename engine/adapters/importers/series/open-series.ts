import { PAIRS, usualDigits, type Pair } from '../../../contracts/pairs.ts'
import type { ServerTime } from '../../../contracts/server-time.ts'
import type { FaultTally } from '../checks/fault-tally.ts'
import { expandPatterns } from '../files/expand-patterns.ts'
import type { FilePart } from '../files/file-part.ts'
import { partsOf } from '../files/parts-of.ts'
import { Unusable } from '../refusal.ts'
import { pairOf, recognise } from './recognise.ts'
import type { Series, SeriesFile } from './series.ts'

export type FilesToOpen = Readonly<{
  /** Paths and patterns with `*` and `?`. */
  files: readonly string[]
  /** Only these pairs; null for all that the files hold. */
  pairs: readonly Pair[] | null
  /** Clock of files in server time; null to infer it from when the weeks begin. */
  serverTime: ServerTime | null
}>

/** Recognises every file and sorts them by pair and time. Throws `Unusable` for the first one that is of no use. */
export async function openSeries(
  { files, pairs, serverTime }: FilesToOpen,
  tally: FaultTally,
): Promise<readonly Series[]> {
  const byPair = new Map<Pair, SeriesFile[]>()
  const left = new Set<Pair>()
  for (const file of expandPatterns(files))
    for (const part of dataParts(await partsOf(file))) {
      const pair = pairOf(part)
      if (pairs !== null && !pairs.includes(pair)) left.add(pair)
      else byPair.set(pair, [...(byPair.get(pair) ?? []), await recognise(part, serverTime, tally)])
    }
  assertAllThere(pairs ?? [], [...byPair.keys()], [...left])
  return PAIRS.flatMap(pair => {
    const found = byPair.get(pair)
    return found === undefined ? [] : [seriesOf(pair, found)]
  })
}

/** The pairs that the files' names tell, without a look into the data. Throws `Unusable` for a name that tells none. */
export async function pairsNamed(files: readonly string[]): Promise<readonly Pair[]> {
  const named = new Set<Pair>()
  for (const file of expandPatterns(files))
    for (const part of dataParts(await partsOf(file))) named.add(pairOf(part))
  return PAIRS.filter(pair => named.has(pair))
}

/** A zip may hold a report beside its data: where there are CSV files, they are the data. */
function dataParts(parts: readonly FilePart[]): readonly FilePart[] {
  const tables = parts.filter(({ names }) => /\.csv$/i.test(names[0] ?? ''))
  return tables.length > 0 ? tables : parts
}

function seriesOf(pair: Pair, files: readonly SeriesFile[]): Series {
  const digits = Math.max(usualDigits(pair), ...files.map(({ meantDigits }) => meantDigits))
  return { pair, digits, files: files.toSorted((a, b) => a.firstMs - b.firstMs) }
}

function assertAllThere(asked: readonly Pair[], found: readonly Pair[], left: readonly Pair[]): void {
  const missing = asked.filter(pair => !found.includes(pair))
  if (missing.length === 0) return
  const held = [...found, ...left].join(', ')
  throw new Unusable('PAIR_NOT_IN_FILES', `None of the files holds ${missing.join(', ')}. They hold ${held}`)
}
