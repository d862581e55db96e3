import { DebriefGrouping, NO_KEY } from '../../../contracts/debrief.ts'
import type { EventOf } from '../../../contracts/events.ts'
import type { ClosedTrade } from '../../../contracts/mission.ts'
import type { Ulid } from '../../../contracts/primitives.ts'
import { DAY_MS, floorMod, HOUR_MS, weekdayOfDays } from '../../market/civil.ts'
import { openMarketMs, sessionAt, tradingDayMs } from '../../market/session-clock.ts'
import type { Added } from '../../record/closed-orders.ts'
import { Column, WordColumn } from './column.ts'
import type { MissionFacts } from './mission-facts.ts'

export const WEEKDAYS = [
  'Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday',
] as const // prettier-ignore

const NUMBERS = [
  'openMs', 'closeMs',
  /** Open time of the market until then: week-ends do not pass on it. */
  'openClockMs', 'closeClockMs',
  /** Number of the trading day of the last exit. */
  'day', 'r', 'netCents', 'lots', 'isDrill',
  /** NaN where nobody knows it. `metTarget`: 1 at the target, 0 at the stop or the time exit, NaN when a person or the broker ended it. */
  'riskPct', 'p', 'metTarget', 'promisedR', 'promisedSpread', 'maeR', 'mfeR',
] as const // prettier-ignore
type NumberName = (typeof NUMBERS)[number]

export type Excursion = Pick<EventOf<'excursionMeasured'>, 'maeR' | 'mfeR'>

/** What is known of a trade beside what it tells itself. */
export type TradeContext = Readonly<{
  login: string
  facts: MissionFacts | null
  /** The account's equity as it was last on record; null: never. */
  equityCents: number | null
}>

const eachOf = <K extends string, V>(keys: readonly K[], make: () => V): Record<K, V> =>
  Object.fromEntries(keys.map(key => [key, make()])) as Record<K, V>

/** The closed trades of one kind of account: one compact row each, in the order in which they were told. */
export class TradeRows {
  readonly numbers: Readonly<Record<NumberName, Column>> = eachOf(NUMBERS, () => new Column())
  readonly keys: Readonly<Record<DebriefGrouping, WordColumn>> = eachOf(
    DebriefGrouping.options,
    () => new WordColumn(),
  )
  readonly logins = new WordColumn()
  readonly orders: Ulid[] = []
  readonly missions: (Ulid | null)[] = []
  /** Goes up with whatever is told of any of them. */
  changes = 0
  readonly #rowOf = new Map<Ulid, number>()

  get length(): number {
    return this.numbers.r.length
  }

  rowOf(order: Ulid): number | undefined {
    return this.#rowOf.get(order)
  }

  /** How far it went against its plan and for it, before its end. */
  measure(row: number, { maeR, mfeR }: Excursion): void {
    this.changes++
    this.numbers.maeR.set(row, maeR)
    this.numbers.mfeR.set(row, mfeR)
  }

  /** More of the trade of this order, which is closed later than the rest: it keeps the times and the end that were told first. */
  add({ order, lots }: ClosedTrade, { netCents, riskCents, r }: Added, equityCents: number | null): void {
    const row = this.#rowOf.get(order)
    if (row === undefined) return
    this.changes++
    this.numbers.r.add(row, r)
    this.numbers.netCents.add(row, netCents)
    this.numbers.lots.add(row, lots)
    this.numbers.riskPct.add(row, riskPctOf(riskCents, equityCents))
  }

  push(trade: ClosedTrade, { login, facts, equityCents }: TradeContext): void {
    this.#rowOf.set(trade.order, this.length)
    this.changes++
    this.orders.push(trade.order)
    this.missions.push(trade.mission)
    this.logins.push(login)
    this.#pushKeys(trade, facts)
    this.#pushNumbers({
      openMs: trade.openMs,
      closeMs: trade.closeMs,
      openClockMs: openMarketMs(trade.openMs),
      closeClockMs: openMarketMs(trade.closeMs),
      day: Math.floor(tradingDayMs(trade.closeMs) / DAY_MS),
      r: trade.r,
      netCents: trade.netCents,
      lots: trade.lots,
      isDrill: facts?.isDrill === true ? 1 : 0,
      riskPct: riskPctOf(trade.riskCents, equityCents),
      p: facts?.p ?? Number.NaN,
      metTarget: metTarget(trade),
      promisedR: facts?.promisedR ?? Number.NaN,
      promisedSpread: facts?.promisedSpread ?? Number.NaN,
      maeR: Number.NaN,
      mfeR: Number.NaN,
    })
  }

  #pushKeys({ openMs, pair, side, reason }: ClosedTrade, facts: MissionFacts | null): void {
    const { keys } = this
    keys.pair.push(pair)
    keys.session.push(facts?.session ?? sessionAt(openMs))
    keys.regime.push(facts?.regime ?? NO_KEY)
    keys.setup.push(facts?.setup ?? NO_KEY)
    keys.shield.push(facts?.shield ?? NO_KEY)
    keys.hour.push(String(Math.floor(floorMod(openMs, DAY_MS) / HOUR_MS)).padStart(2, '0'))
    keys.weekday.push(WEEKDAYS[weekdayOfDays(Math.floor(openMs / DAY_MS))] ?? '')
    keys.side.push(side)
    keys.reason.push(reason)
  }

  #pushNumbers(row: Readonly<Record<NumberName, number>>): void {
    for (const name of NUMBERS) this.numbers[name].push(row[name])
  }
}

/** NaN: nobody knows it. */
const riskPctOf = (riskCents: number, equityCents: number | null): number =>
  equityCents !== null && equityCents > 0 ? (100 * riskCents) / equityCents : Number.NaN

/** Share of the way to its stop that a trade has to have gone for the stop to be the one it was opened with. */
const WAY_TO_STOP = 0.5

/**
 * What became of the bet that a mission made: of a trade that was closed by hand, or by a stop that had been moved on, nobody
 * will know.
 */
function metTarget({ reason, open, close, stop }: ClosedTrade): number {
  if (reason === 'target') return 1
  if (reason === 'time') return 0
  const wasPlanned = reason === 'stop' && (open - close) / (open - stop) >= WAY_TO_STOP
  return wasPlanned ? 0 : Number.NaN
}
