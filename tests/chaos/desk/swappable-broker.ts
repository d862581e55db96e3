/** A broker whose manners can be scripted while it runs: the same books go on behind another temper. */
import {
  createBroker,
  restoreBroker,
  type Broker,
  type BrokerSetup,
} from '../../../engine/broker-sim/index.ts'
import type { BrokerState } from '../../../engine/contracts/simulator-state.ts'
import type { MANNERS } from './cells.ts'

type Manner = (typeof MANNERS)[number]

export class SwappableBroker {
  readonly #setup: BrokerSetup
  #inner: Broker

  constructor(setup: BrokerSetup) {
    this.#setup = setup
    this.#inner = createBroker(setup)
  }

  /** What the next order that passes every check is answered with. */
  script(manners: readonly Manner[]): void {
    this.#restore(this.#inner.state(), manners)
  }

  /** The account as somebody else has left it. */
  change(over: (state: BrokerState) => BrokerState): void {
    this.#restore(over(this.#inner.state()), [])
  }

  #restore(state: BrokerState, script: readonly Manner[]): void {
    this.#inner = restoreBroker(
      { ...this.#setup, temper: { ...this.#setup.temper, script: [...script] } },
      state,
    )
  }

  get broker(): Broker {
    return {
      onTick: (...tick) => this.#inner.onTick(...tick),
      pass: marketMs => this.#inner.pass(marketMs),
      fire: (...order) => this.#inner.fire(...order),
      place: (...order) => this.#inner.place(...order),
      cancel: (...order) => this.#inner.cancel(...order),
      close: (...order) => this.#inner.close(...order),
      modify: (...order) => this.#inner.modify(...order),
      flatten: (...order) => this.#inner.flatten(...order),
      limits: command => this.#inner.limits(command),
      halt: command => this.#inner.halt(command),
      resume: command => this.#inner.resume(command),
      denies: () => this.#inner.denies(),
      maxLots: () => this.#inner.maxLots(),
      sync: (...question) => this.#inner.sync(...question),
      specs: () => this.#inner.specs(),
      account: () => this.#inner.account(),
      positions: () => this.#inner.positions(),
      orders: () => this.#inner.orders(),
      deals: () => this.#inner.deals(),
      state: () => this.#inner.state(),
    }
  }
}
