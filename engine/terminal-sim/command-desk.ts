import { setTimeout as sleep } from 'node:timers/promises'
import type { BodyOf, Header } from '../contracts/wire/index.ts'
import { decodeBody, type WireRefusal } from '../wire/index.ts'
import type { Broker, BrokerFact } from '../broker-sim/index.ts'

export type CommandDeskOptions = Readonly<{
  broker: Broker
  latencyMs: number
  wallMs(): number
  marketMs(): number
  /** The terminal falls silent for so long, and comes back. */
  busy(ms: number): void
  awake(): void
  /** An order is about to be sent to the broker. */
  sending(): void
  /** What an order led to, before the next one is looked at. */
  facts(facts: readonly BrokerFact[]): void
  history(request: BodyOf<'history'>): void
  /** A message of the app that cannot be carried out, for the app's log. */
  note(text: string): void
  /** Something broke that must not: nothing is carried out any more. */
  failed(error: unknown): void
}>

type Waiting = Readonly<{ header: Header; body: Uint8Array }>
type Decoded<B> = Readonly<{ is: 'body'; body: B }> | WireRefusal

/** Carries out the app's messages one by one, in the order in which they came. */
export class CommandDesk {
  readonly #options: CommandDeskOptions
  readonly #waiting: Waiting[] = []
  #isWorking = false
  #worked: Promise<void> = Promise.resolve()
  #committed = 0
  /** Of the session whose messages these are: a message of an earlier one confirms nothing in this. */
  #session: string | undefined

  constructor(options: CommandDeskOptions) {
    this.#options = options
  }

  /** The app's messages up to this number have had their effect. */
  get committed(): number {
    return this.#committed
  }

  begin(session: string): void {
    this.#session = session
    this.#committed = 0
  }

  take(header: Header, body: Uint8Array): void {
    this.#waiting.push({ header, body })
    if (!this.#isWorking) this.#worked = this.#work()
  }

  /** When nothing is waiting any more. */
  async idle(): Promise<void> {
    await this.#worked
  }

  async #work(): Promise<void> {
    this.#isWorking = true
    try {
      for (let next = this.#waiting.shift(); next; next = this.#waiting.shift()) {
        const delayed = this.#carryOut(next)
        if (delayed) await delayed
        if (next.header.s === this.#session) this.#committed = Math.max(this.#committed, next.header.n)
      }
    } catch (error) {
      this.#options.failed(error)
    }
    this.#isWorking = false
  }

  #carryOut({ header, body }: Waiting): Promise<void> | null {
    const { broker, marketMs, facts, history } = this.#options
    const arrival = (late: boolean) => ({ marketMs: marketMs(), late })
    switch (header.t) {
      case 'fire':
        return this.#order(header, decodeBody('fire', body), (order, late) =>
          broker.fire(order, arrival(late)),
        )
      case 'place':
        return this.#order(header, decodeBody('place', body), (order, late) =>
          broker.place(order, arrival(late)),
        )
      case 'cancel':
        return this.#order(header, decodeBody('cancel', body), order => broker.cancel(order, marketMs()))
      case 'modify':
        return this.#order(header, decodeBody('modify', body), (order, late) =>
          broker.modify(order, arrival(late)),
        )
      case 'close':
        return this.#order(header, decodeBody('close', body), (order, late) =>
          broker.close(order, arrival(late)),
        )
      case 'flatten':
        return this.#order(header, decodeBody('flatten', body), order => broker.flatten(order, marketMs()))
      case 'limits':
        return this.#order(header, decodeBody('limits', body), order => broker.limits(order))
      case 'halt':
        return this.#order(header, decodeBody('halt', body), order => broker.halt(order))
      case 'resume':
        return this.#order(header, decodeBody('resume', body), order => broker.resume(order))
      case 'sync':
        return this.#ask(decodeBody('sync', body), command => facts(broker.sync(command, marketMs())))
      case 'history':
        return this.#ask(decodeBody('history', body), history)
      default:
        return null
    }
  }

  #ask<B>(decoded: Decoded<B>, answer: (body: B) => void): null {
    if (decoded.is === 'refused') this.#options.note(decoded.text)
    else answer(decoded.body)
    return null
  }

  /** The broker takes its time, if it has any; validity is judged when the order's turn comes. */
  #order<B extends { id: string; ttlMs?: number }>(
    header: Header,
    decoded: Decoded<B>,
    send: (order: B, late: boolean) => readonly BrokerFact[],
  ): Promise<void> | null {
    const { latencyMs, wallMs, note, sending, facts } = this.#options
    if (decoded.is === 'refused') {
      note(decoded.text)
      return null
    }
    const order = decoded.body
    const late = order.ttlMs !== undefined && wallMs() > header.ms + order.ttlMs
    const carryOut = () => {
      sending()
      facts(send(order, late))
    }
    if (latencyMs > 0 && !late) return this.#slowly(carryOut)
    carryOut()
    return null
  }

  async #slowly(carryOut: () => void): Promise<void> {
    const { latencyMs, busy, awake } = this.#options
    busy(latencyMs)
    await sleep(latencyMs)
    awake()
    carryOut()
  }
}
