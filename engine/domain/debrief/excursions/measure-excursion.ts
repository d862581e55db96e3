import type { EventOf } from '../../../contracts/events.ts'
import type { ClosedTrade } from '../../../contracts/mission.ts'
import type { Side } from '../../../contracts/primitives.ts'
import type { Bar } from '../../market/bar-series.ts'
import { MINUTE_MS } from '../../market/civil.ts'
import type { Gap, Trail } from './excursion-watch.ts'
import { Extremes, type Excursion } from './extremes.ts'

type Closed = Pick<ClosedTrade, 'side' | 'open' | 'close' | 'openMs' | 'closeMs'>
type Planned = Pick<EventOf<'orderRecorded'>, 'price' | 'stop'>

/** What a closed trade was never heard, by its trail; one without a trail was not heard at all. */
export const gapsOf = (trail: Trail | null, { openMs, closeMs }: Closed): readonly Gap[] =>
  (trail?.gaps ?? [{ fromMs: openMs, toMs: closeMs }]).filter(({ fromMs }) => fromMs < closeMs)

/**
 * How far a closed trade went against and for itself. `bars` are closed minutes, bid prices, of the gaps in what was heard. R is the
 * distance from its mean open to the stop that it was recorded with, however the stop was moved and whatever part was closed early;
 * where it was filled beyond that stop, the distance of the plan.
 */
export function measureExcursion(
  trade: Closed,
  plan: Planned,
  trail: Trail | null,
  bars: readonly Bar[],
): Excursion {
  const { side, open, close } = trade
  const extremes = trail?.extremes ?? new Extremes(side, open)
  const gaps = gapsOf(trail, trade)
  for (const bar of bars) if (gaps.some(gap => overlaps(bar, gap))) takeBar(extremes, trade, bar)
  extremes.take(close)
  const risk = side === 'buy' ? open - plan.stop : plan.stop - open
  return extremes.inR(open, risk > 0 ? risk : Math.max(1, Math.abs(plan.price - plan.stop)))
}

const overlaps = ({ openMs }: Bar, { fromMs, toMs }: Gap): boolean =>
  openMs + MINUTE_MS > fromMs && openMs <= toMs

/** Of the minute of its entry only the close is surely its own, of the minute of its exit only the open. */
function takeBar(extremes: Extremes, { side, openMs, closeMs }: Closed, bar: Bar): void {
  const endMs = bar.openMs + MINUTE_MS
  if (endMs <= openMs || bar.openMs >= closeMs) return
  const isAfterEntry = bar.openMs >= openMs
  const isBeforeExit = endMs <= closeMs
  const asked = askedOf(side, bar)
  if (isAfterEntry) extremes.take(bar.open + asked)
  if (isBeforeExit) extremes.take(bar.close + asked)
  if (!isAfterEntry || !isBeforeExit) return
  extremes.take(bar.low + asked)
  extremes.take(bar.high + asked)
}

/** A short is closed at the ask. */
const askedOf = (side: Side, { spread }: Bar): number => (side === 'sell' ? spread : 0)
