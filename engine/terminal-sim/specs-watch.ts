import type { BodyOf } from '../contracts/wire/index.ts'
import type { Broker } from '../broker-sim/index.ts'
import { HOUR_MS } from '../domain/market/civil.ts'

/** Says when the symbols should be specified anew: a first price has come, or values of a tick may have drifted. */
export class SpecsWatch {
  readonly #broker: Broker
  readonly #symbols: number
  #specified = 0
  #dueMs = 0

  constructor(broker: Broker, symbols: number) {
    this.#broker = broker
    this.#symbols = symbols
  }

  isDue(marketMs: number): boolean {
    if (marketMs >= this.#dueMs) return true
    return this.#specified < this.#symbols && this.#broker.specs().symbols.length > this.#specified
  }

  /** What is told now. */
  told(marketMs: number): BodyOf<'specs'> {
    const specs = this.#broker.specs()
    this.#specified = specs.symbols.length
    this.#dueMs = marketMs + HOUR_MS
    return specs
  }
}
