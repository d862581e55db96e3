import path from 'node:path'
import { readTape } from '../../adapters/importers/index.ts'
import type { BacktestPair } from '../../contracts/lab-report.ts'
import type { Pair } from '../../contracts/pairs.ts'
import type { ProvingData } from '../../contracts/proving.ts'
import type { ServerTime } from '../../contracts/server-time.ts'
import type { KnownCalendar } from '../../domain/overlay/known-calendar.ts'
import { DRAWS as BACKTEST_DRAWS } from '../../lab/backtest/backtest-report.ts'
import { rowsWithin, spanOf, type BacktestPiece } from '../../lab/backtest/backtest.ts'
import { passPair, type PairPass } from '../../lab/backtest/pass-pair.ts'
import { pairCosts, type NightSwap } from '../../lab/cost/pair-costs.ts'
import { tradedTape } from '../../lab/outcome/tape-blocks.ts'
import { randomEntries, type RandomDraws } from '../../lab/random/random-entries.ts'
import { DRAWS } from '../../lab/walk-forward/report.ts'
import type { PairEnd, RandomTask } from '../../lab/walk-forward/walk-forward.ts'

/** Files as they were named, and the span of candidates that is looked at. */
export type DataWish = Readonly<{
  files: readonly string[]
  serverTime: ServerTime | null
  fromMs: number | null
  toMs: number | null
}>

/** One pair of a backtest. */
export type BacktestWish = Readonly<{
  data: DataWish
  pair: Pair
  seed: number
  calendar: KnownCalendar | null
  swapPips: NightSwap | null
}>

/** A tape is read, gone through once and let go: no more than one pair a worker is in memory, however many there are. */
async function passPart(
  { files, serverTime, fromMs, toMs }: DataWish,
  pair: Pair,
  { calendar, swapPips, withMarket }: Pick<BacktestWish, 'calendar' | 'swapPips'> & { withMarket: boolean },
): Promise<PairPass> {
  const read = await readTape({ files, pair, serverTime })
  if (read.is === 'refused') return { is: 'refused', pair, code: read.code, text: read.text }
  const span = { fromMs: fromMs ?? Number.NEGATIVE_INFINITY, toMs: toMs ?? Number.POSITIVE_INFINITY }
  return passPair(read.tape, read.report, { calendar, costs: { swapPips }, withMarket, ...span })
}

export async function backtestPart(wish: BacktestWish): Promise<BacktestPiece> {
  const { pair, seed } = wish
  const span = spanOf(wish.data)
  const data = { ...wish.data, fromMs: null }
  const passed = await passPart(data, pair, { ...wish, withMarket: false })
  if (passed.is === 'refused') return passed
  const { candidates, traded } = passed
  const rows = rowsWithin(candidates, span)
  const random = randomEntries(traded, candidates, rows, { draws: BACKTEST_DRAWS.random, seed, ...span })
  return { is: 'passed', data: passed.data, candidates, rows, random }
}

export async function pairPart(data: DataWish, pair: Pair): Promise<PairEnd> {
  const passed = await passPart(data, pair, { calendar: null, swapPips: null, withMarket: true })
  if (passed.is === 'refused') return passed
  const { candidates, market } = passed
  return { is: 'passed', data: dataOf(passed.data), costs: costLines(passed.data), candidates, market }
}

/** The same entries at each cost, so that only the cost makes the difference. */
export async function randomPart(
  { files, serverTime }: DataWish,
  { pair, candidates, rows, span, seed }: RandomTask,
): Promise<RandomDraws> {
  const read = await readTape({ files, pair, serverTime })
  if (read.is === 'refused') throw new Error(`the data of ${pair} is gone since it was read: ${read.text}`)
  const traded = tradedTape(read.tape, pairCosts(read.tape))
  return randomEntries(traded, candidates, rows, { draws: DRAWS.random, seed, ...span })
}

/** Of files only the name: the same data in another folder is the same data. */
function dataOf({
  pair,
  bars,
  fromMs,
  toMs,
  files,
  gaps,
  dropped,
  notes,
  spread,
  candidates,
}: BacktestPair): ProvingData['pairs'][number] {
  return {
    pair,
    bars,
    fromMs,
    toMs,
    spread: spread.from,
    files: files.map(({ name, sha256 }) => ({ name: path.basename(name), sha256 })),
    faults: { ...dropped, ...(gaps.n > 0 && { GAP: gaps.n }) },
    notes: notes.map(({ text }) => withoutFolder(text, files)),
    candidates,
  }
}

/** A note that begins with where it was found does so with the path. */
function withoutFolder(note: string, files: BacktestPair['files']): string {
  const at = files.map(({ name }) => note.indexOf(path.basename(name))).find(place => place > 0)
  return at !== undefined && /[\\/]$/.test(note.slice(0, at)) ? note.slice(at) : note
}

function costLines({ spread, swapPips }: BacktestPair): readonly string[] {
  return [
    spread.from === 'model'
      ? 'Spreads are modelled by pair and New York clock (venom-study §1), because the data holds bids only.'
      : `Spreads are those of the data’s ${spread.from}.`,
    'Commission and slippage are the study’s: 0.70 to 0.90 pips a round trip by pair, 0.05 pips at the entry, 0.2 pips at a stop or a time exit, none at a target.',
    swapPips === null
      ? 'No swap is charged: few trades are held over 17:00 New York, and the data tells no rates.'
      : 'Swaps are charged by the night.',
    'No calendar was given, so nothing was refused for news.',
  ]
}
