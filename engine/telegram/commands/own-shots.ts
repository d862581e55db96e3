import type { Alert, AlertFact } from '../../contracts/alerts.ts'
import type { ChatId } from '../../contracts/telegram-chat.ts'

/** Shots that a chat has confirmed and that are being carried out: what becomes of them is answered there. */
export class OwnShots {
  readonly #inHand = new Set<string>()

  async during<T>(chat: ChatId, mission: string, work: () => Promise<T>): Promise<T> {
    const shot = nameOf(chat, mission)
    this.#inHand.add(shot)
    try {
      return await work()
    } finally {
      this.#inHand.delete(shot)
    }
  }

  /** The answer that is on its way to this chat tells it. */
  tell({ fact }: Alert, chat: ChatId): boolean {
    if (!isOutcome(fact) || !fact.course) return false
    return this.#inHand.has(nameOf(chat, fact.course.mission.id))
  }
}

/** What the answer to a shot says. */
function isOutcome(fact: AlertFact): fact is Extract<AlertFact, { course: unknown }> {
  if (fact.kind === 'denied') return fact.origin === 'telegram'
  return (
    fact.kind === 'fired' || fact.kind === 'filled' || (fact.kind === 'trouble' && fact.what === 'notFilled')
  )
}

const nameOf = (chat: ChatId, mission: string): string => `${chat} ${mission}`
