import type { ChatId } from '../../contracts/telegram-chat.ts'
import type { Reply } from '../reply.ts'
import { html, lines } from '../texts/html.ts'

/** Older than this it was said to a bot that did not hear it, and nobody knows whether it is still meant. */
export const LATEST_MS = 60_000
/** A burst is over when so long none has come. */
export const BURST_OVER_MS = 1_500
const NAMED = 5

type Burst = { count: number; names: Set<string>; timer: NodeJS.Timeout; isFromBefore: boolean }

/** Commands that came too late: none is carried out, and each burst of them is told once, with their number. */
export class LateCommands {
  readonly #bursts = new Map<ChatId, Burst>()
  readonly #tell: (chat: ChatId, reply: Reply) => void

  readonly #startedMs: number

  /** `startedMs`: since when the bot listens, on the computer's clock. */
  constructor(tell: (chat: ChatId, reply: Reply) => void, startedMs: number) {
    this.#tell = tell
    this.#startedMs = startedMs
  }

  add(chat: ChatId, name: string, sentMs: number): void {
    const burst = this.#bursts.get(chat)
    clearTimeout(burst?.timer)
    const names = burst?.names ?? new Set<string>()
    if (names.size <= NAMED) names.add(name)
    const timer = setTimeout(() => this.#end(chat), BURST_OVER_MS)
    timer.unref()
    const isFromBefore = burst?.isFromBefore === true || sentMs < this.#startedMs
    this.#bursts.set(chat, { count: (burst?.count ?? 0) + 1, names, timer, isFromBefore })
  }

  forget(chat: ChatId): void {
    clearTimeout(this.#bursts.get(chat)?.timer)
    this.#bursts.delete(chat)
  }

  /** Of bursts that go on, too. */
  end(): void {
    for (const chat of this.#bursts.keys()) this.#end(chat)
  }

  #end(chat: ChatId): void {
    const burst = this.#bursts.get(chat)
    if (!burst) return
    this.forget(chat)
    const { count, names, isFromBefore } = burst
    const why = isFromBefore ? 'The bot was off:' : 'Telegram was out of reach from here:'
    const were = count === 1 ? '1 command from before was' : `${count} commands from before were`
    const named = [...names].slice(0, NAMED).map(name => `/${name}`)
    const which = names.size > NAMED ? [...named, '…'] : named
    this.#tell(chat, {
      html: lines(
        html`<b>${why}</b> ${were} not carried out (${which.join(', ')}). Send again what you still want.`,
      ),
    })
  }
}
