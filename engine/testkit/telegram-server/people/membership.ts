import type { ChatMemberUpdated, User } from 'grammy/types'
import type { BotAccount } from '../state/bot-account.ts'
import type { ChatRoom } from '../state/chat-room.ts'

export type Membership = 'member' | 'kicked' | 'left'

/** https://core.telegram.org/bots/api#chatmemberupdated: the bot hears that it was blocked, taken in or thrown out. */
export function tellMembership(
  bot: BotAccount,
  room: ChatRoom,
  by: User,
  before: Membership,
  after: Membership,
): void {
  const update: ChatMemberUpdated = {
    chat: room.chat,
    from: by,
    date: Math.floor(bot.now() / 1_000),
    old_chat_member: memberOf(bot.me, before),
    new_chat_member: memberOf(bot.me, after),
  }
  bot.updates.push('my_chat_member', { my_chat_member: update })
}

function memberOf(user: User, status: Membership): ChatMemberUpdated['new_chat_member'] {
  return status === 'kicked' ? { user, status, until_date: 0 } : { user, status }
}
