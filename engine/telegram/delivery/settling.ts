import type { ChatId } from '../../contracts/telegram-chat.ts'
import type { PairedChat } from '../../contracts/telegram.ts'
import type { LineParts } from './line-parts.ts'

/** Notes now and then that a chat knows everything up to an event: what was told in between is one note. */
export class Settling {
  readonly #chat: ChatId
  readonly #parts: LineParts
  #settledSeq: number
  /** Of the first that was told since the last note. */
  #toldAtMs: number | null = null

  constructor({ chat, settledSeq }: PairedChat, parts: LineParts) {
    this.#chat = chat
    this.#settledSeq = settledSeq
    this.#parts = parts
  }

  goOnFrom(seq: number): void {
    this.#settledSeq = seq
  }

  somethingTold(): void {
    this.#toldAtMs ??= this.#parts.elapsedMs()
  }

  /** Also while others wait: what came before them may be settled. */
  get isTime(): boolean {
    return this.#toldAtMs !== null && this.#parts.elapsedMs() >= this.#toldAtMs + this.#parts.timing.settleMs
  }

  /** `Infinity`: there is nothing to note. */
  dueInMs(seq: number): number {
    if (this.#toldAtMs === null || seq <= this.#settledSeq) return Infinity
    return Math.max(0, this.#toldAtMs + this.#parts.timing.settleMs - this.#parts.elapsedMs())
  }

  /** `isLast`: it is not waited for more. */
  note(seq: number, isLast: boolean): void {
    const dueInMs = this.dueInMs(seq)
    if (dueInMs > 0 && !(isLast && dueInMs < Infinity)) return
    this.#settledSeq = seq
    this.#toldAtMs = null
    void this.#parts.notes.write({ note: 'settled', chat: this.#chat, seq })
  }
}
