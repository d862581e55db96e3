/** What a chat can say to the bot: one row of the table each. */
import type { EpochMs } from '../../contracts/primitives.ts'
import type { ChatRole } from '../../contracts/telegram-chat.ts'
import type { PairedChat } from '../../contracts/telegram.ts'
import type { DeskLine } from '../desk-line.ts'
import type { Reply } from '../reply.ts'
import type { OwnShots } from './own-shots.ts'
import type { SafeHands } from './safe-hands.ts'

/** Where /help lists it. */
export type CommandGroup = 'desk' | 'trading' | 'market' | 'record' | 'campaign' | 'bot'

export type Command = Readonly<{
  /** Without the slash. */
  name: string
  aliases?: readonly string[]
  /** The line of the command list: what it does, in a few words. */
  does: string
  /** Its words, as in `TICKET [LOTS]`; absent: it takes none. */
  takes?: string
  group: CommandGroup
  /** The least that may say it. */
  role: ChatRole
  run(call: Call): Promise<Reply>
}>

export type Call = Readonly<{
  /** The words after the command, and all of them as they were typed. */
  words: readonly string[]
  rest: string
  chat: PairedChat
  desk: DeskLine
  hands: SafeHands
  shots: OwnShots
  /** How voice notes are made here, as a sentence; null: nobody has looked yet. */
  voice(): string | null
  /** On the computer's clock. */
  now(): EpochMs
}>
