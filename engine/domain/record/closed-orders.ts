import type { ClosedTrade } from '../../contracts/mission.ts'
import type { Cents } from '../../contracts/primitives.ts'

/** At least so many: far more than are told within the days in which anything of an order may be told again. */
const REMEMBERED = 5_000

type Sums = Readonly<{ netCents: Cents; riskCents: Cents; r: number }>

/**
 * Orders that were told as closed, by kind of account and id: what each has come to, and the last deals that said so. Plain values, so
 * that a checkpoint can keep it.
 */
export type ClosedOrders = Map<string, Sums & Readonly<{ ends: readonly string[] }>>

/** What a word of an order's end adds: the first one a trade; the end of a part that was filled late only its money, risk and R. */
export type Added = Sums & Readonly<{ isFirst: boolean }>

/**
 * An order is one trade, however often its end is told: decided here for every book that counts trades. With a part that was filled
 * after the first was closed, its R is that of both together, each by its money at risk. Null: that end was told before, so it adds
 * nothing.
 */
export function addedBy(known: ClosedOrders, trade: ClosedTrade): Added | null {
  const { kind, order, netCents, riskCents, r, dealOut } = trade
  const key = `${kind} ${order}`
  const before = known.get(key)
  if (!before) {
    remember(known, key, { netCents, riskCents, r, ends: [dealOut] })
    return { isFirst: true, netCents, riskCents, r }
  }
  if (before.ends.includes(dealOut)) return null
  const both = together(before, trade)
  known.set(key, { ...both, ends: [...before.ends, dealOut] })
  return { isFirst: false, netCents, riskCents, r: both.r - before.r }
}

function together(a: Sums, b: Sums): Sums {
  const riskCents = (a.riskCents + b.riskCents) as Cents
  const r = riskCents > 0 ? (a.r * a.riskCents + b.r * b.riskCents) / riskCents : a.r + b.r
  return { netCents: (a.netCents + b.netCents) as Cents, riskCents, r }
}

/** The older half goes at once: to look for the oldest each time costs more than everything else here. */
function remember(known: ClosedOrders, key: string, closed: Sums & { ends: string[] }): void {
  known.set(key, closed)
  if (known.size < 2 * REMEMBERED) return
  for (const old of [...known.keys()].slice(0, REMEMBERED)) known.delete(old)
}
