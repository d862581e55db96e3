import type { MessageCount } from '../../contracts/link-report.ts'

/** Bytes of one record of the messages that are packed: docs/protocol.md, section 6. */
const RECORD_BYTES: Readonly<Record<string, number>> = { ticks: 30, bars: 60 }

/** How often of each kind. */
export class Tally {
  readonly #counts = new Map<string, number>()

  add(kind: string): void {
    this.#counts.set(kind, (this.#counts.get(kind) ?? 0) + 1)
  }

  all(): Readonly<Record<string, number>> {
    return Object.fromEntries(this.#counts)
  }
}

/** Messages of one direction by their kind, and the records in those that are packed. */
export class MessageTally {
  readonly #counts = new Map<string, { messages: number; bytes: number }>()

  add(type: string, bytes: number): void {
    const count = this.#counts.get(type)
    if (count === undefined) {
      this.#counts.set(type, { messages: 1, bytes })
      return
    }
    count.messages += 1
    count.bytes += bytes
  }

  all(): MessageCount[] {
    return [...this.#counts].map(([type, { messages, bytes }]) => {
      const record = RECORD_BYTES[type]
      return { type, messages, records: record === undefined ? null : Math.floor(bytes / record) }
    })
  }
}
