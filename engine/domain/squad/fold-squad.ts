import type { EngineEvent, EventOf } from '../../contracts/events.ts'
import type { ClosedTrade } from '../../contracts/mission.ts'
import type { EpochMs } from '../../contracts/primitives.ts'
import { addedBy } from '../record/closed-orders.ts'
import { SQUAD_LIMITS } from './squad-limits.ts'
import type { SquadState, WeekTally } from './squad-state.ts'
import { tradingWeekMs } from './trading-week.ts'

/**
 * Of each kind: the week that is not over, and the one that can be reported. The others are for a clock that runs ahead or back: those
 * that came first go first, so that it takes trades in as many wrong weeks to throw out a right one.
 */
const WEEKS = 12

/** Folds one event into the squad, in place. `wallMs` is when it was stored by this computer's clock. */
export function foldSquad(squad: SquadState, event: EngineEvent, wallMs: EpochMs): void {
  switch (event.kind) {
    case 'callSignTaken':
      squad.me = { callSign: event.callSign, privacy: event.privacy, key: event.key }
      return
    case 'invitationMade':
      return invited(squad, event)
    case 'enlistmentAccepted':
      return enlisted(squad, event, wallMs)
    case 'squadReportReceived':
      return reported(squad, event, wallMs)
    case 'recruitRemoved':
      squad.recruits.delete(event.recruit)
      squad.removed.set(event.recruit, event.atMs)
      return
    case 'squadJoined': {
      const { leader: key, callSign, invitation, atMs: sinceMs, dispatch: enlistment } = event
      squad.leader = { key, callSign, invitation, sinceMs, enlistment }
      return
    }
    case 'squadLeft':
      squad.leader = null
      return
    case 'tradeClosed':
      return tally(squad, event, wallMs)
    default:
  }
}

function invited(squad: SquadState, event: EventOf<'invitationMade'>): void {
  const { invitation, uses, expiresMs, dispatch, atMs: madeMs } = event
  squad.invitations.set(invitation, { invitation, uses, used: 0, madeMs, expiresMs, dispatch })
}

function enlisted(squad: SquadState, event: EventOf<'enlistmentAccepted'>, wallMs: EpochMs): void {
  const { recruit, callSign, invitation: id, atMs: sinceMs } = event
  squad.recruits.set(recruit, { callSign, sinceMs, reports: 0, last: null })
  squad.removed.delete(recruit)
  const invitation = squad.invitations.get(id)
  if (invitation) squad.invitations.set(id, { ...invitation, used: invitation.used + 1 })
  accepted(squad, wallMs)
}

function reported(squad: SquadState, event: EventOf<'squadReportReceived'>, wallMs: EpochMs): void {
  const { recruit, report, atMs: receivedMs } = event
  accepted(squad, wallMs)
  const known = squad.recruits.get(recruit)
  if (!known) return
  squad.reported.set(recruit, report.weekMs)
  const { callSign } = report
  const reports = known.reports + 1
  squad.recruits.set(recruit, { ...known, callSign, reports, last: { report, receivedMs } })
}

function accepted(squad: SquadState, wallMs: EpochMs): void {
  squad.acceptedMs = [...squad.acceptedMs, wallMs].slice(-SQUAD_LIMITS.acceptedInAMinute)
}

function tally(squad: SquadState, { trade }: EventOf<'tradeClosed'>, wallMs: EpochMs): void {
  const added = addedBy(squad.closed, trade)
  if (added === null) return
  const weeks = squad.weeks.get(trade.kind) ?? new Map<EpochMs, WeekTally>()
  squad.weeks.set(trade.kind, weeks)
  const weekMs = weekOf(trade, wallMs)
  const before = weeks.get(weekMs) ?? { trades: 0, wins: 0, r: 0, netCents: 0, orders: new Set() }
  weeks.set(weekMs, {
    trades: before.trades + (added.isFirst ? 1 : 0),
    wins: before.wins + (added.isFirst && added.netCents > 0 ? 1 : 0),
    r: before.r + added.r,
    netCents: before.netCents + added.netCents,
    orders: before.orders.add(trade.order),
  })
  const [oldest] = weeks.keys()
  if (oldest !== undefined && weeks.size > WEEKS) weeks.delete(oldest)
}

/** By the broker's time, which no wrong clock of this computer moves; a simulated market's may be of any year. */
const weekOf = ({ kind, closeMs }: ClosedTrade, wallMs: EpochMs): EpochMs =>
  tradingWeekMs(kind === 'simulated' ? wallMs : closeMs)
