/** What a terminal enforces by itself, although the app may be dead: its halt, and the app's limits for new orders. */
import type { Ulid } from '../../contracts/index.ts'
import { MAGIC, type BodyOf } from '../../contracts/wire/index.ts'
import type { Desk } from '../desk.ts'
import { heldLimits, limitsOf } from '../book/limits-desk.ts'
import { noteTold, type Kept } from './told.ts'
import type { TerminalDesk } from '../terminals/terminal-desk.ts'

/**
 * The terminal counts what an order would lose at its stop from the price that it finds, and not from the one that the gate
 * judged. That may be away by a tenth of the mission's stop, which is 13.4 % of a distance that drift has cut to three
 * quarters; converting at the stop's price and a balance that has moved meanwhile take less than 2 %. A fifth covers both.
 */
const ROOM_FOR_SLIPPAGE = 1.2

/** As many as one message may name. */
const MOST_SYMBOLS = 64

/** Only the road over ZeroMQ carries any of this; on the others the terminal's own inputs stand alone. */
const isTold = ({ up, road }: TerminalDesk): boolean => up && road === 'zmq'

/** A terminal that has just been linked learns what it may have missed: a flatten, a pause, or its end. */
export function tellStanding(desk: Desk, terminal: TerminalDesk): void {
  for (const [command, { terminal: id, loginHash, stands }] of desk.state.flattens)
    if (stands && id === terminal.id && loginHash === terminal.hello.loginHash)
      tellFlatten(desk, terminal, command)
  if (desk.state.paused) tellHalt(desk, terminal)
  else if (desk.state.hasResumed) tellResume(desk, terminal)
}

/** Under the id that it had: a terminal that has carried it out repeats its answer. Before any `sync`, which would bury it. */
export function tellFlatten(desk: Desk, terminal: TerminalDesk, command: Ulid): void {
  desk.send(terminal.id, { type: 'flatten', body: { id: command, magic: MAGIC } })
  terminal.flattening.set(command, desk.ports.clock.now())
}

export function tellHalt(desk: Desk, terminal: TerminalDesk): void {
  if (!isTold(terminal)) return
  const id = told(desk, terminal, 'pause')
  desk.send(terminal.id, {
    type: 'halt',
    body: { id, reason: PAUSED },
  })
}

const PAUSED = 'BITTEN is paused: no new trades until resume.'

/** Why a terminal itself takes no order; null: for no cause, or only for the pause that this desk keeps and ends as well. */
export function denialOf({ state }: Desk, { beat }: TerminalDesk): string | null {
  const denies = beat?.denies ?? null
  return state.paused && denies === `Halted: ${PAUSED}` ? null : denies
}

export function tellResume(desk: Desk, terminal: TerminalDesk): void {
  if (isTold(terminal))
    desk.send(terminal.id, { type: 'resume', body: { id: told(desk, terminal, 'resume') } })
}

/** The id of what it is told now. */
function told(desk: Desk, terminal: TerminalDesk, what: Kept): Ulid {
  const id = desk.nextId()
  noteTold(terminal, what, id, desk.ports.clock.now())
  return id
}

/** At every arming, whether or not they are news. */
export function tellLimits(desk: Desk, terminal: TerminalDesk): void {
  if (!isTold(terminal)) return
  const limits = limitsFor(desk, terminal)
  terminal.limitsTold = JSON.stringify(limits)
  desk.send(terminal.id, { type: 'limits', body: { id: told(desk, terminal, 'limits'), ...limits } })
}

/** When settings, rank or symbols have changed since. */
export function tellNewLimits(desk: Desk, terminal: TerminalDesk): void {
  if (terminal.armed && JSON.stringify(limitsFor(desk, terminal)) !== terminal.limitsTold)
    tellLimits(desk, terminal)
}

function limitsFor(desk: Desk, terminal: TerminalDesk): Omit<BodyOf<'limits'>, 'id'> {
  const limits = limitsOf(desk, terminal)
  const { prop } = heldLimits(desk, terminal)
  const names = terminal.symbols.filter(({ trading }) => trading !== null).map(({ spec }) => spec.name)
  return {
    ...(limits.maxLots !== null && { maxLots: String(limits.maxLots) }),
    maxPositions: limits.openTrades,
    maxRiskPct: Number((limits.riskPct * ROOM_FOR_SLIPPAGE).toFixed(4)),
    dailyLossPct: Math.min(limits.dailyLossPct, prop.dailyLossPct ?? limits.dailyLossPct),
    symbols: names.slice(0, MOST_SYMBOLS),
  }
}
