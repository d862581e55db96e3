import type { Api } from 'grammy'
import type { ChatId, MessageId } from '../../contracts/telegram-chat.ts'
import type { Reply } from '../reply.ts'
import type { EditOutcome, Messenger, SendOutcome } from './messenger.ts'

/** Messages through grammY, one call each and never repeated here: what became of it is told as it is. */
export class GrammyMessenger implements Messenger {
  readonly #api: Api

  constructor(api: Api) {
    this.#api = api
  }

  async send(chat: ChatId, reply: Reply, answers?: MessageId): Promise<SendOutcome> {
    void answers
    const { message_id: message } = await this.#api.sendMessage(chat, reply.html.text, { parse_mode: 'HTML' })
    return { is: 'sent', message }
  }

  async edit(chat: ChatId, message: MessageId, reply: Reply): Promise<EditOutcome> {
    await this.#api.editMessageText(chat, message, reply.html.text, { parse_mode: 'HTML' })
    return { is: 'changed' }
  }
}
