/** The events of one order, from its record to its last deal, as the ledger keeps them. */
import { EngineEvent, type StoredEvent } from '../contracts/events.ts'
import { EpochMs, type AccountKind } from '../contracts/primitives.ts'
import type { Pair } from '../contracts/pairs.ts'
import type { Deal } from '../contracts/wire/index.ts'
import { textFromPoints } from '../domain/market/price.ts'
import { aUlid } from './events.ts'

/** Prices in points with 5 digits; the money at risk holds the commission. */
export type OrderPlan = Readonly<{
  number: number
  account: AccountKind
  terminal: string
  pair: Pair
  side: 'buy' | 'sell'
  lots: number
  price: number
  stop: number
  riskCents: number
  /** Undefined: an older ledger, which does not say. */
  spread: number | undefined
  /** Fills in, and fills out; the whole is closed unless lots are left. */
  ins: readonly Fill[]
  outs: readonly (Fill & Readonly<{ reason: Deal['reason'] }>)[]
  atMs: number
  /** Of the computer's clock: record, sent, answer, deal. */
  wallMs: readonly [number, number, number, number]
}>
type Fill = Readonly<{ lots: number; price: number; commissionCents?: number; swapCents?: number }>

/** 0.10 lots of EURUSD with a stop 100 points away: 10.00 for the points and 0.70 for the commission, 10 cents a point. */
export const anOrderPlan = (change: Partial<OrderPlan> = {}): OrderPlan => ({
  number: 1,
  account: 'demo',
  terminal: 'terminal-1',
  pair: 'EURUSD',
  side: 'buy',
  lots: 0.1,
  price: 110_010,
  stop: 109_910,
  riskCents: 1_070,
  spread: 8,
  ins: [{ lots: 0.1, price: 110_013, commissionCents: 35 }],
  outs: [{ lots: 0.1, price: 109_906, commissionCents: 35, swapCents: 12, reason: 'stop' }],
  // A Tuesday.
  atMs: Date.UTC(2026, 0, 6, 9, 30),
  wallMs: [1_000, 1_004, 1_060, 1_063],
  ...change,
})

type Told = Readonly<{ wallMs: number; event: EngineEvent }>

export function orderEvents(plan: OrderPlan): readonly Told[] {
  const { number, account, terminal, pair, side, lots, price, stop, riskCents, spread, ins, outs, atMs } =
    plan
  const order = aUlid(number)
  const told = (wallMs: number, event: object): Told => ({
    wallMs,
    event: EngineEvent.parse({ atMs, ...event }),
  })
  const [recorded, sent, answered, filled] = plan.wallMs
  const position = String(1_000 + number)
  const deal = (fill: Fill, k: number, entry: 'in' | 'out', reason: Deal['reason']) => ({
    kind: 'dealDone',
    terminal,
    order,
    deal: {
      deal: String(number * 100 + k), order: String(number * 100 + k), position, id: order, symbol: pair, entry,
      side: (entry === 'in') === (side === 'buy') ? 'buy' : 'sell', lots: fill.lots.toFixed(2), price: textFromPoints(fill.price, 5),
      profit: '0.00', commission: money(fill.commissionCents), swap: money(fill.swapCents), timeMs: atMs, reason, magic: 777_001,
    }, // prettier-ignore
  })
  return [
    told(recorded, {
      kind: 'orderRecorded', order, mission: aUlid(number), terminal, account, pair, symbol: pair, digits: 5, side, lots, price, stop,
      target: price + 2 * (price - stop), riskCents, origin: 'window', validUntilWallMs: recorded + 5_000,
      ...(spread === undefined ? {} : { spread }),
    }), // prettier-ignore
    told(sent, { kind: 'orderSent', order }),
    told(answered, { kind: 'orderAnswered', order, is: 'accepted', retcode: 10_009, position, text: 'Done' }),
    ...ins.map((fill, k) => told(filled, deal(fill, k, 'in', 'command'))),
    ...outs.map((fill, k) => told(filled + 60_000, deal(fill, 50 + k, 'out', fill.reason))),
  ]
}

/** Costs are told below zero. */
const money = (cents = 0): string => (-cents / 100).toFixed(2)

/** As a ledger would give them back; nobody looks at the hashes. */
export const asStored = (told: readonly Told[]): StoredEvent[] =>
  told.map(({ wallMs, event }, k) => ({ seq: k + 1, wallMs: EpochMs.parse(wallMs), event, hash: '' }))
