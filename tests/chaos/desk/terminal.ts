/** The terminal of a run: the pure simulated broker, the facts that it keeps until the app has them, and an adversary. */
import type { Broker, BrokerFact } from '../../../engine/broker-sim/index.ts'
import type { KeptFact } from '../../../engine/contracts/simulator-state.ts'
import type { AccountKind, EpochMs } from '../../../engine/contracts/index.ts'
import type {
  BodyOf,
  Header,
  JsonMessageType,
  TerminalMessageType,
  WireBar,
  WireTick,
} from '../../../engine/contracts/wire/index.ts'
import { FactKeeper } from '../../../engine/terminal-sim/fact-keeper.ts'
import { decodeBody, encodeBars, encodeBody, encodeTicks } from '../../../engine/wire/index.ts'
import type { Adversary } from './adversary.ts'
import type { Journey } from './journey.ts'
import type { ToApp, ToTerminal } from './road.ts'

export type TerminalOptions = Readonly<{
  broker: Broker
  kind: AccountKind
  journey: Journey
  adversary: Adversary
  wallMs(): number
  marketMs(): number
  out(message: ToApp): void
  bars(index: number): readonly WireBar[]
}>

type Said = Extract<TerminalMessageType, JsonMessageType>

export class Terminal {
  readonly #options: TerminalOptions
  readonly #facts = new FactKeeper([], (fact, mayBeRepeat) => this.#tellFact(fact, mayBeRepeat))
  #session: string | null = null
  #said = 0
  #heard = 0

  constructor(options: TerminalOptions) {
    this.#options = options
  }

  get isLinked(): boolean {
    return this.#session !== null
  }

  welcomed(session: string): void {
    const { broker } = this.#options
    this.#session = session
    this.#said = 0
    this.#heard = 0
    this.#facts.reset()
    this.specs()
    this.account()
    this.#positions(broker.positions())
    this.orders()
    this.#facts.tell()
    this.beat()
  }

  apart(): void {
    this.#session = null
    this.#facts.reset()
  }

  specs(): void {
    const { broker, adversary } = this.#options
    this.#sayBytes('specs', adversary.specs(encodeBody('specs', broker.specs())))
  }

  account(): void {
    const { broker, kind } = this.#options
    this.#say('account', { ...broker.account(), kind })
  }

  orders(): void {
    const { broker, adversary } = this.#options
    this.#say('orders', adversary.orders(broker.orders()))
  }

  beat(): void {
    const { broker, marketMs } = this.#options
    const denies = broker.denies()
    this.#say('beat', {
      marketMs: marketMs() as EpochMs,
      autoTrading: true,
      tradeAllowed: true,
      brokerConnected: true,
      pingMs: 5,
      queued: 0,
      unacked: this.#facts.unconfirmed,
      ...(denies !== null && { denies }),
    })
  }

  ticks(ticks: readonly WireTick[]): void {
    this.#sayBytes('ticks', encodeTicks(this.#options.adversary.ticks(ticks)))
  }

  /** What the broker did: kept first, told second. */
  take(facts: readonly BrokerFact[]): void {
    const { adversary } = this.#options
    for (const fact of adversary.order(facts)) {
      if ((fact.type !== 'verdict' && fact.type !== 'deal') || fact.repeat) continue
      if (adversary.loses(fact)) this.#facts.lose(fact)
      else this.#facts.keep(fact)
    }
    if (!this.isLinked) return
    this.#facts.tell()
    for (const fact of facts) this.#tellOther(fact)
  }

  #tellOther(fact: BrokerFact): void {
    const { adversary } = this.#options
    switch (fact.type) {
      case 'verdict':
      case 'deal':
        if (fact.repeat) this.#tellFact(fact, true)
        return
      case 'positions':
        return this.#positions(fact.body)
      case 'account':
        return this.account()
      case 'orders':
        return void this.#say('orders', adversary.orders(fact.body))
      case 'synced':
        return void this.#say('synced', fact.body)
    }
  }

  hear({ session, type, body, sentMs, committed }: ToTerminal): void {
    if (session !== this.#session) return
    const { broker, marketMs, wallMs, journey } = this.#options
    this.#heard += 1
    this.#facts.confirmed(committed)
    const arrival = (ttlMs: number) => ({ marketMs: marketMs(), late: wallMs() > sentMs + ttlMs })
    switch (type) {
      case 'fire': {
        const command = opened('fire', body)
        journey.reach('arrived')
        const facts = broker.fire(command, arrival(command.ttlMs))
        journey.reach('at the broker')
        return this.take(facts)
      }
      case 'place': {
        const command = opened('place', body)
        journey.reach('arrived')
        const facts = broker.place(command, arrival(command.ttlMs))
        journey.reach('at the broker')
        if (facts.some(fact => fact.type === 'verdict' && fact.body.is === 'placed')) journey.reach('placed')
        return this.take(facts)
      }
      case 'cancel':
        return this.take(broker.cancel(opened('cancel', body), marketMs()))
      case 'close': {
        const command = opened('close', body)
        return this.take(broker.close(command, arrival(command.ttlMs)))
      }
      case 'modify': {
        const command = opened('modify', body)
        return this.take(broker.modify(command, arrival(command.ttlMs)))
      }
      case 'flatten':
        return this.take(broker.flatten(opened('flatten', body), marketMs()))
      case 'limits':
        return this.take(broker.limits(opened('limits', body)))
      case 'halt':
        return this.take(broker.halt(opened('halt', body)))
      case 'resume':
        return this.take(broker.resume(opened('resume', body)))
      case 'sync':
        return this.take(broker.sync(opened('sync', body), marketMs()))
      case 'history': {
        const { id, index, tf } = opened('history', body)
        return void this.#sayBytes('bars', encodeBars(this.#options.bars(index)), { rq: id, i: index, tf })
      }
      default:
        return
    }
  }

  #positions(body: BodyOf<'positions'>): void {
    this.#say('positions', this.#options.adversary.positions(body))
  }

  #tellFact({ type, body }: KeptFact, mayBeRepeat: boolean): number | null {
    const extra = mayBeRepeat ? ({ pd: 1 } as const) : {}
    const say = () =>
      type === 'verdict' ? this.#say('verdict', body, extra) : this.#say('deal', body, extra)
    return this.#options.adversary.isTwice(type) ? (say(), say()) : say()
  }

  #say<T extends Said>(type: T, body: BodyOf<T>, extra: Partial<Header> = {}): number | null {
    return this.#sayBytes(type, encodeBody(type, body), extra)
  }

  #sayBytes(type: TerminalMessageType, body: Uint8Array, extra: Partial<Header> = {}): number | null {
    if (this.#session === null) return null
    const n = (this.#said += 1)
    const header: Header = {
      v: 1,
      t: type,
      s: this.#session,
      n,
      a: this.#heard,
      ms: this.#options.wallMs(),
      ...extra,
    }
    this.#options.out({ header, body })
    return n
  }
}

/** The app's own messages: one that cannot be read is a bug, and ends the run. */
function opened<T extends JsonMessageType>(type: T, bytes: Uint8Array): BodyOf<T> {
  const decoded = decodeBody(type, bytes)
  if (decoded.is === 'refused') throw new Error(`the app said a broken ${type}: ${decoded.text}`)
  return decoded.body
}
