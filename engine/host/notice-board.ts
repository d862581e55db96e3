import type { EpochMs } from '../contracts/primitives.ts'
import type { NoticeView } from '../contracts/views.ts'
import type { Log } from '../ports/log.ts'
import { Listeners } from './listeners.ts'
import type { Redactor } from './log/redactor.ts'

const KEPT = 20

/** What a person should know of the host itself. Every notice is in the log too. */
export class NoticeBoard {
  readonly #log: Log
  readonly #now: () => EpochMs
  readonly #redactor: Redactor
  readonly #listeners = new Listeners<NoticeView>()
  #newestFirst: readonly NoticeView[] = []

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

  /** The same sentence twice in a row is said once. */
  post(level: NoticeView['level'], said: string): void {
    const text = this.#redactor.hide(said)
    const [newest] = this.#newestFirst
    if (newest?.text === text && newest.level === level) return
    const notice = { atMs: this.#now(), level, text }
    this.#log.write(level, text)
    this.#newestFirst = [notice, ...this.#newestFirst].slice(0, KEPT)
    this.#listeners.tell(notice)
  }
}
