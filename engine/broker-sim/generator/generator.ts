/**
 * A market that does not exist: fifteen pairs from one seed, with working days, week-ends, moods and releases. The same
 * seed and start give the same ticks on every machine, from wherever in time the stream is taken up.
 */
import { usualDigits, type Pair } from '../../contracts/pairs.ts'
import { DAY_MS, MINUTE_MS } from '../../domain/market/civil.ts'
import type { StoredBar } from '../../ports/bar-store.ts'
import type { SourceReport, TickColumns, TickSource } from '../../ports/tick-source.ts'
import { History, type HistoryRange } from './history.ts'
import { PairQuotes } from './quotes.ts'
import { Seconds } from './seconds.ts'
import { TickSheet } from './tick-sheet.ts'
import { Walk, type Checkpoints } from './walk.ts'

export type GeneratorStart = Readonly<{
  seed: number
  /** The market's beginning: the stream starts here, and there is history before it. */
  startMs: number
  pairs: readonly Pair[]
  /** Takes the stream up at the minute of this moment instead. */
  fromMs?: number
  /** The stream ends before this moment; without it, never. */
  untilMs?: number
}>

/** History before the start: enough for 50,000 minutes of open market. */
const HISTORY_MS = 60 * DAY_MS

export interface Generator extends TickSource {
  /** The ticks of the next minute of the market's week, or null at the end. */
  next(): TickColumns | null
  /** Goes on with the first minute at or after this moment, earlier or later. */
  seek(utcMs: number): void
  /** Closed M1 bars of one of `pairs`, the same that the stream's ticks make. */
  history(pairIndex: number, range: HistoryRange): StoredBar[]
  /** The same in portions of at most `size`, each made when it is asked for. */
  portions(pairIndex: number, range: HistoryRange, size: number): Iterable<StoredBar[]>
}

export function createGenerator({ seed, startMs, pairs, fromMs, untilMs }: GeneratorStart): Generator {
  const checkpoints: Checkpoints = new Map()
  const originMs = Math.floor((startMs - HISTORY_MS) / MINUTE_MS) * MINUTE_MS
  const newWalk = () => new Walk(seed, originMs, checkpoints)
  const walk = newWalk()
  const past = new History(seed, newWalk())
  const seconds = new Seconds(seed, walk.minute)
  const quotes = pairs.map(pair => new PairQuotes(seed, pair, usualDigits(pair)))
  const sheet = new TickSheet()
  let told = 0
  const next = (): TickColumns | null => {
    const { openMs } = walk.minute
    if (openMs + MINUTE_MS > (untilMs ?? Infinity)) return null
    for (const [index, pairQuotes] of quotes.entries())
      pairQuotes.visit(walk.minute, seconds, (timeMs, bid, ask) =>
        sheet.add(timeMs - openMs, index, bid, ask),
      )
    walk.advance()
    const columns = sheet.take(openMs)
    told += columns.length
    return columns
  }
  const quotesOf = (pairIndex: number): PairQuotes => {
    const pairQuotes = quotes[pairIndex]
    if (!pairQuotes) throw new RangeError(`no pair ${pairIndex}`)
    return pairQuotes
  }
  walk.seek(fromMs ?? startMs)
  return {
    pairs,
    digits: quotes.map(({ digits }) => digits),
    next,
    seek: utcMs => walk.seek(utcMs),
    history: (pairIndex, range) => past.bars(quotesOf(pairIndex), range),
    portions: (pairIndex, range, size) => past.portions(quotesOf(pairIndex), range, size),
    // A generator has nothing to wait for, but a source of ticks may.
    async *batches() {
      for (let columns = next(); columns; columns = next()) yield columns
    },
    report: (): SourceReport => ({ ticks: told, dropped: {}, gaps: [], samples: [] }),
  }
}
