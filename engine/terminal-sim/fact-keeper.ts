import type { KeptFact } from '../contracts/simulator-state.ts'

/** A fact and the number it was last sent under; null in a session that has not heard of it. */
type Kept = { fact: KeptFact; n: number | null; told: boolean }

/** Verdicts and deals that the app has not confirmed: kept until it does, told again in every new session. */
export class FactKeeper {
  readonly #kept: Kept[]
  readonly #send: (fact: KeptFact, mayBeRepeat: boolean) => number | null

  /** `earlier`: what a run before this one had to leave untold or unconfirmed. */
  constructor(earlier: readonly KeptFact[], send: (fact: KeptFact, mayBeRepeat: boolean) => number | null) {
    this.#kept = earlier.map(fact => ({ fact, n: null, told: true }))
    this.#send = send
  }

  get unconfirmed(): number {
    return this.#kept.length
  }

  get facts(): readonly KeptFact[] {
    return this.#kept.map(({ fact }) => fact)
  }

  /** Keeps a fact before it is told, so that it can be saved with what it tells. */
  keep(fact: KeptFact): void {
    this.#kept.push({ fact, n: null, told: false })
  }

  /** Keeps a fact that gets lost on its way in this session. */
  lose(fact: KeptFact): void {
    this.#kept.push({ fact, n: Number.POSITIVE_INFINITY, told: true })
  }

  /** Tells everything that this session has not heard yet. */
  tell(): void {
    for (const kept of this.#kept) {
      if (kept.n !== null) continue
      kept.n = this.#send(kept.fact, kept.told)
      if (kept.n !== null) kept.told = true
    }
  }

  confirmed(n: number): void {
    const first = this.#kept.findIndex(kept => kept.n === null || kept.n > n)
    this.#kept.splice(0, first < 0 ? this.#kept.length : first)
  }

  /** A new session has its own numbers. */
  reset(): void {
    for (const kept of this.#kept) kept.n = null
  }
}
