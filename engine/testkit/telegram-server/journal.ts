/**
 * What really happened, as the server knows it: the judge of every storm. A call is accepted when it had its effect; what
 * the client was told is another matter.
 */
export type JournalEntry = Readonly<{
  number: number
  atMs: number
  method: string
  chatId: number | null
  text: string | null
  /** The message that came into being, or was changed. */
  messageId: number | null
  accepted: boolean
  /** `nothing` when the connection was cut before the answer. */
  told: 'ok' | 'refused' | 'nothing'
  code: number
  /** The chat had been told to wait (`retry_after`), and the wait was not over. */
  cameTooEarly: boolean
}>

export class Journal {
  readonly #entries: JournalEntry[] = []

  add(entry: Omit<JournalEntry, 'number'>): void {
    this.#entries.push({ number: this.#entries.length + 1, ...entry })
  }

  clear(): void {
    this.#entries.length = 0
  }

  all(): readonly JournalEntry[] {
    return this.#entries
  }

  of(method: string): readonly JournalEntry[] {
    return this.#entries.filter(entry => entry.method === method)
  }
}
