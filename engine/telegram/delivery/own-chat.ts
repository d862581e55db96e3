import type { BotId } from '../../contracts/telegram-chat.ts'
import type { PairedChat, SentAlert } from '../../contracts/telegram.ts'

/** A chat as the bot that writes now knows it. */
export type OwnChat = PairedChat &
  Readonly<{
    /** What another bot has told there: it is known, but no message of it can be changed or answered here. */
    elsewhere: ReadonlySet<string>
  }>

/** Each bot numbers its messages by itself: the number of another one's may be any message here. `bot` null: nobody knows. */
export function ownChat(chat: PairedChat, bot: BotId | null): OwnChat {
  const isOwn = (sent: SentAlert): boolean => bot === null || (sent.bot ?? chat.bot ?? bot) === bot
  const all = Object.entries(chat.sent)
  return {
    ...chat,
    sent: Object.fromEntries(all.filter(([, sent]) => isOwn(sent))),
    elsewhere: new Set(all.flatMap(([key, sent]) => (isOwn(sent) || sent.message === null ? [] : [key]))),
  }
}
