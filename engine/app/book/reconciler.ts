import type { EpochMs, Ulid } from '../../contracts/index.ts'
import { isUnresolved } from '../../domain/fire/order-machine.ts'
import { MINUTE_MS } from '../../domain/market/civil.ts'
import { unanswered } from '../orders/asked.ts'
import { openCancels } from '../orders/cancels.ts'
import { checkStops, differences, nameOf, noteExternals, unexplained, vanished } from './book-check.ts'
import type { OrderRecord } from '../desk-state.ts'
import type { Desk } from '../desk.ts'
import { exposedOrders, isOverdue } from './exposure.ts'
import { tellLimits } from '../emergency/last-line.ts'
import { noteLostCloses } from './lost-closes.ts'
import { doubtful } from './traceless.ts'
import { checkWaiting, missed, missingLong } from './waiting-check.ts'
import type { TerminalDesk } from '../terminals/terminal-desk.ts'

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
  if (terminal.questions.size === 0) question(desk, terminal)
}

function question(desk: Desk, terminal: TerminalDesk): void {
  if (!terminal.up || !terminal.account || !terminal.positions) return
  const open = exposedOrders(desk, terminal)
  const id = desk.nextId()
  terminal.askedWallMs = desk.ports.clock.now()
  terminal.disarm('Comparing what is recorded here with what the terminal has.')
  const unknown = open.filter(order => isOpenEnded(desk, order) && isOwn(terminal, order))
  const commands = [
    ...unknown.map(order => order.recorded.order),
    ...openCancels(desk.state, terminal.id).map(([command]) => command),
    ...unanswered(desk.state, terminal.id).map(([command]) => command),
  ]
  const named = commands.slice(0, MOST_COMMANDS)
  terminal.questions.set(id, doubtful(desk, terminal, named))
  terminal.awaited.clear()
  const sinceMs =
    Math.min(
      desk.timeAt(terminal.id),
      ...open.map(order => order.recorded.atMs),
      ...unexplained(desk, terminal).map(position => position.openMs),
    ) - MINUTE_MS
  desk.send(terminal.id, {
    type: 'sync',
    body: {
      id,
      commands: named,
      dealsSinceMs: Math.max(0, sinceMs) as EpochMs,
    },
  })
}

/** The answer to a question of ours is complete: arm, or say why not. A slow terminal may answer an earlier one than the last. */
export function onSynced(desk: Desk, terminal: TerminalDesk, id: Ulid): void {
  const asked = terminal.questions.get(id)
  if (!asked) return
  terminal.questions.clear()
  terminal.traceless = asked
  noteLostCloses(desk, terminal)
  const external = noteExternals(desk, terminal)
  const problems = [
    ...otherKind(terminal),
    ...unresolved(desk, terminal).map(unresolvedText),
    ...differences(desk, terminal),
    ...checkStops(desk, terminal),
    ...checkWaiting(desk, terminal),
    ...missed(desk, terminal),
  ]
  const [problem] = problems
  if (problem !== undefined) return disarm(desk, terminal, problem)
  terminal.problem = null
  terminal.comparedWallMs = desk.ports.clock.now()
  terminal.armed = true
  terminal.reason = ''
  desk.record({
    kind: 'armed',
    atMs: desk.timeAt(terminal.id),
    terminal: terminal.id,
    lost: 0,
    external,
    ...(terminal.account === null ? {} : { currency: terminal.account.currency }),
  })
  tellLimits(desk, terminal)
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

/** Every list of what waits is looked through: what is ours and must not wait as it does is taken back, and disarms until it is gone. */
export function onOrders(desk: Desk, terminal: TerminalDesk): void {
  if (!terminal.armed) return
  const [problem] = checkWaiting(desk, terminal)
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
  const isGone = vanished(desk, terminal).length > 0 || missingLong(desk, terminal).length > 0
  if (isWaiting || isGone) ask(desk, terminal)
}

const COMPARE_EVERY_MS = 30_000

/** An armed desk looks through its last snapshot again and again; only a difference is asked about. */
export function compareAgain(desk: Desk, terminal: TerminalDesk): void {
  const nowMs = desk.ports.clock.now()
  if (!terminal.armed || nowMs - terminal.comparedWallMs < COMPARE_EVERY_MS) return
  terminal.comparedWallMs = nowMs
  onPositions(desk, terminal)
  onOrders(desk, terminal)
  if (terminal.armed && differences(desk, terminal).length > 0) ask(desk, terminal)
}

/** The computer has slept, or its clock was set: what happened meanwhile is asked before anything is fired. */
export function askAfterSleep(desk: Desk, terminal: TerminalDesk, sleptMs: number): void {
  if (!terminal.up) return
  const seconds = Math.round(sleptMs / 1_000)
  disarm(
    desk,
    terminal,
    `The computer's clock has jumped by ${seconds} s: asking the terminal what happened.`,
  )
  // What it has answered by then may be of before.
  terminal.questions.clear()
  ask(desk, terminal)
}

const ASK_AGAIN_MS = 5_000
const LONGEST_PAUSE_MS = MINUTE_MS

/** After each question that is not answered the pause is twice as long, so that a slow terminal is not buried in them. */
function isAskedLately(desk: Desk, { questions, askedWallMs }: TerminalDesk): boolean {
  const pauseMs = Math.min(LONGEST_PAUSE_MS, ASK_AGAIN_MS * 2 ** Math.max(0, questions.size - 1))
  return Math.abs(desk.ports.clock.now() - askedWallMs) < pauseMs
}

/** While it is not armed the question is asked again, so that a late fact is enough to go on. */
export function askAgain(desk: Desk, terminal: TerminalDesk): void {
  if (!terminal.up || terminal.armed || isAskedLately(desk, terminal)) return
  question(desk, terminal)
}

function otherKind({ account, hello }: TerminalDesk): string[] {
  if (!account || account.kind === hello.kind) return []
  return [
    `The account is ${account.kind}, but the terminal introduced itself as ${hello.kind}. Restart the Expert Advisor.`,
  ]
}

/** A terminal is asked about its own commands only: it would bury one that it has never seen, and that was filled. */
const isOwn = ({ id }: TerminalDesk, { recorded }: OrderRecord): boolean => recorded.terminal === id

/** The terminal can still say something about it: what became of it, or of the rest of it. */
const isOpenEnded = ({ state: { waiting } }: Desk, { state, recorded }: OrderRecord): boolean =>
  isUnresolved(state) || waiting.has(recorded.order)

const unresolved = (desk: Desk, terminal: TerminalDesk): OrderRecord[] =>
  exposedOrders(desk, terminal).filter(
    order =>
      isUnresolved(order.state) &&
      order.state !== 'partlyFilled' &&
      isOwn(terminal, order) &&
      !(order.state === 'waiting' && !isOverdue(desk, order)),
  )

const unresolvedText = (order: OrderRecord): string =>
  order.state === 'waiting'
    ? `The order ${nameOf(order)} waits at the broker although its time is over; it is being taken back.`
    : `The terminal cannot say what became of the order ${nameOf(order)}. Look in MetaTrader's history.`
