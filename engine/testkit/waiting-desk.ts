/** A desk with an order that waits at the simulated broker for the price to come back to a mission's entry. */
import type { CommandAnswer, Mission, Ulid } from '../contracts/index.ts'
import type { Command } from '../contracts/commands.ts'
import type { WaitingOrder } from '../contracts/wire/index.ts'
import { DESK, DeskHarness } from './desk-harness.ts'

/** So far below the entry of a sale the price is, when it is told to wait there. */
export const AWAY = 60

type Asked = Command extends infer C ? (C extends Command ? Omit<C, 'id' | 'origin'> : never) : never

export class WaitingDesk extends DeskHarness {
  readonly offered: Mission

  constructor(options: ConstructorParameters<typeof DeskHarness>[0] = {}) {
    super(options)
    this.offered = this.mission()
    this.play(1, () => this.offered.entry - AWAY)
  }

  ask(command: Asked): CommandAnswer {
    return this.engine.command({
      ...command,
      id: this.ids.next(this.clock.now()),
      origin: 'window',
    } as Command)
  }

  place(): CommandAnswer {
    return this.ask({ kind: 'placeMission', mission: this.offered.id })
  }

  /** Placed, and the terminal has said that it waits. */
  placed(): this {
    const answer = this.place()
    if (answer.is !== 'done') throw new Error(`not placed: ${JSON.stringify(answer)}`)
    return this.deliver()
  }

  takeBack(): CommandAnswer {
    return this.ask({ kind: 'cancelOrder', order: this.order.recorded.order })
  }

  /** The price comes back to the entry, and beyond it by a point. */
  reach(): this {
    return this.quote(this.offered.entry + 1)
  }

  get order() {
    const order = [...this.engine.desk.state.orders.values()].at(-1)
    if (!order) throw new Error('nothing was placed')
    return order
  }

  get terminal() {
    const terminal = this.engine.desk.terminals.get(DESK)
    if (!terminal) throw new Error('nothing is linked')
    return terminal
  }

  get missionState() {
    return this.engine.desk.state.missions.get(this.offered.id)?.state
  }

  /** What waits at the broker, as it tells it. */
  get listed(): WaitingOrder {
    const [order] = this.broker.orders().orders
    if (!order) throw new Error('nothing waits')
    return order
  }

  /** Why orders were taken back. */
  whys(): string[] {
    return this.events('cancelRequested').map(({ why }) => why)
  }

  cancels(): Ulid[] {
    return this.sent.flatMap(message => (message.type === 'cancel' ? [message.body.id] : []))
  }
}
