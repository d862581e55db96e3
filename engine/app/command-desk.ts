import type { Command, CommandAnswer, Ulid } from '../contracts/index.ts'
import { unreachable } from '../contracts/index.ts'
import { done, refused } from './answers.ts'
import { closePosition } from './close-desk.ts'
import type { Desk } from './desk.ts'
import { flattenAll } from './emergency-desk.ts'
import { fireMission } from './fire-desk.ts'
import { modifyPosition } from './modify-desk.ts'
import { changeSettings } from './settings-desk.ts'

/** What a person or a standing order asks, brought to the use case that it is for. */
export function obey(desk: Desk, command: Command): CommandAnswer {
  const { origin } = command
  switch (command.kind) {
    case 'fireMission':
      return fireMission(desk, command.mission, origin)
    case 'declineMission':
      return decline(desk, command.mission, command.reason)
    case 'closePosition':
      return closePosition(desk, command)
    case 'modifyPosition':
      return modifyPosition(desk, command)
    case 'flattenAll':
      return flattenAll(desk, origin)
    case 'pause':
      desk.record({ kind: 'paused', atMs: desk.now(), origin })
      return done('Paused: no new trades. Open positions keep their stops.')
    case 'resume':
      desk.record({ kind: 'resumed', atMs: desk.now(), origin })
      return done('Resumed.')
    case 'setSelector':
      if (command.selector === 'AUTO') return refused('NO_AUTO', 'AUTO is not part of this version.')
      desk.record({ kind: 'selectorSet', atMs: desk.now(), selector: command.selector, origin })
      return done(`The selector is on ${command.selector}.`)
    case 'setSettings':
      return changeSettings(desk, command.settings, origin)
    case 'cancelAll':
    case 'giveConsent':
      return refused('NOT_BUILT', 'This is not part of this version.')
    default:
      return unreachable(command)
  }
}

function decline(desk: Desk, id: Ulid, reason: string): CommandAnswer {
  const record = desk.state.missions.get(id)
  if (record?.state !== 'pending') return refused('MISSION_GONE', 'This mission is not pending.')
  const atMs = desk.timeAt(record.mission.terminal)
  desk.record({ kind: 'missionDeclined', atMs, trace: id, mission: id, reason })
  return done('Declined.')
}
