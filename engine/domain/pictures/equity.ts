import type { EquityFacts } from '../../contracts/pictures.ts'
import type { AccountKind, Cents, EpochMs } from '../../contracts/primitives.ts'
import type { DebriefBook } from '../debrief/debrief-book.ts'
import { rowsOfScope, scopeOf } from '../debrief/figures/chosen.ts'
import { resultCurve } from '../debrief/figures/result-curve.ts'

/** One result is no curve. */
export const FEWEST_TRADES = 2

type Asked = Readonly<{ account: AccountKind; currency: string | null }>

/** Of the same trades as a debrief that names no scope; null: they are too few. */
export function equityFacts(book: DebriefBook, { account, currency }: Asked): EquityFacts | null {
  const { trades, marks } = book.account(account)
  const scope = scopeOf(trades, null)
  const rows = rowsOfScope(trades, scope)
  if (rows.length < FEWEST_TRADES) return null
  const curve = resultCurve(trades, { rows, r: trades.numbers.r.of(rows) })
  const sums = running(trades.numbers.netCents.of(rows))
  const isOneAccount = Math.max(new Set(trades.logins.words).size, marks.size) <= 1
  return {
    account,
    scope,
    currency: isOneAccount ? currency : null,
    n: rows.length,
    fromMs: curve.points[0]?.atMs as EpochMs,
    toMs: curve.points.at(-1)?.atMs as EpochMs,
    sumR: curve.points.at(-1)?.r ?? 0,
    netCents: isOneAccount ? ((sums.at(-1) ?? 0) as Cents) : null,
    depthR: curve.depthR,
    points: curve.points.map(({ n, r, depthR }) => ({ n, r, depthR, netCents: sums[n] ?? 0 })),
  }
}

/** 0, and the sum after each. */
function running(values: Float64Array): Float64Array {
  const sums = new Float64Array(values.length + 1)
  values.forEach((value, at) => void (sums[at + 1] = (sums[at] ?? 0) + value))
  return sums
}
