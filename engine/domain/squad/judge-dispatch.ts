import type { DispatchBody } from '../../contracts/dispatches.ts'
import type { PublicKey } from '../../contracts/squad.ts'
import type { SquadFault, SquadRefusal } from '../../contracts/squad-desk.ts'
import { MINUTE_MS } from '../market/civil.ts'
import { SQUAD_LIMITS } from './squad-limits.ts'
import type { SquadState } from './squad-state.ts'
import { tradingWeekMs, weekEndMs } from './trading-week.ts'

/** A dispatch whose signature fits, at the desk that reads it. */
export type Given<K extends 'invitation' | 'enlistment' | 'report'> = Readonly<{
  squad: SquadState
  /** Key of the desk that reads it. */
  own: PublicKey
  by: PublicKey
  body: DispatchBody<K>
  /** By the clock of this computer. */
  nowMs: number
}>

const no = (code: SquadFault, text: string): SquadRefusal => ({ code, text })

const FROM_YOURSELF = no('FROM_YOURSELF', 'This dispatch is your own: hand it to whom it is for.')
const FROM_THE_FUTURE = no('FROM_THE_FUTURE', 'This dispatch comes from the future: one of the two computers shows the wrong time.') // prettier-ignore
const NOT_FOR_YOU = no('NOT_FOR_YOU', 'This dispatch is for another leader: it names another key than yours.')
const TOO_MANY = no('TOO_MANY', `${SQUAD_LIMITS.acceptedInAMinute} dispatches were taken in within a minute: go on in the next one.`) // prettier-ignore

const isAhead = (ms: number, nowMs: number): boolean => ms > nowMs + SQUAD_LIMITS.clockMs

/** Null: enlist by it. */
export function judgeInvitation({ squad, own, by, body, nowMs }: Given<'invitation'>): SquadRefusal | null {
  if (by === own) return FROM_YOURSELF
  if (isAhead(body.madeMs, nowMs)) return FROM_THE_FUTURE
  if (body.expiresMs - body.madeMs > SQUAD_LIMITS.invitationMs)
    return no('TOO_LONG_VALID', 'This invitation holds for longer than BITTEN lets any: ask for another one.')
  if (nowMs > body.expiresMs) return no('EXPIRED', 'This invitation has run out: ask for another one.')
  if (squad.recruits.has(by))
    return no('CIRCLE', 'This leader is a recruit of yours: remove them first, or stay theirs.')
  if (squad.leader !== null && squad.leader.key !== by)
    return no('ALREADY_ENLISTED', `You have enlisted with ${squad.leader.callSign} already: leave that squad first.`) // prettier-ignore
  return null
}

/** Null: a recruit more. */
export function judgeEnlistment(given: Given<'enlistment'>): SquadRefusal | null {
  const { squad, own, by, body, nowMs } = given
  if (by === own) return FROM_YOURSELF
  if (body.leader !== own) return NOT_FOR_YOU
  if (isAhead(body.madeMs, nowMs)) return FROM_THE_FUTURE
  if (squad.recruits.has(by)) return no('REPLAYED', 'This recruit is in your squad already.')
  if (squad.leader?.key === by) return no('CIRCLE', 'This recruit is your leader: leave their squad first.')
  return judgeInvitationUsed(given) ?? judgeRoom(squad, nowMs)
}

function judgeInvitationUsed({ squad, by, body, nowMs }: Given<'enlistment'>): SquadRefusal | null {
  const invitation = squad.invitations.get(body.invitation)
  if (!invitation) return no('UNKNOWN_INVITATION', 'This enlistment answers an invitation that this desk never made.') // prettier-ignore
  if (body.madeMs < invitation.madeMs - SQUAD_LIMITS.clockMs)
    return no('BEFORE_INVITATION', 'This enlistment says that it is older than its invitation: the recruit’s computer shows the wrong time.') // prettier-ignore
  if (nowMs > invitation.expiresMs) return no('EXPIRED', 'The invitation had run out when this came: make another one.') // prettier-ignore
  if (invitation.used >= invitation.uses)
    return no('USED_ALREADY', 'The invitation is used up: make another one.')
  const removedMs = squad.removed.get(by)
  if (removedMs !== undefined && invitation.madeMs <= removedMs)
    return no('REMOVED', 'You have removed this recruit: only an invitation that you make from now on brings them back.') // prettier-ignore
  return null
}

function judgeRoom(squad: SquadState, nowMs: number): SquadRefusal | null {
  if (squad.recruits.size >= SQUAD_LIMITS.recruits)
    return no('SQUAD_FULL', `A squad has at most ${SQUAD_LIMITS.recruits} recruits: remove one first.`)
  return judgeRate(squad, nowMs)
}

/** A clock that was set back makes nobody wait. */
function judgeRate({ acceptedMs }: SquadState, nowMs: number): SquadRefusal | null {
  const lately = acceptedMs.filter(ms => ms <= nowMs && ms > nowMs - MINUTE_MS)
  return lately.length >= SQUAD_LIMITS.acceptedInAMinute ? TOO_MANY : null
}

/** Null: newer than all that this recruit has sent. */
export function judgeReport({ squad, own, by, body, nowMs }: Given<'report'>): SquadRefusal | null {
  if (by === own) return FROM_YOURSELF
  if (body.leader !== own) return NOT_FOR_YOU
  if (squad.removed.has(by)) return no('REMOVED', 'This report is of a recruit whom you have removed.')
  if (!squad.recruits.has(by))
    return no('STRANGER', 'This report is of nobody in your squad: they enlist first.')
  if (isAhead(body.madeMs, nowMs)) return FROM_THE_FUTURE
  if (tradingWeekMs(body.weekMs) !== body.weekMs)
    return no(
      'NO_WEEK',
      'This report is not about a trading week: the recruit’s BITTEN is no BITTEN of ours.',
    )
  const endMs = weekEndMs(body.weekMs)
  if (isAhead(endMs, nowMs) || body.madeMs < endMs)
    return no('WEEK_NOT_OVER', 'This report is about a week that was not over when it was made.')
  if (nowMs - endMs > SQUAD_LIMITS.reportMs)
    return no('TOO_OLD', 'This report is about a week that ended more than five weeks ago: ask for a newer one.') // prettier-ignore
  const known = squad.reported.get(by) ?? 0
  if (body.weekMs === known)
    return no('REPLAYED', 'This recruit’s report of that week was taken in already: there is one a week.')
  if (body.weekMs < known) return no('OLDER', 'A newer report of this recruit was taken in already.')
  return judgeRate(squad, nowMs)
}
