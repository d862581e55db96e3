import type { PlanName } from '../../contracts/model.ts'
import type { MarketRows } from '../../domain/venom/confidence/market-part.ts'
import { marketSettledMs, type MarketEntries } from '../candidates/market-entries.ts'
import type { Span } from './windows.ts'

/** The entries of a span of which nothing can change after `untilMs`, as the fit wants them, plan by plan. */
export function marketRows(
  entries: MarketEntries,
  span: Span,
  untilMs: number,
): (plan: PlanName) => MarketRows {
  return plan => {
    const rows = new Int32Array(entries.length)
    let count = 0
    for (let row = 0; row < entries.length; row++) {
      const barMs = entries.barMs[row] as number
      if (barMs >= span.fromMs && barMs < span.toMs && marketSettledMs(entries, plan, row) <= untilMs)
        rows[count++] = row
    }
    return columnsOf(entries, plan, rows.slice(0, count))
  }
}

function columnsOf({ features, plans }: MarketEntries, plan: PlanName, places: Int32Array): MarketRows {
  const { p0, targets, timeouts } = plans[plan]
  const { length } = places
  // Filled in place: `from` would first make a list of as many objects as there are entries.
  const own = {
    p0: new Float32Array(length),
    targets: new Uint8Array(length),
    timeouts: new Uint8Array(length),
  }
  places.forEach((row, at) => {
    own.p0[at] = p0[row] as number
    own.targets[at] = targets[row] as number
    own.timeouts[at] = timeouts[row] as number
  })
  return { features, places, ...own }
}
