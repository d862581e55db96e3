/** How fast alerts go into one chat: https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this. */
import type { ChatId } from '../../contracts/telegram-chat.ts'

/** So many at once, and then one every `everyMs`. */
export type Rate = Readonly<{ burst: number; everyMs: number }>

/** One a second into a chat, twenty a minute into a group, and short bursts. Groups have numbers below zero. */
export const publishedRate = (chat: ChatId): Rate =>
  chat < 0 ? { burst: 3, everyMs: 3_000 } : { burst: 5, everyMs: 1_000 }

/** Answers to a person count, and do not wait: nobody types faster than Telegram takes it. */
export class Pace {
  readonly #rate: Rate
  #left: number
  #atMs: number

  constructor(rate: Rate, nowMs: number) {
    this.#rate = rate
    this.#left = rate.burst
    this.#atMs = nowMs
  }

  /** 0: now. */
  waitMs(nowMs: number): number {
    this.#refill(nowMs)
    return this.#left >= 1 ? 0 : (1 - this.#left) * this.#rate.everyMs
  }

  spend(nowMs: number): void {
    this.#refill(nowMs)
    this.#left = Math.max(-this.#rate.burst, this.#left - 1)
  }

  #refill(nowMs: number): void {
    this.#left = Math.min(this.#rate.burst, this.#left + (nowMs - this.#atMs) / this.#rate.everyMs)
    this.#atMs = nowMs
  }
}
