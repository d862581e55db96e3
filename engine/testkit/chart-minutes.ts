import { EpochMs } from '../contracts/primitives.ts'
import { MINUTE_MS } from '../domain/market/civil.ts'
import { isMarketOpen } from '../domain/market/session-clock.ts'
import { seeded } from '../domain/statistics/seeded.ts'
import type { StoredBar } from '../ports/bar-store.ts'

/** So many minutes of an open market before `untilMs`, made randomly around 1.10234, and always the same. */
export function chartMinutes(untilMs: number, minutes: number): StoredBar[] {
  const random = seeded(5)
  const opens: number[] = []
  for (let openMs = untilMs - MINUTE_MS; opens.length < minutes; openMs -= MINUTE_MS)
    if (isMarketOpen(openMs)) opens.unshift(openMs)
  let close = 110_234
  return opens.map(openMs => {
    const open = close
    close += Math.round((random() - 0.5) * 24)
    const [high, low] = [Math.max(open, close) + 3, Math.min(open, close) - 3]
    return { openMs: EpochMs.parse(openMs), open, high, low, close, ticks: 20, spread: 6 }
  })
}
