import { createHash } from 'node:crypto'
import type { Message, User, UserFromGetMe } from 'grammy/types'
import { badRequest } from '../refusal.ts'
import { CallbackQueries } from './callback-queries.ts'
import type { ChatRoom } from './chat-room.ts'
import { CommandMenus } from './command-menus.ts'
import { RateLimits } from './rate-limits.ts'
import { messageOf, type StoredFile, type StoredMessage, type Version } from './stored-message.ts'
import { UpdateQueue } from './update-queue.ts'

/** What BotFather knows about one bot, and everything that was said to it and by it. */
export class BotAccount {
  readonly me: UserFromGetMe
  readonly now: () => number
  token: string
  webhookUrl = ''
  readonly updates: UpdateQueue
  readonly limits = new RateLimits()
  readonly menus = new CommandMenus()
  readonly queries = new CallbackQueries()
  readonly rooms = new Map<number, ChatRoom>()
  readonly files = new Map<string, StoredFile>()
  #messageCount = 0

  constructor(id: number, username: string, now: () => number) {
    this.now = now
    this.me = aBotUser(id, username)
    this.token = aToken(id, 1)
    this.updates = new UpdateQueue(100_000 + id)
  }

  /** BotFather's /revoke: the poll that waits ends empty, and the old token is worth nothing from now on. */
  revokeToken(): void {
    this.token = aToken(this.me.id, Number(this.token.slice(-4)) + 1)
    this.updates.wake()
  }

  /** The conversation that a `chat_id` names and the bot may write into. Names (@name) belong to no chat here. */
  room(chatId: number | string): ChatRoom {
    const room = typeof chatId === 'number' ? this.rooms.get(chatId) : undefined
    if (!room) throw badRequest('chat not found')
    room.enter()
    return room
  }

  /** Puts a message of the bot or of a person into a chat. */
  post(
    room: ChatRoom,
    from: User,
    version: Version,
    more: Partial<Pick<StoredMessage, 'isSilent' | 'origin' | 'repliesTo'>> = {},
  ): StoredMessage {
    const message = {
      id: ++this.#messageCount,
      from,
      isSilent: false,
      origin: null,
      repliesTo: null,
      ...more,
      versions: [version],
    }
    room.add(message)
    return message
  }

  /** How the bot gets to see a message, with the one it replies to. */
  seen(room: ChatRoom, stored: StoredMessage) {
    const replied = stored.repliesTo === null ? undefined : room.messages.get(stored.repliesTo)
    const message = messageOf(stored, room.chat)
    return replied ? { ...message, reply_to_message: asReplied(messageOf(replied, room.chat)) } : message
  }

  keep(name: string, bytes: Buffer): StoredFile {
    const digest = createHash('sha256').update(bytes).digest('base64url')
    const file = {
      id: `${digest.slice(0, 24)}-${this.files.size + 1}`,
      uniqueId: digest.slice(0, 16),
      name,
      bytes,
    }
    this.files.set(file.id, file)
    return file
  }
}

/** grammY's type wants the field that a replied message lacks to be there and undefined, which JSON can't say. */
const asReplied = (message: Message) => message as NonNullable<Message['reply_to_message']>

/** The shape of a real one: digits, a colon, 35 characters. The end counts how often it was revoked. */
function aToken(id: number, turn: number): string {
  return `${id}:${'TestOnlyNoRealTokenOfAnybody-__'.padEnd(31, 'A')}${String(turn).padStart(4, '0')}`
}

function aBotUser(id: number, username: string): UserFromGetMe {
  return {
    id,
    is_bot: true,
    first_name: username,
    username,
    can_join_groups: true,
    can_read_all_group_messages: false,
    supports_inline_queries: false,
    can_connect_to_business: false,
    has_main_web_app: false,
    has_topics_enabled: false,
    allows_users_to_create_topics: false,
    can_manage_bots: false,
    supports_join_request_queries: false,
  }
}
