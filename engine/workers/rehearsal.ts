import { encodeMessage } from '../adapters/terminal-messages/index.ts'
import type { MissionRecord } from '../app/desk-state.ts'
import type { Desk } from '../app/desk.ts'
import { ageMission, judgeMission } from '../app/orders/shot-desk.ts'
import type { Mission } from '../contracts/index.ts'
import { BODIES, MAGIC } from '../contracts/wire/index.ts'

/**
 * What runs for the first time, or has not run for long, is compiled first, which took two milliseconds of a shot: so for as long as a
 * mission waits for a decision it is judged, and an order is written, with every beat. Nothing is recorded and nothing is sent.
 */
export class Rehearsal {
  readonly #desk: Desk

  constructor(desk: Desk) {
    this.#desk = desk
  }

  /** False where nothing can be fired. */
  onBeat(): boolean {
    const record = [...this.#desk.state.missions.values()].findLast(({ state }) => state === 'pending')
    return record !== undefined && this.#walk(record)
  }

  #walk(record: MissionRecord): boolean {
    const { mission } = record
    const terminal = this.#desk.terminals.get(mission.terminal)
    if (!terminal) return false
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
