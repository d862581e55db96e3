import type { Api } from 'grammy'
import type { Update } from 'grammy/types'
import { grammySignal } from '../grammy-signal.ts'

/** What the bot hears of; nobody can order anything by changing what was written before. */
const KINDS = ['message', 'callback_query', 'my_chat_member'] as const
const LARGEST_PAGE = 100
/** Whatever waited longer than this for somebody to ask was said to a bot that was away. */
const AWAY_MS = 60_000
/** At the end nobody waits longer for it. */
const CONFIRM_WITHIN_MS = 1_500

/** `isLate`: they may have waited for a while. Messages have a date, presses have none. */
export type Polled = Readonly<{ updates: readonly Update[]; isLate: boolean }>

/**
 * Asks for what was written to the bot: https://core.telegram.org/bots/api#getupdates. Whatever was handed over comes again until
 * a poll with a higher offset confirms it, and `handled` comes before that.
 */
export class Poller {
  readonly #api: Api
  readonly #seconds: number
  readonly #now: () => number
  #offset: number
  #confirmed: number
  /** When everything that waited was last known to be here, on the computer's clock, which goes on while it sleeps. */
  #emptiedMs: number | null = null

  /** `offset`: the first update that was not handled yet; 0: whatever waits. `seconds`: how long a long poll waits. */
  constructor(api: Api, now: () => number, seconds: number, offset = 0) {
    this.#api = api
    this.#now = now
    this.#seconds = seconds
    this.#offset = offset
    this.#confirmed = offset
  }

  get offset(): number {
    return this.#offset
  }

  /** At most `room` updates, oldest first. Rejects as grammY does. */
  async poll(isLong: boolean, room: number, signal: AbortSignal): Promise<Polled> {
    const offset = this.#offset
    const limit = Math.min(room, LARGEST_PAGE)
    const timeout = isLong ? this.#seconds : 0
    const all = await this.#api.getUpdates(
      { offset, limit, timeout, allowed_updates: KINDS },
      grammySignal(signal),
    )
    this.#confirmed = offset
    const nowMs = this.#now()
    const isLate = this.#emptiedMs === null || Math.abs(nowMs - this.#emptiedMs) > AWAY_MS
    if (!isLate || all.length < limit) this.#emptiedMs = nowMs
    return { updates: all.filter(({ update_id }) => update_id >= offset), isLate }
  }

  handled(updates: readonly Update[]): void {
    for (const { update_id } of updates) this.#offset = Math.max(this.#offset, update_id + 1)
  }

  /** Otherwise the next start would hear the last messages again. As good as it goes: the network may be gone. */
  async confirm(): Promise<void> {
    if (this.#offset === this.#confirmed) return
    await this.poll(false, 1, AbortSignal.timeout(CONFIRM_WITHIN_MS)).catch(() => undefined)
  }
}
