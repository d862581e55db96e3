import type { ChatId, MessageId } from '../../contracts/telegram-chat.ts'
import { anErrand, type Errand, type Road } from './errand.ts'
import type { LineParts } from './line-parts.ts'
import { within } from './within.ts'

/** Alerts of a chat that were tried and are not told yet, each noted in the ledger before its first try. */
export class AlertTries {
  readonly #chat: ChatId
  readonly #parts: Pick<LineParts, 'notes' | 'timing'>
  readonly #tries = new Map<string, Errand>()

  constructor(chat: ChatId, parts: Pick<LineParts, 'notes' | 'timing'>) {
    this.#chat = chat
    this.#parts = parts
  }

  has(key: string): boolean {
    return this.#tries.has(key)
  }

  /** Of a program before this one, which may have sent it after that message. */
  mayBeThere(key: string, errand: Errand, after: MessageId | null): void {
    this.#tries.set(key, { ...errand, after, lost: new Set() })
  }

  /** The first that may have arrived. */
  lost(): readonly [string, Errand] | undefined {
    for (const [key, errand] of this.#tries) if (errand.lost) return [key, errand]
    return undefined
  }

  /** In the ledger before each try: whoever starts after this knows that it may have arrived, and after what. */
  async taken(
    { numbers }: Road,
    key: string,
    words: () => Pick<Errand, 'reply' | 'answers'>,
  ): Promise<Errand> {
    const { notes, timing } = this.#parts
    const known = this.#tries.get(key)
    const after = numbers.floor(this.#chat)
    if (known?.after === after) return known
    await within(timing.noteMs, notes.write({ note: 'taken', chat: this.#chat, key, after }))
    if (known) return known
    const { reply, answers } = words()
    const errand = anErrand(reply, answers)
    this.#tries.set(key, errand)
    return errand
  }

  delete(key: string): void {
    this.#tries.delete(key)
  }

  /** What is told in another way, or need not be. */
  keepOnly(waits: (key: string) => boolean): void {
    for (const key of this.#tries.keys()) if (!waits(key)) this.#tries.delete(key)
  }
}
