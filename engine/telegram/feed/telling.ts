import type { Alert, AlertPlace } from '../../contracts/alerts.ts'
import type { StoredEvent } from '../../contracts/events.ts'
import type { TelegramRecord } from '../../contracts/telegram.ts'
import type { NoticeView } from '../../contracts/views.ts'
import type { Log } from '../../ports/log.ts'
import type { Delivery } from '../delivery/delivery.ts'
import type { DeskLine } from '../desk-line.ts'
import type { Reception } from '../pairing/reception.ts'
import type { Roster } from '../pairing/roster.ts'
import { AlertFeed } from './alert-feed.ts'
import type { Currencies } from './currencies.ts'
import { NoticeLine } from './notice-line.ts'

export type TellingParts = Readonly<{
  desk: Pick<DeskLine, 'ask' | 'onTold' | 'onNotice'>
  reception: Reception
  roster: Roster
  delivery: Pick<Delivery, 'take' | 'answer' | 'release'>
  currencies: Currencies
  /** On the computer's clock. */
  now(): number
  log: Log
  /** The ledger has said who is paired, for the first time. */
  ready(): void
}>

/** What happens at the desk, on its way to the lines of the chats: alerts to all, the program's own troubles to who commands. */
export class Telling {
  readonly #parts: TellingParts
  readonly #feed: AlertFeed
  readonly #notices: NoticeLine
  readonly #deaf: () => void
  #wasReady = false

  constructor(parts: TellingParts) {
    this.#parts = parts
    this.#feed = new AlertFeed({
      desk: parts.desk,
      log: parts.log,
      restored: record => this.#restored(record),
      told: (stored, alerts) => this.#told(stored, alerts),
      unpaired: stored => parts.reception.told(stored),
    })
    this.#notices = new NoticeLine(() => parts.now())
    this.#deaf = parts.desk.onNotice(notice => this.#noticed(notice))
  }

  currencyOf(at: AlertPlace): string | null {
    return this.#feed.currencyOf(at)
  }

  get isReady(): boolean {
    return this.#feed.isReady
  }

  start(): void {
    void this.#feed.start()
  }

  stop(): void {
    this.#feed.stop()
    this.#deaf()
  }

  #restored(record: TelegramRecord): void {
    for (const { at } of record.alerts) void this.#parts.currencies.learn(at)
    this.#parts.reception.restored(record)
    if (!this.#wasReady) this.#parts.ready()
    this.#wasReady = true
  }

  #told(stored: StoredEvent, alerts: readonly Alert[]): void {
    this.#parts.reception.told(stored)
    for (const { at } of alerts) void this.#parts.currencies.learn(at)
    this.#parts.delivery.take(alerts)
    if (stored.event.kind === 'armed') this.#parts.delivery.release()
  }

  #noticed(notice: NoticeView): void {
    const reply = this.#notices.take(notice)
    if (reply === null) return
    for (const { chat, role } of this.#parts.roster.all())
      if (role === 'commander') void this.#parts.delivery.answer(chat, reply)
  }
}
