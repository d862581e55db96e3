import type { ChatId, TelegramNote } from '../../contracts/telegram-chat.ts'
import type { Log } from '../../ports/log.ts'
import type { DeskLine } from '../desk-line.ts'

/** Refusals of a note itself; every other one is of an engine that is not there, and passes. */
const FOR_GOOD: ReadonlySet<string> = new Set(['NOT_THE_BOT', 'GROUP_COMMANDER'])

const NO_ANSWER = { is: 'refused', code: 'NO_ANSWER', text: 'The desk did not answer.' } as const

const FIRST_PAUSE_MS = 200
const LONGEST_PAUSE_MS = 10_000

/** Notes on their way into the ledger: those of a chat in their order, each until the engine has taken it. */
export class NoteKeeper {
  readonly #desk: Pick<DeskLine, 'note'>
  readonly #log: Log
  readonly #ends = new Map<ChatId, Promise<void>>()
  readonly #pauses = new Set<() => void>()
  #isStopped = false

  constructor(desk: Pick<DeskLine, 'note'>, log: Log) {
    this.#desk = desk
    this.#log = log
  }

  /** Resolves when it is on disk, is refused for good, or nobody waits for it any more. Never rejects. */
  write(note: TelegramNote): Promise<void> {
    const written = (this.#ends.get(note.chat) ?? Promise.resolve()).then(() => this.#writeUntilTaken(note))
    this.#ends.set(note.chat, written)
    void written.then(() => {
      if (this.#ends.get(note.chat) === written) this.#ends.delete(note.chat)
    })
    return written
  }

  /** All notes so far have been written. */
  async idle(): Promise<void> {
    await Promise.all(this.#ends.values())
  }

  /** Notes that the engine does not take at once are dropped from now on. */
  stop(): void {
    this.#isStopped = true
    for (const end of this.#pauses) end()
  }

  async #writeUntilTaken(note: TelegramNote): Promise<void> {
    for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(LONGEST_PAUSE_MS, pauseMs * 2)) {
      const answer = await this.#desk.note(note).catch(() => NO_ANSWER)
      if (answer.is === 'done') return
      const [code, text] =
        answer.is === 'refused' ? [answer.code, answer.text] : ['DENIED', 'The gate denied it.']
      if (FOR_GOOD.has(code) || this.#isStopped) {
        this.#log.write('warn', 'A note of what was told over Telegram is not in the ledger', {
          note: note.note,
          code,
          text,
        })
        return
      }
      await this.#pause(pauseMs)
    }
  }

  #pause(ms: number): Promise<void> {
    return new Promise(resolve => {
      const end = () => {
        clearTimeout(timer)
        this.#pauses.delete(end)
        resolve()
      }
      const timer = setTimeout(end, ms)
      this.#pauses.add(end)
    })
  }
}
