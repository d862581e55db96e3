import type { Mission } from '../../contracts/mission.ts'
import type { EpochMs } from '../../contracts/primitives.ts'
import type { SessionSpan } from '../../contracts/pictures.ts'
import type { Bar } from '../market/bar-series.ts'
import { HOUR_MS, MINUTE_MS } from '../market/civil.ts'
import { sessionAt } from '../market/session-clock.ts'

/** A phone shows about so many candles well. */
export const CANDLES = 100
/** Fewer are no chart. */
export const FEWEST_CANDLES = 10
/** Without a plan, and for plans of before, which don't say how long their bar was. */
const USUAL_MINUTES = 15
/** Candles after a mission's bar, where it is an older one: what became of it is seen. */
const AFTERWARDS = 40

export type ChartWindow = Readonly<{ frameMinutes: number; beforeMs: EpochMs; minutes: number }>

/** Which minutes a chart is made of: the newest ones that are over by now, or of an older mission those around it. */
export function chartWindow(
  plan: Pick<Mission, 'barMs' | 'barMinutes'> | null,
  nowMs: EpochMs | null,
): ChartWindow {
  const frameMinutes = plan?.barMinutes ?? USUAL_MINUTES
  // One more than is shown: the oldest of them begins in the middle of its time.
  const minutes = (CANDLES + 1) * frameMinutes
  const afterwardsMs = plan === null ? LATEST : plan.barMs + AFTERWARDS * frameMinutes * MINUTE_MS
  const overMs = nowMs === null ? LATEST : Math.floor(nowMs / MINUTE_MS) * MINUTE_MS
  return { frameMinutes, minutes, beforeMs: Math.min(afterwardsMs, overMs) as EpochMs }
}

const LATEST = Number.MAX_SAFE_INTEGER

/** Neighbouring candles of one session together; none where a candle is longer than an hour. */
export function sessionSpans(candles: readonly Pick<Bar, 'openMs'>[], frameMs: number): SessionSpan[] {
  if (frameMs > HOUR_MS) return []
  const spans: SessionSpan[] = []
  for (const { openMs } of candles) {
    const session = sessionAt(openMs)
    const untilMs = (openMs + frameMs) as EpochMs
    const last = spans.at(-1)
    if (last?.session === session) spans[spans.length - 1] = { ...last, untilMs }
    else spans.push({ session, fromMs: openMs as EpochMs, untilMs })
  }
  return spans
}
