import type { Mission } from '../../contracts/mission.ts'
import { HOUR_MS, MINUTE_MS } from '../market/civil.ts'
import { msToDeadHours, msToWeekend } from '../market/session-clock.ts'
import type { SymbolMarket } from '../market/symbol-market.ts'
import { smartTimer } from './timer.ts'

/** What a timer is reckoned for. Prices in points. */
export type Timed = Pick<Mission, 'signal' | 'side'> & Readonly<{ stopPoints: number; invalidBeyond: number }>

/** The smart timer as the market is at `minuteMs`, at this price of entry; `newsMs` to the next announcement, null: not known. */
export function reckonTimer(
  market: SymbolMarket,
  { signal, side, stopPoints, invalidBeyond }: Timed,
  price: number,
  minuteMs: number,
  newsMs: number | null,
): ReturnType<typeof smartTimer> {
  const towards = side === 'buy' ? 1 : -1
  return smartTimer({
    signal,
    roomOfStop: Math.max(0, (towards * (price - invalidBeyond)) / stopPoints),
    sigmaRatio: market.volatility.sigmaRatio,
    sessionMinutes: minutesOfEntries(minuteMs),
    momentum: momentum(market, towards),
    newsMinutes: newsMs === null ? null : newsMs / MINUTE_MS,
  })
}

/** Until the hours without entries, or the last two of the week. */
const minutesOfEntries = (utcMs: number): number =>
  Math.max(0, Math.min(msToDeadHours(utcMs), msToWeekend(utcMs) - 2 * HOUR_MS)) / MINUTE_MS

/** Move of the last hour towards the target, in standard deviations of an hour; null: not known. */
function momentum(market: SymbolMarket, towards: number): number | null {
  const sigmas = (towards * market.readings.ret(60)) / market.readings.sigma60
  return Number.isFinite(sigmas) ? sigmas : null
}
