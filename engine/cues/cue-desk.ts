import type { Alert } from '../contracts/alerts.ts'
import type { Cue, CuePlay } from '../contracts/cues.ts'
import type { StoredEvent } from '../contracts/events.ts'
import type { NoticeView } from '../contracts/views.ts'
import type { AlertSettings } from '../contracts/settings-alerts.ts'
import type { TelegramRecord } from '../contracts/telegram.ts'
import { AlertBook } from '../domain/alerts/alert-book.ts'
import { AlertFeed, type FeedParts } from '../telegram/feed/alert-feed.ts'
import type { DeskLine } from '../telegram/desk-line.ts'
import { CueBook } from './cue-book.ts'
import { cueOfTrouble } from './cue-of.ts'
import { together } from './together.ts'

/** What is told within this is told as one; what is wrong waits no longer than that either. */
const GATHER_MS = 800
/** And after something was told, the rest waits this long: a terminal that tells a whole night takes a while. */
const PAUSE_MS = 5_000

export type CueDeskParts = Readonly<{
  desk: FeedParts['desk'] &
    Pick<DeskLine, 'onNotice'> &
    Readonly<{
      /** The last event that stood before this start told its first; null: it has told none yet. */
      headAtStart(): number | null
      /** What the program has complained of already, newest first. */
      notices(): readonly NoticeView[]
    }>
  log: FeedParts['log']
  /** As they hold now. */
  settings(): AlertSettings
  tell(cue: Cue): void
  /** On a clock that only goes forward. */
  now(): number
}>

/** From what happens at the desk to what this computer tells of it. */
export class CueDesk {
  readonly #parts: CueDeskParts
  readonly #feed: AlertFeed
  readonly #book: CueBook
  /** What came up to here was told, or stood before. Null: the ledger has not been read yet. */
  #throughSeq: number | null = null
  #waiting: Cue[] = []
  readonly #deaf: readonly (() => void)[]
  #timer: NodeJS.Timeout | null = null
  #dueMs = Infinity
  #toldMs = -Infinity

  constructor(parts: CueDeskParts) {
    this.#parts = parts
    this.#book = new CueBook(at => this.#feed.currencyOf(at))
    this.#feed = new AlertFeed({
      desk: parts.desk,
      log: parts.log,
      knownSeq: () => this.#knownSeq(),
      restored: record => this.#restored(record),
      told: (stored, alerts) => this.#told(stored.seq, alerts),
      unpaired: () => undefined,
    })
    this.#deaf = [
      parts.desk.onNotice(notice => this.#noticed(notice)),
      parts.desk.onTold(events => events.forEach(stored => this.#lookForRecovery(stored))),
    ]
    // The desk is built before anybody can listen to it.
    for (const notice of parts.desk.notices().toReversed()) this.#noticed(notice)
    void this.#feed.start()
  }

  stop(): void {
    for (const deaf of this.#deaf) deaf()
    this.#feed.stop()
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = null
  }

  #knownSeq(): number | null {
    return this.#throughSeq ?? this.#parts.desk.headAtStart()
  }

  /** What stood before is known; what was missed, such as an engine's last words or a terminal's first, is news in its order. */
  #restored({ throughSeq, alerts, missed = [] }: TelegramRecord): void {
    const before = this.#knownSeq() ?? throughSeq
    this.#throughSeq = throughSeq
    this.#book.know(alerts.filter(({ seq }) => seq <= before))
    const news = missed.filter(({ seq }) => seq > before)
    this.#book.know(news.filter(({ firstSeq, fact }) => firstSeq <= before && fact.kind === 'link' && fact.backMs !== null)) // prettier-ignore
    for (const alert of news) this.#take(alert, alert.seq)
  }

  /** From here on the numbers and keys are another ledger's: it counts from further back, and that is told whatever was told before. */
  #lookForRecovery(stored: StoredEvent): void {
    if (stored.event.kind !== 'ledgerRecovered') return
    this.#book.forget()
    this.#told(stored.seq, new AlertBook().take(stored))
  }

  #told(seq: number, alerts: readonly Alert[]): void {
    this.#throughSeq = seq
    for (const alert of alerts) this.#take(alert, seq)
  }

  #take(alert: Alert, seq: number): void {
    const cue = this.#book.take(alert, seq)
    if (cue !== null) this.#gather(cue)
  }

  /** The program's own troubles: an engine that died tells no event. */
  #noticed({ level, text }: NoticeView): void {
    if (level === 'error') this.#gather(cueOfTrouble(text))
  }

  #gather(cue: Cue): void {
    const noise = this.#parts.settings().noise[cue.kind]
    if (noise === 'off') return
    this.#waiting.push(noise === 'silent' ? { ...cue, sound: null, spoken: null } : cue)
    this.#wait(cue.isUrgent)
  }

  #wait(isUrgent: boolean): void {
    const nowMs = this.#parts.now()
    const pauseMs = isUrgent ? 0 : this.#toldMs + PAUSE_MS - nowMs
    const dueMs = nowMs + Math.max(GATHER_MS, pauseMs)
    if (this.#timer !== null && this.#dueMs <= dueMs) return
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#dueMs = dueMs
    this.#timer = setTimeout(() => this.#flush(), dueMs - nowMs)
  }

  #flush(): void {
    this.#timer = null
    this.#toldMs = this.#parts.now()
    const cue = together(this.#waiting.splice(0))
    if (cue !== null) this.#parts.tell(cue)
  }
}

/** What of a cue is heard: nothing while it is quiet. */
export function playOf(
  { sound, spoken }: Pick<Cue, 'sound' | 'spoken'>,
  { quiet, sounds, voice, volume }: AlertSettings,
): CuePlay | null {
  const play = {
    sound: sounds && !quiet ? sound : null,
    spoken: voice && !quiet ? spoken : null,
    volume,
  }
  return (play.sound === null && play.spoken === null) || volume === 0 ? null : play
}
