/** One message on its way: sent, and where its answer was lost looked for before it is sent again. */
import type { ChatId, MessageId } from '../../contracts/telegram-chat.ts'
import type { Reply } from '../reply.ts'
import { REPEAT_FOLLOWS, repeatMark } from '../texts/repeat-mark.ts'
import type { MessageNumbers } from './message-numbers.ts'
import type { EditOutcome, Messenger, SendOutcome } from './messenger.ts'

export type Errand = {
  /** In the words of now. */
  readonly reply: () => Reply
  readonly answers?: MessageId | undefined
  /** Below everything that its last try may have become; null: nobody knows, so it can't be looked for. */
  after: MessageId | null
  /** It may have arrived, as a message after `after`, but as none of these, which were looked at. */
  lost: Set<MessageId> | null
  /** It was looked for and not found, and may still turn up. */
  isRepeat: boolean
}

export const anErrand = (reply: () => Reply, answers?: MessageId): Errand => ({
  reply,
  answers,
  after: null,
  lost: null,
  isRepeat: false,
})

/** `missing`: it is in none of the messages that it may be. */
export type Search =
  | Readonly<{ is: 'found'; message: MessageId }>
  | Readonly<{ is: 'missing' }>
  | Exclude<EditOutcome, { is: 'changed' | 'same' | 'gone' }>

/** `more`: how many messages beyond the highest that is known are looked at, since others write too. */
export type Road = Readonly<{ messenger: Messenger; numbers: MessageNumbers; more: number }>

export async function send(road: Road, chat: ChatId, errand: Errand): Promise<SendOutcome> {
  if (errand.isRepeat && road.numbers.floor(chat) === null) {
    const announced = await announce(road, chat)
    if (announced.is !== 'sent') return announced
  }
  errand.after = road.numbers.floor(chat)
  const outcome = await road.messenger.send(chat, wordsOf(errand), errand.answers)
  if (outcome.is === 'lost') errand.lost = new Set()
  if (outcome.is === 'sent') road.numbers.sent(chat, outcome.message)
  return outcome
}

/** With its number a repeat can be looked for when its answer is lost as well: there is never a third. */
async function announce({ messenger, numbers }: Road, chat: ChatId): Promise<SendOutcome> {
  const outcome = await messenger.send(chat, REPEAT_FOLLOWS)
  if (outcome.is === 'sent') numbers.sent(chat, outcome.message)
  return outcome
}

/**
 * Changes each message that may be the lost one to what that says. Only a message of the bot in this chat can be changed, and
 * all others of it are known: one that lets itself be changed, or says exactly that already, is the one.
 */
export async function search(road: Road, chat: ChatId, errand: Errand): Promise<Search> {
  const { lost } = errand
  if (!lost) return { is: 'missing' }
  for (const message of road.numbers.unknown(chat, errand.after, road.more)) {
    if (lost.has(message)) continue
    const outcome = await road.messenger.edit(chat, message, wordsOf(errand), true)
    if (outcome.is === 'changed' || outcome.is === 'same') {
      road.numbers.sent(chat, message)
      errand.lost = null
      return { is: 'found', message }
    }
    if (outcome.is === 'unreachable' || (outcome.is === 'refused' && outcome.shutOut)) return outcome
    lost.add(message)
  }
  errand.lost = null
  errand.isRepeat = true
  return { is: 'missing' }
}

const wordsOf = ({ reply, isRepeat }: Errand): Reply => (isRepeat ? repeatMark(reply()) : reply())
