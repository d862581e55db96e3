import type { Timing } from './step.ts'

type Retries = Timing['retries']

/** A chat that shut the bot out is knocked at so seldom; a word from there opens it at once. */
const SHUT_MS = 600_000

/** Whether a chat can be written to, on a clock that never goes back. */
export class Door {
  readonly #retries: Retries
  #closedUntilMs = 0
  /** Telegram has said until when. */
  #isAsked = false
  #failures = 0
  #outSinceMs: number | null = null
  #problem: string | null = null

  constructor(retries: Retries) {
    this.#retries = retries
  }

  /** A sentence when Telegram won't let the bot in; an outage is none. */
  get problem(): string | null {
    return this.#problem
  }

  /** 0: it may be tried. */
  waitMs(nowMs: number): number {
    return Math.max(0, this.#closedUntilMs - nowMs)
  }

  /** For how long nothing has come through; 0 when the last call did. */
  outMs(nowMs: number): number {
    return this.#outSinceMs === null ? 0 : nowMs - this.#outSinceMs
  }

  /** Somebody wrote there, so the bot is let in, and the network is well. */
  heard(): void {
    if (this.#problem !== null) this.opened(true)
    this.knock()
  }

  /** The next try is now, unless Telegram has asked for a wait. */
  knock(): void {
    if (!this.#isAsked) this.#closedUntilMs = 0
  }

  /** A message has come through. `isBehind`: what was missed is still to be told, so the outage goes on till then. */
  opened(isBehind = false): void {
    this.#closedUntilMs = 0
    this.#failures = 0
    this.#problem = null
    if (!isBehind) this.#outSinceMs = null
  }

  /** What waits now has waited since `sinceMs`, before this program was there. */
  wasOut(sinceMs: number): void {
    this.#outSinceMs = Math.min(this.#outSinceMs ?? sinceMs, sinceMs)
  }

  /** `afterMs` 0: nobody said how long. */
  unreachable(nowMs: number, afterMs: number): void {
    this.#failures += 1
    this.#outSinceMs ??= nowMs
    this.#isAsked = afterMs > 0
    this.#closedUntilMs = nowMs + (afterMs > 0 ? afterMs : this.#pauseMs(this.#failures))
  }

  /** What was lost once is looked for at once. */
  lost(nowMs: number): void {
    this.#failures += 1
    this.#outSinceMs ??= nowMs
    this.#isAsked = false
    this.#closedUntilMs = this.#failures === 1 ? 0 : nowMs + this.#pauseMs(this.#failures - 1)
  }

  shut(nowMs: number, text: string): void {
    this.#outSinceMs ??= nowMs
    this.#isAsked = false
    this.#closedUntilMs = nowMs + SHUT_MS
    this.#problem = text
  }

  #pauseMs(times: number): number {
    return Math.min(this.#retries.longestMs, this.#retries.firstMs * 2 ** Math.min(times - 1, 20))
  }
}
