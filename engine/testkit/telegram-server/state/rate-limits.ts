/**
 * How fast a bot may write: https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this. About one
 * message a second into one chat, 20 a minute into one group, 30 a second altogether. The public server lets short bursts
 * through; this one does not, unless a test widens a limit.
 */
import { type Refusal, tooManyRequests } from '../refusal.ts'

export type Limit = Readonly<{ messages: number; perMs: number }>
export type Limits = Readonly<{ chat: Limit; group: Limit; overall: Limit }>

export const PUBLISHED_LIMITS: Limits = {
  chat: { messages: 1, perMs: 1_000 },
  group: { messages: 20, perMs: 60_000 },
  overall: { messages: 30, perMs: 1_000 },
}

export class RateLimits {
  #limits: Limits | null = null
  readonly #sentAtMs = new Map<string, number[]>()
  readonly #closedUntilMs = new Map<string, number>()

  switchOn(limits: Limits = PUBLISHED_LIMITS): void {
    this.#limits = limits
  }

  switchOff(): void {
    this.#limits = null
    this.#sentAtMs.clear()
    this.#closedUntilMs.clear()
  }

  /** Counts one message into a chat; throws the 429 where it is one too many. Groups have negative numbers. */
  count(chatId: number, atMs: number): void {
    if (!this.#limits) return
    const windows: [string, Limit][] = [
      ['overall', this.#limits.overall],
      [`chat ${chatId}`, this.#limits.chat],
    ]
    if (chatId < 0) windows.push([`group ${chatId}`, this.#limits.group])
    const waitMs = Math.max(...windows.map(([name, limit]) => this.#waitMs(name, limit, atMs)))
    if (waitMs > 0) throw this.#refused(chatId, waitMs, atMs)
    for (const [name] of windows) this.#sentAtMs.get(name)?.push(atMs)
  }

  /** Whether a chat was told to wait and the wait is not over. */
  isClosed(chatId: number, atMs: number): boolean {
    return atMs < (this.#closedUntilMs.get(`chat ${chatId}`) ?? 0)
  }

  #refused(chatId: number, waitMs: number, atMs: number): Refusal {
    const seconds = Math.ceil(waitMs / 1_000)
    this.close(chatId, atMs + seconds * 1_000)
    return tooManyRequests(seconds)
  }

  /** A chat that was told `retry_after` by a fault is closed as well. */
  close(chatId: number, untilMs: number): void {
    this.#closedUntilMs.set(`chat ${chatId}`, untilMs)
  }

  #waitMs(name: string, limit: Limit, atMs: number): number {
    const sent = (this.#sentAtMs.get(name) ?? []).filter(each => each > atMs - limit.perMs)
    this.#sentAtMs.set(name, sent)
    const oldest = sent.at(-limit.messages)
    return oldest === undefined ? 0 : oldest + limit.perMs - atMs
  }
}
