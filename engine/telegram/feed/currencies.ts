import type { AlertPlace } from '../../contracts/alerts.ts'
import type { DeskLine } from '../desk-line.ts'

const AGAIN_AFTER_MS = 5_000

/** What money an account counts in, as the view has it: alerts name the account, and nothing of its currency. */
export class Currencies {
  readonly #desk: Pick<DeskLine, 'view'>
  readonly #now: () => number
  readonly #known = new Map<string, string>()
  #askedMs = -Infinity

  constructor(desk: Pick<DeskLine, 'view'>, now: () => number) {
    this.#desk = desk
    this.#now = now
  }

  /** Null: not known (yet), and then it is not said. */
  of(place: AlertPlace | null): string | null {
    return (place && this.#known.get(keyOf(place.broker, place.mark))) ?? null
  }

  /** Asks where it is not known; an account never changes its currency. */
  async learn(place: AlertPlace | null): Promise<void> {
    if (place === null || this.of(place) !== null || this.#now() - this.#askedMs < AGAIN_AFTER_MS) return
    this.#askedMs = this.#now()
    const answer = await this.#desk.view()
    if (answer.is !== 'answer') return
    for (const { broker, accountMark, currency } of answer.value.links)
      if (currency !== null) this.#known.set(keyOf(broker, accountMark), currency)
  }
}

const keyOf = (broker: string, mark: string) => JSON.stringify([broker, mark])
