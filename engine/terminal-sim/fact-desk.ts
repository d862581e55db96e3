import type { SimulatorFault } from '../contracts/simulator.ts'
import type { Broker, BrokerFact } from '../broker-sim/index.ts'
import { AccountWatch } from './account-watch.ts'
import type { Speaker } from './speaker.ts'

export type FactDeskParts = Readonly<{
  broker: Broker
  speaker: Speaker
  /** A clock that never jumps. */
  steadyMs(): number
  /** Writes everything down, before anybody is told; throws when it cannot. */
  save(): void
  /** Ends the process at once, for tests of what that leaves behind. */
  die(): void
}>

/** Passes on what the broker did: kept first, written down second, told third. */
export class FactDesk {
  readonly #parts: FactDeskParts
  readonly #account = new AccountWatch()
  /** Something changed while this terminal was busy. */
  #hasMissed = false
  #fault: SimulatorFault | null = null

  constructor(parts: FactDeskParts) {
    this.#parts = parts
  }

  /** What shall go wrong with the next order. */
  arm(fault: SimulatorFault): void {
    this.#fault = fault
  }

  /** An order is about to be sent to the broker. */
  sending(): void {
    if (this.#fault === 'dieBeforeOrder') this.#parts.die()
  }

  take(facts: readonly BrokerFact[]): void {
    const { broker, save, speaker, steadyMs } = this.#parts
    for (const fact of facts) this.#keep(fact)
    if (facts.some(({ type }) => type === 'verdict' || type === 'deal')) save()
    if (this.#fault === 'dieAfterOrder' && facts.some(isVerdict)) this.#parts.die()
    if (!speaker.isHeard) {
      this.#hasMissed = true
      return
    }
    const isAsked = facts.some(({ type }) => type === 'synced')
    const isDue = isAsked || this.#account.isDue(broker.account(), steadyMs())
    speaker.tell(facts.filter(({ type }) => type !== 'account' || isDue))
    if (isDue) this.#account.told(broker.account(), steadyMs())
  }

  /** Everything there is, to a listener who knows nothing: what stands first, then how it came about. */
  introduce(): void {
    const { broker, speaker } = this.#parts
    this.#hasMissed = false
    this.#tellAccount()
    speaker.say('positions', broker.positions())
    speaker.say('orders', broker.orders())
    speaker.tell([])
  }

  /** What changed while nothing could be said. */
  catchUp(): void {
    const { broker, speaker } = this.#parts
    if (!this.#hasMissed) return
    this.#hasMissed = false
    speaker.tell([])
    speaker.say('positions', broker.positions())
    speaker.say('orders', broker.orders())
    this.#tellAccount()
  }

  /** Several times a second: equity moves with the market. */
  watchAccount(): void {
    const { broker, steadyMs, speaker } = this.#parts
    if (speaker.isHeard && this.#account.isDue(broker.account(), steadyMs())) this.#tellAccount()
  }

  #keep(fact: BrokerFact): void {
    if ((fact.type !== 'verdict' && fact.type !== 'deal') || fact.repeat) return
    const { facts } = this.#parts.speaker
    if (this.#fault === 'dropVerdict' && isVerdict(fact)) {
      this.#fault = null
      facts.lose(fact)
    } else facts.keep(fact)
  }

  #tellAccount(): void {
    const { broker, steadyMs, speaker } = this.#parts
    const account = broker.account()
    speaker.say('account', account)
    this.#account.told(account, steadyMs())
  }
}

const isVerdict = (fact: BrokerFact): boolean => fact.type === 'verdict' && !fact.repeat
