import { randomBytes } from 'node:crypto'
import type { ChatId } from '../../contracts/telegram-chat.ts'
import type { Reply } from '../reply.ts'
import { html, lines } from '../texts/html.ts'
import type { PressAnswer } from './router.ts'
import { QUESTION_MS, type Intent, type SafeHands } from './safe-hands.ts'

/** Of one chat; asking once more ends the oldest. */
export const OPEN_QUESTIONS = 5
/** What was answered lately, so that a second press of it isn't taken for a press that came too late. */
const ANSWERED_KEPT = 100

const ENDED = 'This question has ended. Ask again.'

type Clocks = Readonly<{
  /** On the computer's clock. */
  now(): number
  /** Ms that only ever rise. */
  monotonicMs(): number
}>
type Question = Intent &
  Readonly<{
    askedMs: number
    askedWallMs: number
    timer: NodeJS.Timeout
    /** What takes the question's place by itself; null: whoever has answered it sees to that. */
    settle(reply: Reply | null): void
  }>

/**
 *   asked ──yes──► carried out       each once; the way back is a new question
 *     ├────no──► dropped
 *     └──30 s, a restart, five newer ones──► ended, and its buttons go
 *
 * A clock that only rises may stand still while the computer sleeps, and the other may be set back: whichever has gone further counts.
 */
export class NonceHands implements SafeHands {
  readonly #clocks: Clocks
  /** By nonce, oldest first. */
  readonly #open = new Map<string, Question>()
  readonly #answered = new Map<string, ChatId>()

  constructor(clocks: Clocks) {
    this.#clocks = clocks
  }

  ask(intent: Intent): Reply {
    this.#tidy(intent.chat)
    const nonce = randomBytes(16).toString('base64url')
    const [askedMs, askedWallMs] = [this.#clocks.monotonicMs(), this.#clocks.now()]
    const later = new Promise<Reply | null>(settle => {
      const timer = setTimeout(() => this.#end(nonce), QUESTION_MS + 1)
      timer.unref()
      this.#open.set(nonce, { ...intent, askedMs, askedWallMs, timer, settle })
    })
    return {
      later,
      html: lines(intent.figures, html`<i>The buttons work once, for ${QUESTION_MS / 1_000} s.</i>`),
      buttons: [
        [
          { label: `✅ ${intent.label}`, nonce, yes: true },
          { label: 'No', nonce, yes: false },
        ],
      ],
    }
  }

  /** It stands open, or was answered lately. */
  knows(nonce: string): boolean {
    return this.#open.has(nonce) || this.#answered.has(nonce)
  }

  /** Rejects as the intent does. */
  press(chat: ChatId, nonce: string, yes: boolean): PressAnswer {
    if (this.#answered.get(nonce) === chat) return said('This was answered already.', null)
    const question = this.#open.get(nonce)
    // Of another chat it is as if it did not exist, and stays as it is there.
    if (!question || question.chat !== chat) return said(ENDED, replacing(ENDED))
    this.#settle(nonce, question, null)
    if (this.#isOver(question)) return said(ENDED, replacing(ENDED))
    this.#answered.set(nonce, chat)
    this.#forgetOldest()
    if (!yes) return said('Left as it is.', replacing(`Not done: ${question.label}.`))
    return { toast: 'Being carried out…', reply: this.#carryOut(question) }
  }

  /** Nothing that was asked in this chat can be answered any more. */
  forget(chat: ChatId): void {
    for (const [nonce, question] of this.#open) if (question.chat === chat) this.#end(nonce)
  }

  /** Nothing that was asked can be answered any more. */
  end(): void {
    for (const nonce of this.#open.keys()) this.#end(nonce)
  }

  #end(nonce: string): void {
    const question = this.#open.get(nonce)
    if (question) this.#settle(nonce, question, endedText(question))
  }

  #settle(nonce: string, { timer, settle }: Question, reply: Reply | null): void {
    clearTimeout(timer)
    this.#open.delete(nonce)
    settle(reply)
  }

  async #carryOut(question: Question): Promise<Reply> {
    return { ...(await question.carryOut()), replaces: true }
  }

  #isOver({ askedMs, askedWallMs }: Question): boolean {
    const { now, monotonicMs } = this.#clocks
    return Math.max(monotonicMs() - askedMs, now() - askedWallMs) > QUESTION_MS
  }

  #tidy(chat: ChatId): void {
    for (const [nonce, question] of this.#open) if (this.#isOver(question)) this.#end(nonce)
    const own = [...this.#open].filter(([, question]) => question.chat === chat)
    for (const [nonce] of own.slice(0, Math.max(0, own.length - OPEN_QUESTIONS + 1))) this.#end(nonce)
  }

  #forgetOldest(): void {
    for (const nonce of this.#answered.keys()) {
      if (this.#answered.size <= ANSWERED_KEPT) return
      this.#answered.delete(nonce)
    }
  }
}

const said = (toast: string, reply: Reply | null): PressAnswer => ({ toast, reply: Promise.resolve(reply) })

const endedText = ({ label }: Question): Reply => ({
  html: html`⌛ This question has ended, and nothing was done: ${label}.`,
})

const replacing = (text: string): Reply => ({ html: lines(text), replaces: true })
