import type { EpochMs } from '../contracts/index.ts'
import type { OpenPosition } from '../contracts/wire/index.ts'
import { isUnresolved } from '../domain/fire/order-machine.ts'
import { MINUTE_MS } from '../domain/market/civil.ts'
import { pointsFromText } from '../domain/market/price.ts'
import { stopsUnderWay, unanswered } from './asked.ts'
import { ticketKey, type OrderRecord } from './desk-state.ts'
import type { Desk } from './desk.ts'
import { exposedOrders, isOurs, isOverdue, orderBehind } from './exposure.ts'
import type { TerminalDesk } from './terminal-desk.ts'

/** As many as one `sync` may name: those that it leaves out come with the next one. */
const MOST_COMMANDS = 256

/**
 *   linked ──account, positions──► asking (sync) ──verdicts, deals, positions, synced──► armed
 *      ▲                                                                         └──► not armed, with the reason
 *      └────────────────────── every new session, and every unanswered order
 *
 * The terminal wins on facts, the app wins on intent. Until `armed`, nothing is fired. A close or a change without a last
 * word is asked for with the orders, so that nobody waits for one that was lost.
 */
export function ask(desk: Desk, terminal: TerminalDesk): void {
  if (!terminal.up || !terminal.account || !terminal.positions || terminal.sync) return
  const open = exposedOrders(desk, terminal)
  terminal.sync = desk.nextId()
  terminal.askedWallMs = desk.ports.clock.now()
  terminal.disarm('Comparing what is recorded here with what the terminal has.')
  const unknown = open.filter(order => isUnresolved(order.state)).map(order => order.recorded.order)
  const commands = [...unknown, ...unanswered(desk.state, terminal.id)]
  terminal.awaited.clear()
  const sinceMs = Math.min(desk.timeAt(terminal.id), ...open.map(order => order.recorded.atMs)) - MINUTE_MS
  desk.send(terminal.id, {
    type: 'sync',
    body: {
      id: terminal.sync,
      commands: commands.slice(0, MOST_COMMANDS),
      dealsSinceMs: Math.max(0, sinceMs) as EpochMs,
    },
  })
}

/** The answer to our question is complete: arm, or say why not. */
export function onSynced(desk: Desk, terminal: TerminalDesk, id: string): void {
  if (terminal.sync !== id) return
  terminal.sync = null
  const external = noteExternals(desk, terminal)
  const problems = [
    ...otherKind(terminal),
    ...unresolved(desk, terminal).map(unresolvedText),
    ...vanished(desk, terminal).map(vanishedText),
    ...checkStops(desk, terminal),
  ]
  const [problem] = problems
  if (problem !== undefined) return disarm(desk, terminal, problem)
  terminal.problem = null
  terminal.armed = true
  terminal.reason = ''
  desk.record({ kind: 'armed', atMs: desk.timeAt(terminal.id), terminal: terminal.id, lost: 0, external })
}

/** Money of another kind than the handshake vouched for is never traded with. */
export function onAccount(desk: Desk, terminal: TerminalDesk): void {
  if (!terminal.armed) return ask(desk, terminal)
  const [problem] = otherKind(terminal)
  if (problem !== undefined) disarm(desk, terminal, problem)
}

/** Every snapshot is looked through: strangers are noted, and a position of ours without its stop disarms. */
export function onPositions(desk: Desk, terminal: TerminalDesk): void {
  if (!terminal.armed) return ask(desk, terminal)
  noteExternals(desk, terminal)
  const [problem] = checkStops(desk, terminal)
  if (problem !== undefined) disarm(desk, terminal, problem)
}

/** The same reason is recorded once, however often it is found. */
function disarm(desk: Desk, terminal: TerminalDesk, reason: string): void {
  terminal.disarm(reason)
  if (terminal.problem === reason) return
  terminal.problem = reason
  desk.record({ kind: 'disarmed', atMs: desk.timeAt(terminal.id), terminal: terminal.id, reason })
}

/** What an armed desk wonders about is asked at once: a command without its answer, a position gone without a deal. */
export function askInDoubt(desk: Desk, terminal: TerminalDesk): void {
  if (!terminal.armed) return
  const isWaiting =
    unresolved(desk, terminal).some(order => isOverdue(desk, order)) ||
    terminal.isOverdue(desk.ports.clock.now())
  if (isWaiting || vanished(desk, terminal).length > 0) ask(desk, terminal)
}

const ASK_AGAIN_MS = 5_000

/** While it is not armed the question is asked again, so that a late fact is enough to go on. */
export function askAgain(desk: Desk, terminal: TerminalDesk): void {
  if (!terminal.up || terminal.armed || desk.ports.clock.now() - terminal.askedWallMs < ASK_AGAIN_MS) return
  terminal.sync = null
  ask(desk, terminal)
}

function noteExternals(desk: Desk, terminal: TerminalDesk): number {
  let count = 0
  for (const position of terminal.positions ?? []) {
    if (orderBehind(desk, terminal, position)) continue
    count++
    if (desk.state.externals.has(ticketKey(terminal.id, position.position))) continue
    const { position: ticket, symbol } = position
    desk.record({
      kind: 'externalSeen',
      atMs: desk.timeAt(terminal.id),
      terminal: terminal.id,
      position: ticket,
      symbol,
    })
  }
  return count
}

const name = (order: OrderRecord): string =>
  `${order.recorded.side} ${order.recorded.lots} ${order.recorded.pair}`

function otherKind({ account, hello }: TerminalDesk): string[] {
  if (!account || account.kind === hello.kind) return []
  return [
    `The account is ${account.kind}, but the terminal introduced itself as ${hello.kind}. Restart the Expert Advisor.`,
  ]
}

const unresolved = (desk: Desk, terminal: TerminalDesk): OrderRecord[] =>
  exposedOrders(desk, terminal).filter(order => isUnresolved(order.state) && order.state !== 'partlyFilled')

const unresolvedText = (order: OrderRecord): string =>
  `The terminal cannot say what became of the order ${name(order)}. Look in MetaTrader's history.`

function vanished(desk: Desk, terminal: TerminalDesk): OrderRecord[] {
  const open = new Set(terminal.positions?.map(position => position.position))
  return exposedOrders(desk, terminal).filter(
    ({ position, deals }) => position !== null && deals.length > 0 && !open.has(position),
  )
}

const vanishedText = (order: OrderRecord): string =>
  `Position ${order.position} (${name(order)}) is gone and the terminal has no deal for it.`

/** A stop that is not where it was recorded is noted; one that is missing is a problem. */
function checkStops(desk: Desk, terminal: TerminalDesk): string[] {
  const problems: string[] = []
  for (const position of terminal.positions ?? []) {
    const order = orderBehind(desk, terminal, position)
    if (!order && !isOurs(position)) continue
    const { position: ticket, side, lots, symbol } = position
    const what = order ? name(order) : `${side} ${lots} ${symbol}`
    if (stopOf(position) === null)
      problems.push(`Position ${ticket} (${what}) has no stop. Set one or close it.`)
    if (order) noteStop(desk, terminal, order, position)
  }
  return problems
}

/** MetaTrader's own word for no stop is a price of zero. */
const stopOf = ({ stop }: OpenPosition): string | null => (stop !== null && Number(stop) > 0 ? stop : null)

function noteStop(desk: Desk, terminal: TerminalDesk, order: OrderRecord, position: OpenPosition): void {
  const text = stopOf(position)
  const stop = text === null ? null : pointsFromText(text, order.recorded.digits)
  const key = ticketKey(terminal.id, position.position)
  const known = desk.state.stops.has(key) ? desk.state.stops.get(key) : order.recorded.stop
  const isOnItsWay = stop !== null && stopsUnderWay(desk.state, terminal.id, position.position).includes(stop)
  if (stop === known || isOnItsWay) return
  desk.record({
    kind: 'stopChanged',
    atMs: desk.timeAt(terminal.id),
    trace: order.recorded.mission,
    terminal: terminal.id,
    position: position.position,
    stop,
  })
}
