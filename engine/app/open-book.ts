import type { Pair } from '../contracts/pairs.ts'
import type { OpenPosition } from '../contracts/wire/index.ts'
import { openLots } from '../domain/fire/trade.ts'
import { knownCorrelation } from '../domain/market/correlation.ts'
import type { OpenExposure } from '../domain/overlay/exposure.ts'
import { ticketKey, type OrderRecord } from './desk-state.ts'
import type { Desk } from './desk.ts'
import { isOurs } from './exposure.ts'
import { positionRiskCents } from './position-risk.ts'
import type { TerminalDesk } from './terminal-desk.ts'

/** All that is open on an account. */
export type OpenBook = Readonly<{
  /** Orders of ours that hold a position, or may, whichever terminal fired them. */
  orders: readonly OrderRecord[]
  /** Positions of ours that no such order stands for: they count, although nobody knows how they came about. */
  unclaimed: readonly OpenPosition[]
  /** Positions that somebody else opened. */
  external: readonly OpenPosition[]
}>

/** The account is what limits count by: two terminals may share one, and one terminal may change it. */
export function openBook({ state }: Desk, { hello, positions }: TerminalDesk): OpenBook {
  const orders: OrderRecord[] = []
  for (const id of state.exposed) {
    const order = state.orders.get(id)
    if (order?.loginHash === hello.loginHash && order.recorded.account === hello.kind) orders.push(order)
  }
  const claimed = new Set(orders.map(order => order.position))
  const others = (positions ?? []).filter(
    ({ position, id }) => !claimed.has(position) && !(id !== null && state.exposed.has(id)),
  )
  return {
    orders,
    unclaimed: others.filter(isOurs),
    external: others.filter(position => !isOurs(position)),
  }
}

/** Money at the stop where it stands now, of what is still open: the stop may have been moved, and a part been closed. */
function orderRiskCents({ state }: Desk, { recorded, position, state: is, deals }: OrderRecord): number {
  const { terminal, side, price, stop, lots } = recorded
  const isFilled = is === 'filled' || is === 'managed'
  const riskCents = isFilled ? (recorded.riskCents * openLots(deals)) / lots : recorded.riskCents
  const moved = position === null ? undefined : state.stops.get(ticketKey(terminal, position))
  if (moved === undefined || moved === null) return Math.ceil(riskCents)
  const distance = side === 'buy' ? price - moved : moved - price
  return Math.ceil((riskCents * Math.max(0, distance)) / Math.abs(price - stop))
}

/** Money at the stops of everything that is open, and the first position of which it is not known. */
export function openRisk(
  desk: Desk,
  terminal: TerminalDesk,
  { orders, unclaimed, external }: OpenBook,
): Readonly<{ cents: number; unknown: string | null }> {
  let cents = orders.reduce((sum, order) => sum + orderRiskCents(desk, order), 0)
  let unknown: string | null = null
  for (const position of [...unclaimed, ...external]) {
    const risk = positionRiskCents(terminal, position)
    cents += risk ?? 0
    if (risk === null) unknown ??= `${position.symbol} ${position.side} ${position.lots}`
  }
  return { cents, unknown }
}

/**
 * Other open positions on this account, and how their pairs have moved with this one. Before the balance is known, each counts in
 * full. A stranger's position on the same pair is the same bet, or its opposite; one of an unknown risk is denied by its own rule.
 */
export function openExposure(desk: Desk, terminal: TerminalDesk, pair: Pair): OpenExposure[] {
  const { orders, unclaimed, external } = openBook(desk, terminal)
  const balance = terminal.account?.balance ?? 0
  const entry = (of: Pair, side: OpenExposure['side'], riskCents: number): OpenExposure => ({
    pair: of,
    side,
    riskPct: balance > 0 ? (100 * riskCents) / balance : 100,
    correlation: correlationOf(terminal, pair, of),
  })
  const held = (positions: readonly OpenPosition[]) =>
    positions.flatMap(position => {
      const of = terminal.named(position.symbol)?.spec.pair
      return of === undefined ? [] : [entry(of, position.side, positionRiskCents(terminal, position) ?? 0)]
    })
  const ours = orders.map(order =>
    entry(order.recorded.pair, order.recorded.side, orderRiskCents(desk, order)),
  )
  return [...[...ours, ...held(unclaimed)].filter(other => other.pair !== pair), ...held(external)]
}

function correlationOf(terminal: TerminalDesk, pair: Pair, other: Pair): number | null {
  if (pair === other) return 1
  const market = terminal.of(pair)?.market
  const others = terminal.of(other)?.market
  return market && others ? knownCorrelation(market.bars.series.M15, others.bars.series.M15) : null
}
