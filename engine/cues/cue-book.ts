import type { Alert, AlertPlace } from '../contracts/alerts.ts'
import type { Cue } from '../contracts/cues.ts'
import { cueKindOf, turnOf } from './cue-kinds.ts'
import { cueOf } from './cue-of.ts'

/** Alerts that come and go; the oldest are forgotten. */
const MOST_TURNS = 2_000

/** From alerts to what is told here: each fact once, and none that was there before the desk began to listen. */
export class CueBook {
  readonly #turns = new Map<string, string>()
  readonly #currencyOf: (at: AlertPlace) => string | null

  constructor(currencyOf: (at: AlertPlace) => string | null) {
    this.#currencyOf = currencyOf
  }

  /** Another ledger stands in place of the one that these keys are of. */
  forget(): void {
    this.#turns.clear()
  }

  /** What stood already: whoever starts the desk is there, and needs no word that the link of yesterday is back. */
  know(alerts: readonly Alert[]): void {
    for (const alert of alerts) {
      if (this.#turns.has(alert.key)) continue
      const turn = turnOf(alert)
      if (turn !== '') this.#turns.set(alert.key, turn.replace(/^(lost|back)/, 'armed'))
    }
  }

  /** `seq`: of the event that has made or changed it now. Null: nothing new, or nothing for here. */
  take(alert: Alert, seq: number): Cue | null {
    const kind = cueKindOf(alert.fact)
    if (kind === null || alert.seq !== seq || !this.#isNews(alert)) return null
    return cueOf(kind, alert, alert.at === null ? null : this.#currencyOf(alert.at))
  }

  #isNews(alert: Alert): boolean {
    const turn = turnOf(alert)
    if (turn === '') return alert.firstSeq === alert.seq
    if (this.#turns.get(alert.key) === turn) return false
    this.#turns.delete(alert.key)
    this.#turns.set(alert.key, turn)
    for (const oldest of this.#turns.keys()) {
      if (this.#turns.size <= MOST_TURNS) break
      this.#turns.delete(oldest)
    }
    return true
  }
}
