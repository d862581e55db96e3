import { InputFile, type Api } from 'grammy'
import type { ChatId, MessageId } from '../../contracts/telegram-chat.ts'
import { grammySignal } from '../grammy-signal.ts'
import type { Log } from '../../ports/log.ts'
import type { Reply } from '../reply.ts'
import { withoutMarks } from '../texts/html.ts'
import { problemOf, type CallProblem } from './call-problem.ts'
import { inlineKeyboardOf, keyboardOf } from './keyboard.ts'
import type { EditOutcome, Messenger, SendOutcome } from './messenger.ts'

/** No call to Telegram that is well takes so long; a connection that died without a word ends here. */
const PATIENCE_MS = 30_000

const NOT_OURS =
  /message to edit not found|message can't be edited|MESSAGE_ID_INVALID|no caption in the message to edit/i

/** The server can't read the marks of a text: https://core.telegram.org/bots/api#html-style */
const BAD_MARKS = /can't parse entities/i

/** Messages through grammY, one call each and never repeated here: what became of it is told as it is. */
export class GrammyMessenger implements Messenger {
  readonly #api: Api
  readonly #log: Log | null
  readonly #patienceMs: number

  constructor(
    api: Api,
    { log = null, patienceMs = PATIENCE_MS }: Readonly<{ log?: Log | null; patienceMs?: number }> = {},
  ) {
    this.#api = api
    this.#log = log
    this.#patienceMs = patienceMs
  }

  async send(chat: ChatId, reply: Reply, answers?: MessageId): Promise<SendOutcome> {
    const outcome = await this.#try(chat, markedText(reply), reply, answers)
    if (!hasBadMarks(outcome)) return outcome
    this.#unmarked(chat, outcome.text)
    return this.#try(chat, plainText(reply), reply, answers)
  }

  async #try(
    chat: ChatId,
    text: Text,
    reply: Reply,
    answers: MessageId | undefined,
  ): Promise<SendOutcome | CallProblem> {
    try {
      const { message_id: message } = await this.#post(chat, text, reply, answers)
      return { is: 'sent', message }
    } catch (reason: unknown) {
      return problemOf(reason)
    }
  }

  /** A reply without a picture also goes below a picture that is there already, where it is short enough. */
  async edit(chat: ChatId, message: MessageId, reply: Reply, isSearch = false): Promise<EditOutcome> {
    const outcome = await this.#changeReadably(chat, message, reply, reply.picture ? 'caption' : 'text')
    if (outcome !== 'noText') return outcome
    if (isSearch) return { is: 'gone' }
    const asCaption = await this.#changeReadably(chat, message, reply, 'caption')
    return asCaption === 'noText' ? { is: 'gone' } : asCaption
  }

  async #changeReadably(
    chat: ChatId,
    message: MessageId,
    reply: Reply,
    what: Part,
  ): Promise<EditOutcome | 'noText'> {
    const outcome = editOutcome(await this.#change(chat, message, markedText(reply), reply, what))
    if (outcome === 'noText' || !hasBadMarks(outcome)) return outcome
    this.#unmarked(chat, outcome.text)
    return editOutcome(await this.#change(chat, message, plainText(reply), reply, what))
  }

  /** A defect of ours, which shall not cost anybody the message. */
  #unmarked(chat: ChatId, text: string): void {
    this.#log?.write('error', 'Telegram refuses the marks of a message, which goes out as plain text', {
      chat,
      text,
    })
  }

  #post(
    chat: ChatId,
    { text, ...marks }: Text,
    reply: Reply,
    answers: MessageId | undefined,
  ): Promise<{ message_id: number }> {
    const { picture, isSilent = false } = reply
    const how = {
      ...marks,
      disable_notification: isSilent,
      ...keyboardOf(reply),
      ...(answers === undefined
        ? {}
        : { reply_parameters: { message_id: answers, allow_sending_without_reply: true } }),
    } as const
    if (!picture) {
      const withoutPreview = { ...how, link_preview_options: { is_disabled: true } }
      return this.#api.sendMessage(chat, text, withoutPreview, this.#patience())
    }
    const file = new InputFile(picture.png, picture.name)
    return this.#api.sendPhoto(chat, file, { ...how, caption: text }, this.#patience())
  }

  async #change(
    chat: ChatId,
    message: MessageId,
    { text, ...marks }: Text,
    reply: Reply,
    what: Part,
  ): Promise<CallProblem | null> {
    const how = { ...marks, ...inlineKeyboardOf(reply) }
    try {
      if (what === 'caption')
        await this.#api.editMessageCaption(chat, message, { ...how, caption: text }, this.#patience())
      else
        await this.#api.editMessageText(
          chat,
          message,
          text,
          { ...how, link_preview_options: { is_disabled: true } },
          this.#patience(),
        )
      return null
    } catch (reason: unknown) {
      return problemOf(reason)
    }
  }

  #patience() {
    return grammySignal(AbortSignal.timeout(this.#patienceMs))
  }
}

type Part = 'text' | 'caption'
type Text = Readonly<{ text: string; parse_mode?: 'HTML' }>

const markedText = ({ html }: Reply): Text => ({ text: html.text, parse_mode: 'HTML' })
const plainText = ({ html }: Reply): Text => ({ text: withoutMarks(html) })

const hasBadMarks = (
  outcome: SendOutcome | EditOutcome,
): outcome is Extract<SendOutcome, { is: 'refused' }> =>
  outcome.is === 'refused' && BAD_MARKS.test(outcome.text)

/** An edit whose answer was lost is made again: the second time it says that nothing changes. Null: it was changed. */
function editOutcome(problem: CallProblem | null): EditOutcome | 'noText' {
  if (problem === null) return { is: 'changed' }
  if (problem.is === 'lost') return { is: 'unreachable', afterMs: 0, text: problem.text }
  if (problem.is === 'unreachable') return problem
  const { words, text, shutOut } = problem
  if (/message is not modified/i.test(words)) return { is: 'same' }
  if (/no text in the message to edit/i.test(words)) return 'noText'
  return NOT_OURS.test(words) ? { is: 'gone' } : { is: 'refused', shutOut, text }
}
