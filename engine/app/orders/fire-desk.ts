import type { CommandAnswer, Origin, Ulid } from '../../contracts/index.ts'
import type { Denial } from '../../contracts/vocabulary.ts'
import type { Shot } from '../../domain/fire/shot.ts'
import { noteDenied } from '../campaign/limits-tried.ts'
import { refused } from './answers.ts'
import type { MissionRecord } from '../desk-state.ts'
import type { Desk } from '../desk.ts'
import { tellNewLimits } from '../emergency/last-line.ts'
import { recordOrder } from './order-record.ts'
import { judgeMission } from './shot-desk.ts'
import type { TerminalDesk } from '../terminals/terminal-desk.ts'

/** Of the stop: how far the fill may be from the price that was judged. */
const DEVIATION_OF_STOP = 0.1

/** Judges the shot, records the whole intent, and only then lets it leave. */
export function fireMission(desk: Desk, id: Ulid, origin: Origin): CommandAnswer {
  const record = desk.state.missions.get(id)
  if (!record) return refused('UNKNOWN_MISSION', 'This mission is not known here.')
  const terminal = desk.terminals.get(record.mission.terminal)
  if (!terminal) return refused('LINK_DOWN', `The terminal that this mission came from is not linked.`)
  const answer = judgeMission(desk, terminal, record, origin)
  if (answer.is === 'shot') return fireJudged(desk, terminal, record, answer.shot, origin)
  const denials = [...answer.denials]
  recordDenial(desk, record, denials, origin)
  noteDenied(desk, terminal, denials, origin)
  return { is: 'denied', denials }
}

export function recordDenial(
  desk: Desk,
  { mission: { id, terminal } }: MissionRecord,
  denials: readonly Denial[],
  origin: Origin,
): void {
  const head = { atMs: desk.timeAt(terminal), trace: id }
  desk.record({ kind: 'fireDenied', ...head, mission: id, origin, denials: [...denials] })
}

/** A shot that has passed the gate in this turn. */
export function fireJudged(
  desk: Desk,
  terminal: TerminalDesk,
  record: MissionRecord,
  shot: Shot,
  origin: Origin,
): CommandAnswer {
  const { stopPoints } = record.mission
  const { order, wire } = recordOrder(desk, terminal, record, shot, { origin })
  tellNewLimits(desk, terminal)
  const deviation = Math.max(1, Math.floor(DEVIATION_OF_STOP * stopPoints))
  desk.send(terminal.id, { type: 'fire', body: { ...wire, deviation } })
  return { is: 'done', text: `Fired ${order.lots} lots; waiting for the terminal.`, order: order.order }
}
