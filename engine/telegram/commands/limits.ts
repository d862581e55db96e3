/** How much one chat may ask, so that whoever floods the bot floods nobody else: a bucket of tokens, and silence while it is empty. */

export const BURST = 10
export const A_MINUTE = 30
/** So long nobody has to ask for a flood to be over. */
export const QUIET_MS = 5_000

/** `flood`: from here on nothing is answered, and this says so once. `silence`: in the middle of it. */
export type Admission = 'yes' | 'flood' | 'silence'

/**
 *   yes ──bucket empty──► flood ──► silence ──QUIET_MS without a message──► yes
 */
export class TokenBucket {
  #tokens = BURST
  #lastMs: number
  #isFlooded = false

  /** Ms of a clock that only rises. */
  constructor(nowMs: number) {
    this.#lastMs = nowMs
  }

  admit(nowMs: number): Admission {
    const passedMs = Math.max(0, nowMs - this.#lastMs)
    this.#lastMs = Math.max(nowMs, this.#lastMs)
    this.#tokens = Math.min(BURST, this.#tokens + (passedMs * A_MINUTE) / 60_000)
    if (this.#isFlooded && passedMs < QUIET_MS) return 'silence'
    this.#isFlooded = this.#tokens < 1
    if (this.#isFlooded) return 'flood'
    this.#tokens -= 1
    return 'yes'
  }
}
