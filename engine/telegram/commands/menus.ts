/** What a chat is offered to press: the list behind the menu button, and the keyboard below the text field. */
import type { BotCommand } from 'grammy/types'
import type { ChatRole } from '../../contracts/telegram-chat.ts'
import type { Command } from './command.ts'

/** Pressing a key writes its label, which then means the command. */
export type Key = Readonly<{ label: string; says: string }>

const key = (label: string): Key => ({ label, says: `/${label.toLowerCase()}` })

const READING = [
  ['Status', 'Positions', 'Missions'],
  ['Guards', 'Risk', 'News'],
  ['Profit', 'Daily', 'Trades'],
].map(row => row.map(key))

/** By role, row by row. Nothing that trades: a thumb that slips must cost nothing. PAUSE only keeps new trades back. */
export const KEYS: Readonly<Record<ChatRole, readonly (readonly Key[])[]>> = {
  commander: [...READING, [key('Pause'), key('Help')]],
  spotter: [...READING, [key('Help')]],
}

/** The command that a written text is the key of; null: none. */
export function saysOfKey(text: string): string | null {
  const label = text.trim().toLowerCase()
  return KEYS.commander.flat().find(({ label: own }) => own.toLowerCase() === label)?.says ?? null
}

/** https://core.telegram.org/bots/api#botcommand: at most 100 commands, at most 256 characters each. */
const MOST_COMMANDS = 100
const LONGEST = 256

/** What a role may say, in the order of the table. */
export function commandList(commands: readonly Command[], role: ChatRole): BotCommand[] {
  return commands
    .filter(command => maySay(command, role))
    .slice(0, MOST_COMMANDS)
    .map(({ name, does }) => ({ command: name, description: does.slice(0, LONGEST) }))
}

export const maySay = (command: Command, role: ChatRole): boolean =>
  role === 'commander' || command.role === 'spotter'
