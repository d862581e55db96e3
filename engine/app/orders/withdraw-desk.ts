import { BY_RULE } from '../../domain/fire/order-facts.ts'
import { isTargetReached } from '../../domain/fire/waiting-rules.ts'
import { whyWithdraw } from '../../domain/fire/withdrawal.ts'
import { keeperOf } from '../book/keeper.ts'
import { lastCancel } from './cancels.ts'
import type { OrderRecord } from '../desk-state.ts'
import type { Desk } from '../desk.ts'
import { exposedOrders } from '../book/exposure.ts'
import type { SymbolDesk } from '../market/symbol-desk.ts'
import { invalidBeyond } from '../missions/invalidation.ts'
import { quoteOf, standingOf } from './shot-desk.ts'
import { takeBack } from './take-back.ts'
import type { TerminalDesk } from '../terminals/terminal-desk.ts'

const SECOND_MS = 1_000

/** A terminal tells its calendar after the handshake: so long it is not missed, by the computer's clock. */
const CALENDAR_MS = 60_000

/**
 * Takes back every order that waits and that a rule which stands would deny now, and asks again for what was not taken back. Called at
 * the end of every turn: nothing may be filled into a guard, whatever has raised it.
 */
export function withdrawDenied(desk: Desk): void {
  const { waiting, orders } = desk.state
  if (waiting.size === 0) return
  for (const id of waiting) {
    const order = orders.get(id)
    if (order) withdraw(desk, order)
  }
}

/**
 * The same at the end of a batch of prices, of which there may be hundreds a second. By itself it moves the market's clock and the quote:
 * so it has everything judged once in each second of the market, at a price that has reached a target, and whenever the turn has
 * recorded something. What else raises a rule comes in a turn of its own.
 */
export function withdrawAtPrice(desk: Desk, terminal: TerminalDesk): void {
  if (desk.state.waiting.size === 0) return
  const second = Math.floor(terminal.marketMs / SECOND_MS)
  const isDue = desk.hasRecorded || second !== terminal.withdrawnSecond || hasReachedTarget(desk, terminal)
  if (!isDue) return
  terminal.withdrawnSecond = second
  withdrawDenied(desk)
}

function hasReachedTarget({ state }: Desk, terminal: TerminalDesk): boolean {
  for (const id of state.waiting) {
    const recorded = state.orders.get(id)?.recorded
    const mission = recorded && state.missions.get(recorded.mission)?.mission
    const symbol = mission && terminal.named(mission.symbol)
    const quote = symbol ? quoteOf(terminal, symbol) : null
    if (mission && quote && isTargetReached(mission, quote)) return true
  }
  return false
}

function withdraw(desk: Desk, order: OrderRecord): void {
  const { order: id, mission: trace } = order.recorded
  const terminal = keeperOf(desk, order)
  if (!terminal) return
  // Whoever wanted it back wants it until it is.
  const before = lastCancel(desk.state, id)
  if (before) return takeBack(desk, terminal, id, { origin: before.origin, why: before.why, trace })
  const why = whyBack(desk, terminal, order)
  if (why !== '') takeBack(desk, terminal, id, { origin: BY_RULE, why, trace })
}

function whyBack(desk: Desk, terminal: TerminalDesk, { recorded }: OrderRecord): string {
  const mission = desk.state.missions.get(recorded.mission)?.mission
  if (!mission) return 'Its mission is not known here.'
  const symbol = terminal.named(recorded.symbol)
  const standing = standingOf(desk, terminal)
  const isNew = desk.ports.clock.now() - terminal.upWallMs < CALENDAR_MS
  const reasons = whyWithdraw({
    ...standing,
    noCalendar: isNew ? 'warn' : standing.noCalendar,
    mission,
    quote: symbol ? quoteOf(terminal, symbol) : null,
    balanceCents: terminal.account?.balance ?? null,
    riskCents: recorded.riskCents,
    untilMs: recorded.waitsUntilMs ?? 0,
    others: exposedOrders(desk, terminal).length - 1,
  })
  return reasons.join(' ')
}

/** At an M5 close beyond the price that a setup named, its mission is over, and so is the order that waits for it. */
export function withdrawInvalidated(
  desk: Desk,
  terminal: TerminalDesk,
  symbol: SymbolDesk,
  close: number,
): void {
  for (const id of desk.state.waiting) {
    const order = desk.state.orders.get(id)
    const mission = order && desk.state.missions.get(order.recorded.mission)?.mission
    if (mission?.terminal !== terminal.id || mission.symbol !== symbol.spec.name) continue
    const beyond = invalidBeyond(mission)
    if (mission.side === 'buy' ? close >= beyond : close <= beyond) continue
    const why = `It was cancelled by ${mission.invalidation}.`
    takeBack(desk, terminal, id, { origin: BY_RULE, why, trace: mission.id })
  }
}
