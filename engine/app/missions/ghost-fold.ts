import type { EventOf } from '../../contracts/events.ts'
import type { Mission, TerminalId, Ulid } from '../../contracts/index.ts'
import type { OrderState } from '../../contracts/vocabulary.ts'
import { WEEK_MS } from '../../domain/market/civil.ts'
import type { DeskState } from '../desk-state.ts'

/** Why it was not taken, and the codes or the words of whoever did not. */
export type NotTaken = Readonly<Pick<EventOf<'ghostEnded'>, 'notTaken' | 'why'>>

/** A mission that may come to be one that was not taken, as the ledger knows it: enough to follow it again after a restart. */
export type OpenGhost = Readonly<
  Pick<
    Mission,
    | 'id'
    | 'terminal'
    | 'kind'
    | 'pair'
    | 'digits'
    | 'setup'
    | 'side'
    | 'entry'
    | 'stop'
    | 'target'
    | 'stopPoints'
    | 'spread'
    | 'costR'
    | 'issuedMs'
    | 'timeExitMs'
  >
> &
  Readonly<{
    /** Probability of the target as a model said it; null: none spoke. */
    p: number | null
    /** Null while it may still be taken. */
    fate: NotTaken | null
    /** Codes of its last denial; none: it was never denied. */
    denied: readonly string[]
  }>

/** Fifteen pairs have a handful each at a time. More can only be those of symbols that are no longer quoted. */
const MOST = 1_000

/** A mission was issued or refused: from now on it is followed, whatever becomes of it. */
export function rememberGhost(desk: DeskState, mission: Mission, fate: NotTaken | null): void {
  const { id, terminal, kind, pair, digits, setup, side, entry, stop, target } = mission
  const { stopPoints, spread, costR, issuedMs, timeExitMs, confidence } = mission
  const p = confidence.calibrated ? confidence.p : null
  const plan = { id, terminal, kind, pair, digits, setup, side, entry, stop, target, stopPoints }
  desk.ghosts.set(id, { ...plan, spread, costR, issuedMs, timeExitMs, p, fate, denied: [] })
  forgetUnquoted(desk, mission)
}

/** One whose prices never came has no end that could be told; one of the future belongs to a training ground that was set back. */
function forgetUnquoted({ ghosts }: DeskState, { terminal, issuedMs: nowMs }: Mission): void {
  if (ghosts.size <= MOST) return
  for (const [id, ghost] of ghosts) {
    const isOf = ghost.terminal === terminal
    if (isOf && Math.abs(nowMs - (ghost.timeExitMs ?? ghost.issuedMs)) > WEEK_MS) ghosts.delete(id)
  }
  for (const id of ghosts.keys()) {
    if (ghosts.size <= MOST) return
    ghosts.delete(id)
  }
}

export function denyGhost({ ghosts }: DeskState, { mission, denials }: EventOf<'fireDenied'>): void {
  const ghost = ghosts.get(mission)
  if (ghost) ghosts.set(mission, { ...ghost, denied: denials.map(({ code }) => code) })
}

/** Nobody took it. One that was denied before its time ran out was wanted, and the denial is what kept it back. */
export function giveUpGhost(
  { ghosts }: DeskState,
  id: Ulid,
  notTaken: 'expired' | 'declined',
  reason: string,
) {
  const ghost = ghosts.get(id)
  if (!ghost || ghost.fate) return
  const isDenied = notTaken === 'expired' && ghost.denied.length > 0
  const fate: NotTaken = isDenied
    ? { notTaken: 'denied', why: [...ghost.denied] }
    : { notTaken, why: [reason] }
  ghosts.set(id, { ...ghost, fate })
}

const TAKEN: readonly OrderState[] = ['partlyFilled', 'filled', 'managed', 'closed', 'settled']

/** Its order has gone on: a fill makes it a trade, an end without one leaves a ghost of what was ordered. */
export function ghostOfOrder(
  { ghosts }: DeskState,
  id: Ulid,
  state: OrderState,
  end: 'refused' | 'expired' | 'declined' | null,
): void {
  const ghost = ghosts.get(id)
  if (!ghost) return
  if (end !== null)
    ghosts.set(id, { ...ghost, fate: { notTaken: end, why: [`ORDER_${state.toUpperCase()}`] } })
  else if (TAKEN.includes(state)) ghosts.delete(id)
}

/** Another account, another broker: its prices would end what was offered at those of this one. */
export function forgetGhosts({ ghosts }: DeskState, terminal: TerminalId): void {
  for (const [id, ghost] of ghosts) if (ghost.terminal === terminal) ghosts.delete(id)
}
