import type { BodyOf } from '../contracts/wire/index.ts'

/** At most four a second. */
const EVERY_MS = 250

/** Says when the account should be told: when it has changed, and not too often. */
export class AccountWatch {
  #told = ''
  #toldMs = Number.NEGATIVE_INFINITY

  isDue(account: BodyOf<'account'>, nowMs: number): boolean {
    return nowMs - this.#toldMs >= EVERY_MS && JSON.stringify(account) !== this.#told
  }

  told(account: BodyOf<'account'>, nowMs: number): void {
    this.#told = JSON.stringify(account)
    this.#toldMs = nowMs
  }
}
