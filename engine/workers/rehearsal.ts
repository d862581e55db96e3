import { encodeMessage } from '../adapters/terminal-messages/index.ts'
import type { Desk } from '../app/desk.ts'
import { ageMission, judgeMission } from '../app/orders/shot-desk.ts'
import type { StoredEvent } from '../contracts/events.ts'
import type { Mission } from '../contracts/index.ts'
import { BODIES, MAGIC } from '../contracts/wire/index.ts'

/**
 * What runs for the first time is compiled first, which took two milliseconds of the first shot: so the first mission is judged, and
 * an order is written, before anybody has read it. Nothing is recorded and nothing is sent.
 */
export class Rehearsal {
  readonly #desk: Desk
  #isOver = false

  constructor(desk: Desk) {
    this.#desk = desk
  }

  /** True in the turn in which it was held. */
  onTold(stored: readonly StoredEvent[]): boolean {
    const issued = this.#isOver ? undefined : stored.find(({ event }) => event.kind === 'missionIssued')
    if (issued?.event.kind !== 'missionIssued') return false
    this.#isOver = this.#walk(issued.event.mission)
    return this.#isOver
  }

  #walk(mission: Mission): boolean {
    const terminal = this.#desk.terminals.get(mission.terminal)
    const record = this.#desk.state.missions.get(mission.id)
    if (!terminal || !record) return false
    judgeMission(this.#desk, terminal, record, 'cli')
    ageMission(terminal, record)
    encodeMessage({ type: 'fire', body: BODIES.fire.parse(drillOf(mission)) })
    return true
  }
}

const drillOf = ({ id, symbol, side }: Mission) => ({
  id,
  symbol,
  side,
  lots: '0.01',
  stop: '1.1',
  target: '1.1',
  price: '1.1',
  deviation: 1,
  maxSpread: 1,
  ttlMs: 1,
  magic: MAGIC,
  comment: 'BITTEN',
  plan: { timeStopMs: 1 },
})
