import type { ChatId, MessageId } from '../../contracts/telegram-chat.ts'
import type { Reply } from '../reply.ts'
import { anErrand, search, send, type Errand, type Road } from './errand.ts'
import { partsOf } from './reply-parts.ts'
import type { Step } from './step.ts'

/** What became of an answer: `dropped` when the line ended, or too many waited. */
export type AnswerFate =
  | Readonly<{ is: 'sent'; message: MessageId }>
  | Readonly<{ is: 'refused'; text: string }>
  | Readonly<{ is: 'dropped' }>

type Answer = {
  readonly errand: Errand
  /** The message that is changed to it; null: a new one is written. */
  replaces: MessageId | null
  end(fate: AnswerFate): void
}

/** Who asks so much while nothing gets through no longer knows what for. */
const WAITING_MOST = 100

/** What was asked for in one chat and waits to be said, in its order. */
export class AnswerLine {
  readonly #chat: ChatId
  readonly #answers: Answer[] = []

  constructor(chat: ChatId) {
    this.#chat = chat
  }

  get size(): number {
    return this.#answers.length
  }

  /** Ends with the fate of its first message. */
  add(reply: Reply, answers?: MessageId): Promise<AnswerFate> {
    const [first, ...rest] = partsOf(reply)
    const fate = this.#put(
      anErrand(() => first, answers),
      null,
    )
    for (const part of rest)
      void this.#put(
        anErrand(() => part),
        null,
      )
    if (this.#answers.length > WAITING_MOST) this.#answers.shift()?.end({ is: 'dropped' })
    return fate
  }

  replace(message: MessageId, reply: Reply): Promise<AnswerFate> {
    const [first, ...rest] = partsOf(reply)
    const fate = this.#put(
      anErrand(() => first),
      message,
    )
    for (const part of rest)
      void this.#put(
        anErrand(() => part),
        null,
      )
    return fate
  }

  /** The rest of what was said just now. */
  goOn(parts: readonly Reply[]): void {
    const rest = parts.map(part => ({ errand: anErrand(() => part), replaces: null, end: () => undefined }))
    this.#answers.unshift(...rest)
  }

  /** One try of the first that waits. */
  async step(road: Road): Promise<Step> {
    const [answer] = this.#answers
    if (!answer) return { is: 'again' }
    if (answer.replaces !== null) return this.#change(road, answer, answer.replaces)
    if (answer.errand.lost) return this.#search(road, answer)
    const outcome = await send(road, this.#chat, answer.errand)
    if (outcome.is === 'sent') return this.#end(answer, outcome)
    if (outcome.is === 'refused') this.#end(answer, { is: 'refused', text: outcome.text })
    return outcome
  }

  /** The first can't be said: a defect. */
  skip(): void {
    this.#answers.shift()?.end({ is: 'refused', text: 'It could not be written.' })
  }

  drop(fate: AnswerFate = { is: 'dropped' }): void {
    for (const answer of this.#answers.splice(0)) answer.end(fate)
  }

  async #change({ messenger }: Road, answer: Answer, message: MessageId): Promise<Step> {
    const outcome = await messenger.edit(this.#chat, message, answer.errand.reply())
    if (outcome.is === 'changed' || outcome.is === 'same') return this.#end(answer, { is: 'sent', message })
    if (outcome.is === 'unreachable') return outcome
    if (outcome.is === 'refused') {
      this.#end(answer, { is: 'refused', text: outcome.text })
      return outcome
    }
    answer.replaces = null
    return { is: 'again' }
  }

  async #search(road: Road, answer: Answer): Promise<Step> {
    const found = await search(road, this.#chat, answer.errand)
    if (found.is === 'found') return this.#end(answer, { is: 'sent', message: found.message })
    return found.is === 'missing' ? { is: 'again' } : found
  }

  #put(errand: Errand, replaces: MessageId | null): Promise<AnswerFate> {
    return new Promise(end => this.#answers.push({ errand, replaces, end }))
  }

  #end(answer: Answer, fate: AnswerFate): Step {
    const at = this.#answers.indexOf(answer)
    if (at !== -1) this.#answers.splice(at, 1)
    answer.end(fate)
    return { is: 'through' }
  }
}
