import { readFileSync } from 'node:fs'
import path from 'node:path'
import { deserialize, serialize } from 'node:v8'
import { openTape } from '../../adapters/importers/index.ts'
import { FileSink, keepFile, type KeptFile } from '../../adapters/lab-store/index.ts'
import type { Swaps } from '../../contracts/lab-port.ts'
import type { BacktestPair } from '../../contracts/lab-report.ts'
import type { Pair } from '../../contracts/pairs.ts'
import type { ProvingData } from '../../contracts/proving.ts'
import type { ServerTime } from '../../contracts/server-time.ts'
import type { KnownCalendar } from '../../domain/overlay/known-calendar.ts'
import { FEATURE_COUNT, MARKET_FEATURES } from '../../domain/venom/confidence/feature-names.ts'
import { spanOf } from '../../lab/backtest/backtest.ts'
import { PairPassage, tradedAs, type PassChoices } from '../../lab/backtest/pass-pair.ts'
import { OPEN } from '../../lab/outcome/trade-player.ts'
import { RandomDrawing, type RandomOfPair } from '../../lab/random/random-drawing.ts'
import { USUAL_DRAWS } from '../../lab/random/random-entries.ts'
import type { RandomTask } from '../../lab/random/random-task.ts'
import { isoDay } from '../../lab/walk-forward/basis.ts'
import { joinGathered } from '../../lab/walk-forward/gathered.ts'
import type { KeptPair, SentGathered, SentPiece } from './crew-messages.ts'
import { filesOf, receiveGathered, send, sendGathered } from './sent-rows.ts'

/** Files as they were named, the span of candidates that is looked at, and what is known besides prices. */
export type DataWish = Readonly<{
  files: readonly string[]
  serverTime: ServerTime | null
  fromMs: number | null
  toMs: number | null
  calendar: KnownCalendar | null
  swaps: Swaps
}>

/** One pair of a backtest. */
export type BacktestWish = Readonly<{ data: DataWish; pair: Pair; seed: number }>

const openPair = ({ files, serverTime }: DataWish, pair: Pair) => openTape({ files, pair, serverTime })

const choicesOf = ({ calendar, swaps }: DataWish, pair: Pair): Pick<PassChoices, 'calendar' | 'costs'> => ({
  calendar,
  costs: { swapPips: swaps[pair] ?? null },
})

/** A tape goes by once, a year or so at a time. What came before the span teaches the calibrator. */
export async function backtestPart({ data, pair, seed }: BacktestWish): Promise<SentPiece> {
  const opened = await openPair(data, pair)
  if (opened.is === 'refused') return { is: 'refused', pair, code: opened.code, text: opened.text }
  const span = spanOf(data)
  const passage = new PairPassage(pair, opened.digits, {
    ...choicesOf(data, pair),
    fromMs: Number.NEGATIVE_INFINITY,
    toMs: span.toMs,
  })
  const random = new RandomDrawing(
    ({ barMs, ending }, row) =>
      (barMs[row] as number) >= span.fromMs && ending[row] !== OPEN ? ['candidates'] : [],
    { draws: USUAL_DRAWS, seed, ...span },
  )
  for await (const stretch of opened.stretches(data.fromMs)) {
    const traded = passage.stretch(stretch)
    random.stretch(traded, stretch.own, passage.candidates)
  }
  const passed = passage.end(await opened.report())
  if (passed.is === 'refused') return passed
  return { is: 'passed', data: passed.data, candidates: send(passed.candidates), random: random.end() }
}

/** What is gathered is kept in files: features as they come, since those of years do not fit into memory, and the rest at the end. */
export async function pairPart(data: DataWish, pair: Pair, files: string): Promise<KeptPair> {
  const opened = await openPair(data, pair)
  if (opened.is === 'refused') return { is: 'refused', pair, code: opened.code, text: opened.text }
  const span = spanOf(data)
  const passage = new PairPassage(pair, opened.digits, {
    ...choicesOf(data, pair),
    ...span,
    withMarket: true,
    features: {
      candidates: new FileSink({ file: `${files}.candidates`, kind: 'float64', stride: FEATURE_COUNT }),
      market: new FileSink({ file: `${files}.market`, kind: 'float32', stride: MARKET_FEATURES.length }),
    },
  })
  for await (const stretch of opened.stretches(null)) passage.stretch(stretch)
  const passed = passage.end(await opened.report())
  if (passed.is === 'refused') return passed
  const sent = sendGathered(passed)
  return {
    is: 'passed',
    data: dataOf(passed.data),
    costs: costLines(passed.data, data.calendar),
    kept: [keepFile(`${files}.gathered`, serialize(sent)), ...filesOf(sent)],
  }
}

/** All pairs' as one, the columns in memory that workers share. */
export function gatherPart(pairs: readonly KeptFile[]): SentGathered {
  // Written above by this same build, and its hash was checked.
  const parts = pairs.map(({ file }) => deserialize(readFileSync(file)) as SentGathered)
  return sendGathered(joinGathered(parts.map(receiveGathered)))
}

/** Reads the tape again: which candidates are asked after was not known when it was gone through. */
export async function randomPart(data: DataWish, task: RandomTask): Promise<RandomOfPair> {
  const { pair, candidates, sets, span, seed } = task
  const opened = await openPair(data, pair)
  if (opened.is === 'refused')
    throw new Error(`the data of ${pair} is gone since it was read: ${opened.text}`)
  const setsOf = (_: unknown, row: number) =>
    sets.filter(({ members }) => members[row] === 1).map(({ name }) => name)
  const random = new RandomDrawing(setsOf, { draws: USUAL_DRAWS, seed, ...span })
  const anchorMs = Number.isFinite(span.fromMs) ? span.fromMs : null
  for await (const { tape, own } of opened.stretches(anchorMs))
    random.stretch(tradedAs(tape, choicesOf(data, pair)), own, candidates)
  return random.end()
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

function costLines({ spread, swapPips }: BacktestPair, calendar: KnownCalendar | null): readonly string[] {
  return [
    spread.from === 'model'
      ? 'Spreads are modelled by pair and New York clock (venom-study §1), because the data holds bids only.'
      : `Spreads are those of the data’s ${spread.from}.`,
    'Commission and slippage are the study’s: 0.70 to 0.90 pips a round trip by pair, 0.05 pips at the entry, 0.2 pips at a stop or a time exit, none at a target.',
    swapPips === null
      ? 'No swap is charged: few trades are held over 17:00 New York, and the data tells no rates.'
      : 'Swaps are charged by the night.',
    newsLine(calendar),
  ]
}

function newsLine(calendar: KnownCalendar | null): string {
  if (calendar === null) return 'No calendar was given, so nothing was refused for news.'
  const { fromMs, toMs, events } = calendar
  return (
    `The calendar given has ${events.length} announcements from ${isoDay(fromMs)} up to ${isoDay(toMs)}. News refuses as at the desk, and ` +
    'nothing is issued on days that it leaves out; around high importance a modelled spread is 4 times as wide, then twice.'
  )
}
