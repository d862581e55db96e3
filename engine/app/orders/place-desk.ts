import type { CommandAnswer, Origin, Ulid } from '../../contracts/index.ts'
import { waitsUntil } from '../../domain/fire/waiting-end.ts'
import { textFromPoints } from '../../domain/market/price.ts'
import { noteDenied } from '../campaign/limits-tried.ts'
import { refused } from './answers.ts'
import type { Desk } from '../desk.ts'
import { tellNewLimits } from '../emergency/last-line.ts'
import { recordDenial } from './fire-desk.ts'
import { recordOrder } from './order-record.ts'
import { judgeMission, standingOf } from './shot-desk.ts'

/**
 * A limit order at the mission's entry, which waits at the broker for as long as the mission lasts and nothing comes in between: judged
 * like any shot, recorded, and only then sent. A mission is good for one of both.
 */
export function placeMission(desk: Desk, id: Ulid, origin: Origin): CommandAnswer {
  const record = desk.state.missions.get(id)
  if (!record) return refused('UNKNOWN_MISSION', 'This mission is not known here.')
  const { mission } = record
  const terminal = desk.terminals.get(mission.terminal)
  if (!terminal) return refused('LINK_DOWN', `The terminal that this mission came from is not linked.`)
  const answer = judgeMission(desk, terminal, record, origin, 'entry')
  if (answer.is === 'denied') {
    const denials = [...answer.denials]
    recordDenial(desk, record, denials, origin)
    noteDenied(desk, terminal, denials, origin)
    return { is: 'denied', denials }
  }
  const untilMs = waitsUntil({ ...standingOf(desk, terminal), mission })
  const { order, wire } = recordOrder(desk, terminal, record, answer.shot, { origin, waitsUntilMs: untilMs })
  tellNewLimits(desk, terminal)
  desk.send(terminal.id, { type: 'place', body: { ...wire, untilMs } })
  const price = textFromPoints(order.price, order.digits)
  const text = `Sent ${order.lots} lots to wait at ${price}; waiting for the terminal.`
  return { is: 'done', text, order: order.order }
}
