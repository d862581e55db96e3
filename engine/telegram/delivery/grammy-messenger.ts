import { InputFile, type Api } from 'grammy'
import type { ChatId, MessageId } from '../../contracts/telegram-chat.ts'
import { grammySignal } from '../grammy-signal.ts'
import type { Reply } from '../reply.ts'
import { problemOf, type CallProblem } from './call-problem.ts'
import { inlineKeyboardOf, keyboardOf } from './keyboard.ts'
import type { EditOutcome, Messenger, SendOutcome } from './messenger.ts'

/** No call to Telegram that is well takes so long; a connection that died without a word ends here. */
const PATIENCE_MS = 30_000

const NOT_OURS =
  /message to edit not found|message can't be edited|MESSAGE_ID_INVALID|no caption in the message to edit/i

/** Messages through grammY, one call each and never repeated here: what became of it is told as it is. */
export class GrammyMessenger implements Messenger {
  readonly #api: Api
  readonly #patienceMs: number

  constructor(api: Api, patienceMs = PATIENCE_MS) {
    this.#api = api
    this.#patienceMs = patienceMs
  }

  async send(chat: ChatId, reply: Reply, answers?: MessageId): Promise<SendOutcome> {
    try {
      const { message_id: message } = await this.#post(chat, reply, answers)
      return { is: 'sent', message }
    } catch (reason: unknown) {
      return problemOf(reason)
    }
  }

  /** A reply without a picture also goes below a picture that is there already, where it is short enough. */
  async edit(chat: ChatId, message: MessageId, reply: Reply, isSearch = false): Promise<EditOutcome> {
    const outcome = await this.#change(chat, message, reply, reply.picture ? 'caption' : 'text')
    if (outcome !== 'noText') return outcome
    if (isSearch) return { is: 'gone' }
    const asCaption = await this.#change(chat, message, reply, 'caption')
    return asCaption === 'noText' ? { is: 'gone' } : asCaption
  }

  #post(chat: ChatId, reply: Reply, answers: MessageId | undefined): Promise<{ message_id: number }> {
    const { html, picture, isSilent = false } = reply
    const how = {
      parse_mode: 'HTML',
      disable_notification: isSilent,
      ...keyboardOf(reply),
      ...(answers === undefined
        ? {}
        : { reply_parameters: { message_id: answers, allow_sending_without_reply: true } }),
    } as const
    if (!picture) {
      const withoutPreview = { ...how, link_preview_options: { is_disabled: true } }
      return this.#api.sendMessage(chat, html.text, withoutPreview, this.#patience())
    }
    const file = new InputFile(picture.png, picture.name)
    return this.#api.sendPhoto(chat, file, { ...how, caption: html.text }, this.#patience())
  }

  async #change(
    chat: ChatId,
    message: MessageId,
    reply: Reply,
    what: 'text' | 'caption',
  ): Promise<EditOutcome | 'noText'> {
    const how = { parse_mode: 'HTML', ...inlineKeyboardOf(reply) } as const
    const { text } = reply.html
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
      return { is: 'changed' }
    } catch (reason: unknown) {
      return editProblem(problemOf(reason))
    }
  }

  #patience() {
    return grammySignal(AbortSignal.timeout(this.#patienceMs))
  }
}

/** An edit whose answer was lost is made again: the second time it says that nothing changes. */
function editProblem(problem: CallProblem): EditOutcome | 'noText' {
  if (problem.is === 'lost') return { is: 'unreachable', afterMs: 0, text: problem.text }
  if (problem.is === 'unreachable') return problem
  const { words, text, shutOut } = problem
  if (/message is not modified/i.test(words)) return { is: 'same' }
  if (/no text in the message to edit/i.test(words)) return 'noText'
  return NOT_OURS.test(words) ? { is: 'gone' } : { is: 'refused', shutOut, text }
}
