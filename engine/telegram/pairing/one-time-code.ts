import { createHash, randomInt, timingSafeEqual } from 'node:crypto'
import { EpochMs } from '../../contracts/primitives.ts'
import type { ChatId, ChatRole } from '../../contracts/telegram-chat.ts'
import type { BotView } from '../../contracts/telegram.ts'

/** Capitals and digits without those that are taken for one another: 0 and O, 1, I and L, 2 and Z, 5 and S, 8 and B, U and V. */
const LETTERS = 'ACDEFGHJKMNPQRTWXY34679'
const LENGTH = 8
const LIVES_MS = 10 * 60_000
const WRONG_TRIES = 5
/** Chats whose wrong tries are remembered; the oldest is forgotten first. */
const MOST_CHATS = 10_000

export type Code = NonNullable<BotView['code']>

/** `shutOut`: too many wrong tries, and nothing is looked at any more. */
export type CodeTry = Readonly<{ is: 'right'; code: Code }> | Readonly<{ is: 'wrong' | 'shutOut' }>

/** The code that a person carries from the desk's window to a chat; 23^8, that is 78 thousand million, and five tries each. */
export class OneTimeCode {
  readonly #now: () => number
  readonly #monotonicMs: () => number
  #code: Code | null = null
  #overMs = 0
  readonly #wrong = new Map<ChatId, number>()

  /** On the computer's clock, which may be set back; `monotonicMs` only ever rises, and may stand still while the computer sleeps. */
  constructor(now: () => number, monotonicMs = () => performance.now()) {
    this.#now = now
    this.#monotonicMs = monotonicMs
  }

  /** Null: there is none, or its time is over by either clock. */
  get open(): Code | null {
    if (this.#code === null) return null
    return this.#now() < this.#code.expiresMs && this.#monotonicMs() < this.#overMs ? this.#code : null
  }

  /** It replaces the one before; whoever was shut out may try again. */
  make(role: ChatRole): Code {
    const code = Array.from({ length: LENGTH }, () => LETTERS.charAt(randomInt(LETTERS.length))).join('')
    this.#wrong.clear()
    this.#overMs = this.#monotonicMs() + LIVES_MS
    this.#code = { code, role, expiresMs: EpochMs.parse(this.#now() + LIVES_MS) }
    return this.#code
  }

  drop(): void {
    this.#code = null
  }

  /** A right one is used up by it. Also without an open code: nobody learns from the answer whether there is one. */
  try(chat: ChatId, typed: string): CodeTry {
    const wrong = this.#wrong.get(chat) ?? 0
    if (wrong >= WRONG_TRIES) return { is: 'shutOut' }
    const { open } = this
    if (open !== null && isSame(open.code, typed)) {
      this.#code = null
      return { is: 'right', code: open }
    }
    this.#wrong.delete(chat)
    this.#wrong.set(chat, wrong + 1)
    if (this.#wrong.size > MOST_CHATS) this.#wrong.delete(this.#wrong.keys().next().value ?? chat)
    return { is: 'wrong' }
  }

  /** It was used and came to nothing, as when the ledger could not be written; another one that was made since stays. */
  giveBack(code: Code): void {
    this.#code ??= code
  }
}

/** Takes the same time wherever they differ. Small letters and dashes are forgiven. */
function isSame(code: string, typed: string): boolean {
  const read = typed.toUpperCase().replace(/[\s-]/g, '')
  return timingSafeEqual(digest(code), digest(read))
}

const digest = (text: string) => createHash('sha256').update(text).digest()
