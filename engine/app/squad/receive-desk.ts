import type { CommandAnswer } from '../../contracts/commands.ts'
import type { DispatchBody } from '../../contracts/dispatches.ts'
import type { PublicKey } from '../../contracts/squad.ts'
import type { SquadRefusal } from '../../contracts/squad-desk.ts'
import { fingerprint } from '../../domain/squad/fingerprint.ts'
import { judgeEnlistment, judgeInvitation, judgeReport } from '../../domain/squad/judge-dispatch.ts'
import { done, refused } from '../orders/answers.ts'
import type { Member } from './squad-turn.ts'

/** An invitation is enlisted by; an enlistment and a report are taken in. What cannot be trusted changes nothing. */
export function receiveDispatch(member: Member, text: string): CommandAnswer {
  const { desk, dispatches, nowMs } = member
  const read = dispatches.read(text)
  if (read.is === 'refused') return refused(read.code, read.text)
  const { by } = read
  const at = { squad: desk.state.squad, own: dispatches.key, by, nowMs }
  switch (read.kind) {
    case 'invitation':
      return against(judgeInvitation({ ...at, body: read.body })) ?? enlist(member, by, read.body)
    case 'enlistment':
      return against(judgeEnlistment({ ...at, body: read.body })) ?? takeIn(member, by, read.body, text)
    case 'report':
      return against(judgeReport({ ...at, body: read.body })) ?? takeReport(member, by, read.body, text)
  }
}

const against = (refusal: SquadRefusal | null): CommandAnswer | null =>
  refusal && refused(refusal.code, refusal.text)

/** As it is kept: one line, without what was wrapped around it on its way. */
const inOneLine = (text: string): string => text.replace(/\s+/g, '')

/** The same invitation again gives the same enlistment again, for whoever has lost it. */
function enlist(
  member: Member,
  leader: PublicKey,
  { invitation, callSign }: DispatchBody<'invitation'>,
): CommandAnswer {
  const { desk, dispatches, me, origin, nowMs } = member
  const known = desk.state.squad.leader
  const text = `You enlist with ${callSign}, key ${fingerprint(leader)}: compare it with them, and send them your enlistment.`
  if (known?.invitation === invitation) return { is: 'done', text, dispatch: known.enlistment }
  const body = { invitation, leader, callSign: me.callSign, madeMs: nowMs }
  const dispatch = dispatches.write({ kind: 'enlistment', body })
  desk.record({ kind: 'squadJoined', atMs: nowMs, leader, callSign, invitation, dispatch, origin })
  return { is: 'done', text, dispatch }
}

function takeIn(
  { desk, nowMs }: Member,
  recruit: PublicKey,
  { invitation, callSign }: DispatchBody<'enlistment'>,
  text: string,
): CommandAnswer {
  const dispatch = inOneLine(text)
  desk.record({ kind: 'enlistmentAccepted', atMs: nowMs, recruit, callSign, invitation, dispatch })
  return done(`${callSign} is in your squad, key ${fingerprint(recruit)}: compare it with them.`)
}

function takeReport(
  { desk, nowMs }: Member,
  recruit: PublicKey,
  report: DispatchBody<'report'>,
  text: string,
): CommandAnswer {
  const { weekMs } = report
  const dispatch = inOneLine(text)
  desk.record({ kind: 'squadReportReceived', atMs: nowMs, recruit, weekMs, report, dispatch })
  return done(`The report of ${report.callSign} is on your board.`)
}
