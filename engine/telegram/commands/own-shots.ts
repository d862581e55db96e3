import type { Alert, AlertFact } from '../../contracts/alerts.ts'
import type { CommandAnswer } from '../../contracts/commands.ts'
import type { ChatId } from '../../contracts/telegram-chat.ts'
import type { Followed } from './outcome/follow.ts'

type Shot = {
  readonly chat: ChatId
  readonly mission: string
  /** What is answered there; null: it is being carried out. */
  answer: CommandAnswer | null
  /** The newest that its answer knows of. */
  throughSeq: number
}

type Answered = (chat: ChatId, isToldThere: (alert: Alert) => boolean) => void

/** Shots that a chat has confirmed, until their answers stand there: what an answer tells is no alert besides. */
export class OwnShots {
  readonly #inHand = new Set<Shot>()
  readonly #answered: Answered

  /** `answered`: what was held back for an answer is told now, unless it is told by that. */
  constructor(answered: Answered = () => undefined) {
    this.#answered = answered
  }

  /** `fate` is to be called when the answer stands in the chat, or will not. */
  async during(
    chat: ChatId,
    mission: string,
    work: () => Promise<Followed>,
  ): Promise<Followed & { fate: (isThere: boolean) => void }> {
    const shot: Shot = { chat, mission, answer: null, throughSeq: 0 }
    this.#inHand.add(shot)
    try {
      const followed = await work()
      shot.answer = followed.answer
      this.#answered(chat, () => false)
      return { ...followed, fate: isThere => this.#end(shot, isThere) }
    } catch (problem: unknown) {
      this.#end(shot, false)
      throw problem
    }
  }

  /** An answer that is on its way to this chat tells it, or may. */
  mayTell(alert: Alert, chat: ChatId): boolean {
    for (const shot of this.#inHand) {
      if (shot.chat !== chat || !mayTell(shot, alert)) continue
      if (shot.answer === null) shot.throughSeq = Math.max(shot.throughSeq, alert.seq)
      return true
    }
    return false
  }

  #end(shot: Shot, isThere: boolean): void {
    this.#inHand.delete(shot)
    this.#answered(shot.chat, alert => isThere && mayTell(shot, alert))
  }
}

/** Somebody else may fire the same mission meanwhile, and an engine that dies says nothing of the order that it has sent. */
function mayTell({ mission, answer, throughSeq }: Shot, { fact, seq }: Alert): boolean {
  if (!isOutcome(fact) || fact.course?.mission.id !== mission) return false
  if (answer === null) return true
  if (fact.kind === 'denied') return answer.is === 'denied' && seq <= throughSeq
  const isItsOrder = answer.is === 'done' && answer.order === fact.course.order?.order
  // That it was fired is said by whatever the answer says.
  return isItsOrder && (fact.kind === 'fired' || seq <= throughSeq)
}

/** What the answer to a shot says. */
function isOutcome(fact: AlertFact): fact is Extract<AlertFact, { course: unknown }> {
  if (fact.kind === 'denied') return fact.origin === 'telegram'
  return (
    fact.kind === 'fired' || fact.kind === 'filled' || (fact.kind === 'trouble' && fact.what === 'notFilled')
  )
}
