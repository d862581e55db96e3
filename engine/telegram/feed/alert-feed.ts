import { setTimeout as pause } from 'node:timers/promises'
import type { Alert, AlertPlace } from '../../contracts/alerts.ts'
import type { StoredEvent } from '../../contracts/events.ts'
import type { TelegramRecord } from '../../contracts/telegram.ts'
import { AlertBook } from '../../domain/alerts/alert-book.ts'
import type { Log } from '../../ports/log.ts'
import type { DeskLine } from '../desk-line.ts'

export type FeedParts = Readonly<{
  desk: Pick<DeskLine, 'ask' | 'onTold'>
  /** How everything stands in the ledger, before any `told`: at the start, and again where events were missed. */
  restored(record: TelegramRecord): void
  /** One event more, and the alerts that it made or changed. */
  told(stored: StoredEvent, alerts: readonly Alert[]): void
  /** A chat was let go while the record is still to come, which may take long: it must not be obeyed till then. Told once more after it. */
  unpaired(stored: StoredEvent): void
  /** Whoever tells what was missed says how far it knows the ledger, each time that it is read. Null: it does not know yet. */
  knownSeq?(): number | null
  log: Log
}>

/** Events that wait for the record; with more than these the record is asked for again, which knows them all. */
const MOST_WAITING = 20_000
const FIRST_PAUSE_MS = 250
const LONGEST_PAUSE_MS = 10_000

/**
 * From the ledger to alerts: what the archive has of it, and then each event as it is told. Events are listened to before the record is
 * asked for, so between both there is none; a gap in their numbers, as after an engine that died, leads to another record.
 */
export class AlertFeed {
  readonly #parts: FeedParts
  readonly #ended = new AbortController()
  readonly #deaf: () => void
  /** Null: the record has not come yet. */
  #book: AlertBook | null = null
  #throughSeq = 0
  #waiting: StoredEvent[] = []
  #reading = false

  constructor(parts: FeedParts) {
    this.#parts = parts
    this.#deaf = parts.desk.onTold(events => this.#hear(events))
  }

  get isReady(): boolean {
    return this.#book !== null
  }

  /** What an account counts in, as its events say; null: they do not, or the record has not come. */
  currencyOf(at: AlertPlace): string | null {
    return this.#book?.currencyOf(at) ?? null
  }

  /** Resolves when the record is there, or the feed was stopped. */
  async start(): Promise<void> {
    if (this.#reading) return
    this.#reading = true
    for (
      let pauseMs = FIRST_PAUSE_MS;
      !this.#ended.signal.aborted;
      pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)
    ) {
      const after = this.#parts.knownSeq?.() ?? undefined
      const answer = await this.#parts.desk.ask({ kind: 'telegramRecord', after })
      if (this.#ended.signal.aborted) return
      if (answer.is === 'answer') return this.#restore(answer.value)
      this.#parts.log.write('warn', 'The alerts of the ledger cannot be read yet.', { code: answer.code })
      await pause(pauseMs, null, { signal: this.#ended.signal }).catch(() => null)
    }
  }

  stop(): void {
    this.#deaf()
    this.#ended.abort()
  }

  #restore(record: TelegramRecord): void {
    this.#reading = false
    this.#book = AlertBook.restored(record)
    this.#throughSeq = record.throughSeq
    this.#parts.restored(record)
    for (const stored of this.#waiting.splice(0)) {
      if (this.#book === null) this.#keep(stored)
      else this.#fold(stored, this.#book)
    }
  }

  /** A ledger that was restored from a copy counts from further back, and none of what was known is sure. */
  #hear(events: readonly StoredEvent[]): void {
    for (const stored of events) {
      if (this.#book === null) this.#keep(stored)
      else if (stored.event.kind === 'ledgerRecovered') this.#missed(stored)
      else this.#fold(stored, this.#book)
    }
  }

  #fold(stored: StoredEvent, book: AlertBook): void {
    if (stored.seq === this.#throughSeq + 1) this.#take(stored, book)
    else if (stored.seq > this.#throughSeq) this.#missed(stored)
  }

  #take(stored: StoredEvent, book: AlertBook): void {
    this.#throughSeq = stored.seq
    this.#parts.told(stored, book.take(stored))
  }

  #keep(stored: StoredEvent): void {
    if (this.#waiting.length >= MOST_WAITING) this.#waiting = []
    this.#waiting.push(stored)
    if (stored.event.kind === 'chatUnpaired') this.#parts.unpaired(stored)
  }

  #missed(stored: StoredEvent): void {
    this.#parts.log.write('warn', 'Events were missed, so the ledger is read again.', {
      after: this.#throughSeq,
      next: stored.seq,
    })
    this.#book = null
    this.#keep(stored)
    void this.start()
  }
}
