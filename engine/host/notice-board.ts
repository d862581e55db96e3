import type { EpochMs } from '../contracts/primitives.ts'
import type { NoticeView } from '../contracts/views.ts'
import type { Log } from '../ports/log.ts'
import { Listeners } from './listeners.ts'
import type { Redactor } from './log/redactor.ts'

const KEPT = 20
/**
 * A trouble that goes on is said again and again, sooner than this: an engine that waits for space tries every five seconds, for ever.
 * What is said after such a silence, or after another sentence, has happened anew.
 */
const SILENCE_MS = 60_000

/** What a person should know of the host itself. Every notice is in the log too. */
export class NoticeBoard {
  readonly #log: Log
  readonly #now: () => EpochMs
  readonly #redactor: Redactor
  readonly #listeners = new Listeners<NoticeView>()
  #newestFirst: readonly NoticeView[] = []
  /** When the newest was said last, whether it was dropped or not. */
  #saidMs = -Infinity

  constructor(log: Log, now: () => EpochMs, redactor: Redactor) {
    this.#log = log
    this.#now = now
    this.#redactor = redactor
  }

  get newestFirst(): readonly NoticeView[] {
    return this.#newestFirst
  }

  onNotice(take: (notice: NoticeView) => void): () => void {
    return this.#listeners.add(take)
  }

  /** One trouble that goes on is said once. */
  post(level: NoticeView['level'], said: string): void {
    const text = this.#redactor.hide(said)
    const atMs = this.#now()
    const goesOn = this.#goesOn(level, text, atMs)
    this.#saidMs = atMs
    if (goesOn) return
    const notice = { atMs, level, text }
    this.#log.write(level, text)
    this.#newestFirst = [notice, ...this.#newestFirst].slice(0, KEPT)
    this.#listeners.tell(notice)
  }

  #goesOn(level: NoticeView['level'], text: string, nowMs: EpochMs): boolean {
    const [newest] = this.#newestFirst
    if (newest?.text !== text || newest.level !== level) return false
    // A clock that was set back must not keep a sentence away for hours.
    return Math.abs(nowMs - this.#saidMs) < SILENCE_MS
  }
}
