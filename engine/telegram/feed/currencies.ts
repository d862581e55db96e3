import type { AlertPlace } from '../../contracts/alerts.ts'
import { accountKey } from '../../domain/alerts/alert-state.ts'
import type { DeskLine } from '../desk-line.ts'

const AGAIN_AFTER_MS = 5_000

export type CurrencyParts = Readonly<{
  desk: Pick<DeskLine, 'view'>
  /** As the events of the account say it; null: they don't, as those of an older desk. */
  ofRecord(at: AlertPlace): string | null
  /** One more is known. */
  learned(): void
  now(): number
}>

/**
 * What money an account counts in: by the record, which knows it also while no terminal is linked, and otherwise as the view has it.
 * Alerts name the account, and nothing of its currency.
 */
export class Currencies {
  readonly #parts: CurrencyParts
  readonly #known = new Map<string, string>()
  #askedMs = -Infinity

  constructor(parts: CurrencyParts) {
    this.#parts = parts
  }

  /** Null: not known (yet), and then it is not said. */
  of(at: AlertPlace | null): string | null {
    if (at === null) return null
    const key = accountKey(at)
    const currency = this.#known.get(key) ?? this.#parts.ofRecord(at)
    if (currency !== null) this.#known.set(key, currency)
    return currency
  }

  /** Asks where it is not known; an account never changes its currency. */
  async learn(at: AlertPlace | null): Promise<void> {
    const { desk, learned, now } = this.#parts
    if (at === null || this.of(at) !== null || now() - this.#askedMs < AGAIN_AFTER_MS) return
    this.#askedMs = now()
    const answer = await desk.view()
    if (answer.is !== 'answer') return
    const before = this.#known.size
    for (const { broker, accountMark, currency } of answer.value.links)
      if (currency !== null) this.#known.set(accountKey({ broker, mark: accountMark }), currency)
    if (this.#known.size > before) learned()
  }
}
