import type { PlanName } from '../../contracts/model.ts'
import type { MarketRows } from '../../domain/venom/confidence/market-part.ts'
import { marketSettledMs, type MarketEntries } from '../candidates/market-entries.ts'
import type { Span } from './windows.ts'

/** The entries of a span of which nothing can change after `untilMs`, as the fit wants them, plan by plan. */
export function marketRows(
  entries: MarketEntries,
  span: Span,
  untilMs: number,
): Readonly<Record<PlanName, MarketRows>> {
  const ofPlan = (plan: PlanName): MarketRows => {
    const rows: number[] = []
    for (let row = 0; row < entries.length; row++) {
      const barMs = entries.barMs[row] as number
      if (barMs >= span.fromMs && barMs < span.toMs && marketSettledMs(entries, plan, row) <= untilMs)
        rows.push(row)
    }
    return columnsOf(entries, plan, rows)
  }
  return { RAPID: ofPlan('RAPID'), PRECISION: ofPlan('PRECISION'), TIMED: ofPlan('TIMED') }
}

function columnsOf({ features, plans }: MarketEntries, plan: PlanName, rows: readonly number[]): MarketRows {
  const { p0, targets, timeouts } = plans[plan]
  return {
    features,
    places: Int32Array.from(rows),
    p0: Float32Array.from(rows, row => p0[row] as number),
    targets: Uint8Array.from(rows, row => targets[row] as number),
    timeouts: Uint8Array.from(rows, row => timeouts[row] as number),
  }
}
