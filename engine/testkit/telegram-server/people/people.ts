import type { Chat, User } from 'grammy/types'
import { ChatRoom } from '../state/chat-room.ts'
import type { BotAccount } from '../state/bot-account.ts'
import { tellMembership } from './membership.ts'
import { PersonInChat } from './person-in-chat.ts'

/** A person of flesh and blood; the number is theirs in every chat. */
export function aPerson(id: number, firstName: string, language = 'en'): User {
  return { id, is_bot: false, first_name: firstName, language_code: language }
}

/** The private chat of a person with a bot, who has not written yet: the number of such a chat is the person's own. */
export function privateChat(bot: BotAccount, person: User): PersonInChat {
  const existing = bot.rooms.get(person.id)
  if (existing) return new PersonInChat(bot, existing, person)
  const chat: Chat.PrivateChat = { id: person.id, type: 'private', first_name: person.first_name }
  const room = new ChatRoom(chat, [person])
  room.door = 'unstarted'
  bot.rooms.set(person.id, room)
  return new PersonInChat(bot, room, person)
}

/** A group that the first of the people made, and into which they took the bot. */
export function group(bot: BotAccount, title: string, people: readonly [User, ...User[]]): PersonInChat[] {
  const chat: Chat.GroupChat = { id: -1_000 - bot.rooms.size, type: 'group', title }
  const room = new ChatRoom(chat, people)
  room.administrators.add(people[0].id)
  bot.rooms.set(chat.id, room)
  tellMembership(bot, room, people[0], 'left', 'member')
  return people.map(person => new PersonInChat(bot, room, person))
}

/** What becomes of a group that outgrows itself: https://core.telegram.org/bots/api#message, migrate_to_chat_id. */
export function supergroup(bot: BotAccount, group: PersonInChat): PersonInChat {
  const before = bot.rooms.get(group.chatId)
  if (!before) throw new Error('The bot is not in this group.')
  const title = 'title' in before.chat ? (before.chat.title ?? '') : ''
  const chat: Chat.SupergroupChat = { id: -1_000_000_000_000 + before.chat.id, type: 'supergroup', title }
  const room = new ChatRoom(chat, [...before.members.values()])
  bot.rooms.set(chat.id, room)
  before.door = 'moved'
  const told = {
    message_id: 1_000_000,
    date: Math.floor(bot.now() / 1_000),
    chat: before.chat,
    from: group.person,
  }
  bot.updates.push('message', { message: { ...told, migrate_to_chat_id: chat.id } })
  return new PersonInChat(bot, room, group.person)
}
