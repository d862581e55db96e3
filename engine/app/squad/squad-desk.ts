import type { CommandAnswer, Origin } from '../../contracts/commands.ts'
import { unreachable, type EpochMs } from '../../contracts/primitives.ts'
import { CallSign } from '../../contracts/squad.ts'
import type { SquadWish, SquadWishOf } from '../../contracts/squad-desk.ts'
import { fingerprint } from '../../domain/squad/fingerprint.ts'
import { DAY_MS } from '../../domain/market/civil.ts'
import { SQUAD_LIMITS } from '../../domain/squad/squad-limits.ts'
import type { Desk } from '../desk.ts'
import { done } from '../orders/answers.ts'
import { receiveDispatch } from './receive-desk.ts'
import { makeReport } from './report-desk.ts'
import { notDone, type Member, type SquadTurn } from './squad-turn.ts'

const NOT_HERE = notDone(
  'NO_SQUAD_HERE',
  'There is no squad here: a replay has none, and a desk needs its install-key.pem; the log says what is wrong with it.',
)
const NO_CALL_SIGN = notDone('NO_CALL_SIGN', 'Take a call-sign first: it is the name that you sign with.')
const OTHER_KEY = notDone('OTHER_KEY', 'The key of this install is another one than your call-sign was taken with: take it again, or put install-key.pem back.') // prettier-ignore

/** What is asked of the squad. Times are the computer's: a squad lives beside every market. */
export function obeySquad(desk: Desk, wish: SquadWish, origin: Origin): CommandAnswer {
  const { dispatches, clock } = desk.ports
  if (!dispatches) return NOT_HERE
  const turn = { desk, dispatches, origin, nowMs: clock.now() }
  if (wish.wish === 'takeCallSign') return takeCallSign(turn, wish)
  const { me } = desk.state.squad
  if (me === null) return NO_CALL_SIGN
  if (me.key !== dispatches.key) return OTHER_KEY
  return obeyMember({ ...turn, me }, wish)
}

function obeyMember(member: Member, wish: Exclude<SquadWish, { wish: 'takeCallSign' }>): CommandAnswer {
  switch (wish.wish) {
    case 'makeInvitation':
      return makeInvitation(member, wish)
    case 'receiveDispatch':
      return receiveDispatch(member, wish.text)
    case 'makeReport':
      return makeReport(member)
    case 'removeRecruit':
      return removeRecruit(member, wish)
    case 'leaveSquad':
      return leaveSquad(member)
    default:
      return unreachable(wish)
  }
}

function takeCallSign(
  { desk, dispatches, origin, nowMs }: SquadTurn,
  wish: SquadWishOf<'takeCallSign'>,
): CommandAnswer {
  const read = CallSign.safeParse(wish.callSign)
  if (!read.success) return notDone('BAD_CALL_SIGN', badCallSign(read.error.issues[0]?.message))
  const { data: callSign } = read
  const { key } = dispatches
  const { privacy } = wish
  desk.record({ kind: 'callSignTaken', atMs: nowMs, callSign, privacy, key, origin })
  return done(`You are ${callSign} from now on, and sign with the key ${fingerprint(key)}.`)
}

const badCallSign = (why = 'it can’t be read'): string =>
  `This call-sign can’t be taken: ${why}. Choose another one.`

function makeInvitation(
  { desk, dispatches, me, origin, nowMs }: Member,
  { uses, days }: SquadWishOf<'makeInvitation'>,
): CommandAnswer {
  const open = [...desk.state.squad.invitations.values()].filter(
    invitation => invitation.used < invitation.uses && invitation.expiresMs >= nowMs,
  )
  if (open.length >= SQUAD_LIMITS.openInvitations)
    return notDone('TOO_MANY_OPEN', `${open.length} invitations are open, and more are not made: wait until one is used up or has run out.`) // prettier-ignore
  const invitation = desk.nextId()
  const expiresMs = (nowMs + days * DAY_MS) as EpochMs
  const body = { invitation, callSign: me.callSign, madeMs: nowMs, expiresMs }
  const dispatch = dispatches.write({ kind: 'invitation', body })
  desk.record({ kind: 'invitationMade', atMs: nowMs, invitation, uses, expiresMs, dispatch, origin })
  const many = uses === 1 ? 'one recruit' : `${uses} recruits`
  return { is: 'done', text: `An invitation for ${many}, good for ${days} days. Hand its text on.`, dispatch }
}

function removeRecruit(
  { desk, origin, nowMs }: Member,
  { recruit, why }: SquadWishOf<'removeRecruit'>,
): CommandAnswer {
  const known = desk.state.squad.recruits.get(recruit)
  if (!known) return notDone('STRANGER', 'There is no such recruit in your squad.')
  desk.record({ kind: 'recruitRemoved', atMs: nowMs, recruit, why, origin })
  return done(
    `${known.callSign} is no longer in your squad. Only an invitation from now on brings them back.`,
  )
}

function leaveSquad({ desk, origin, nowMs }: Member): CommandAnswer {
  const { leader } = desk.state.squad
  if (!leader) return notDone('NO_LEADER', 'You have enlisted with nobody.')
  desk.record({ kind: 'squadLeft', atMs: nowMs, leader: leader.key, origin })
  return done(`You have left the squad of ${leader.callSign}. Tell them yourself: nothing is sent.`)
}
