import type { Command, CommandAnswer } from '../contracts/index.ts'
import { unreachable } from '../contracts/index.ts'
import { done, refused } from './orders/answers.ts'
import { setSelector } from './orders/auto-desk.ts'
import { cancelOrder, takeBackFor, waitingOf } from './orders/cancel-desk.ts'
import { closePosition } from './orders/close-desk.ts'
import { giveConsent } from './orders/consent-desk.ts'
import type { Desk } from './desk.ts'
import { cancelAll, flattenAll, pause, resume } from './emergency/emergency-desk.ts'
import { debriefTrade } from './notebook/debrief-desk.ts'
import { writeJournal } from './notebook/journal-desk.ts'
import { answerLesson } from './notebook/lesson-desk.ts'
import { fireMission } from './orders/fire-desk.ts'
import { modifyPosition } from './orders/modify-desk.ts'
import { placeMission } from './orders/place-desk.ts'
import { settleOrder } from './orders/settle-desk.ts'
import { ageMission } from './orders/shot-desk.ts'
import { withdrawDenied } from './orders/withdraw-desk.ts'
import { changeSettings } from './settings-desk.ts'
import { obeySquad } from './squad/squad-desk.ts'
import { testFire } from './test-fire/test-fire-desk.ts'
import { noteTelegram } from './telegram/telegram-desk.ts'

/** What a person or a standing order asks; whatever it has changed, nothing waits at the broker that may not. */
export function obey(desk: Desk, command: Command): CommandAnswer {
  const answer = carryOut(desk, command)
  withdrawDenied(desk)
  return answer
}

/** Brought to the use case that it is for. */
function carryOut(desk: Desk, command: Command): CommandAnswer {
  const { origin } = command
  switch (command.kind) {
    case 'fireMission':
      return fireMission(desk, command.mission, origin)
    case 'placeMission':
      return placeMission(desk, command.mission, origin)
    case 'cancelOrder':
      return cancelOrder(desk, command)
    case 'settleOrder':
      return settleOrder(desk, command)
    case 'testFire':
      return testFire(desk, command)
    case 'declineMission':
      return decline(desk, command)
    case 'closePosition':
      return closePosition(desk, command)
    case 'modifyPosition':
      return modifyPosition(desk, command)
    case 'flattenAll':
      return flattenAll(desk, origin)
    case 'cancelAll':
      return cancelAll(desk, origin)
    case 'pause':
      return pause(desk, origin)
    case 'resume':
      return resume(desk, origin)
    case 'setSelector':
      return setSelector(desk, command)
    case 'giveConsent':
      return giveConsent(desk, command)
    case 'squad':
      return obeySquad(desk, command.squad, origin)
    case 'telegram':
      return noteTelegram(desk, command)
    case 'writeJournal':
      return writeJournal(desk, command)
    case 'debriefTrade':
      return debriefTrade(desk, command)
    case 'answerLesson':
      return answerLesson(desk, command)
    case 'setSettings':
      return changeSettings(desk, command)
    default:
      return unreachable(command)
  }
}

/** Of a mission whose order waits, too: then that is taken back. */
function decline(
  desk: Desk,
  { mission: id, reason, origin }: Extract<Command, { kind: 'declineMission' }>,
): CommandAnswer {
  const record = desk.state.missions.get(id)
  const waiting = waitingOf(desk, id)
  if (waiting) return takeBackFor(desk, waiting, origin, `Declined: ${reason}`)
  if (record?.state !== 'pending') return refused('MISSION_GONE', 'This mission is not pending.')
  const atMs = desk.timeAt(record.mission.terminal)
  const terminal = desk.terminals.get(record.mission.terminal)
  const aged = terminal && ageMission(terminal, record)
  const freshness = aged && { freshness: aged.is }
  desk.record({ kind: 'missionDeclined', atMs, trace: id, mission: id, reason, ...freshness })
  return done('Declined.')
}
