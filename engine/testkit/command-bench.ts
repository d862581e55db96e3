/** Commands of the bot, as a commander types and presses them. */
import { EpochMs } from '../contracts/primitives.ts'
import type { ChatRole } from '../contracts/telegram-chat.ts'
import type { PairedChat } from '../contracts/telegram.ts'
import { dataOf } from '../telegram/commands/button-data.ts'
import type { Command } from '../telegram/commands/command.ts'
import { TableRouter } from '../telegram/commands/table-router.ts'
import type { DeskLine } from '../telegram/desk-line.ts'
import type { Button, Reply } from '../telegram/reply.ts'
import { ScriptedDesk } from './scripted-desk.ts'

export const aPairedChat = (role: ChatRole = 'commander', chat = 11): PairedChat => ({
  chat,
  role,
  name: 'Anna',
  pairedMs: EpochMs.parse(0),
  pairedSeq: 0,
  settledSeq: 0,
  sent: {},
})

/** Over a scripted desk. */
export function commandBench(commands: readonly Command[]) {
  const desk = new ScriptedDesk()
  return { desk, ...commandsOver(desk, commands) }
}

/** Over any desk. */
export function commandsOver(desk: DeskLine, commands: readonly Command[], chat = aPairedChat()) {
  const now = () => EpochMs.parse(Date.now())
  const router = new TableRouter({
    desk,
    now,
    commands,
    log: { write: (_level, text, data) => fail(text, data) },
    tell: () => undefined,
  })
  const said = async (text: string): Promise<Reply> => {
    const reply = await router.said({ chat, text, sentMs: Date.now() })
    if (reply === null) throw new Error(`Nothing is answered to ${text}.`)
    return reply
  }
  const pressed = async (button: Button): Promise<Reply> => {
    if ('link' in button) throw new Error('That button opens a page.')
    const reply = await router.pressed({ chat, data: dataOf(button), message: 1 }).reply
    if (reply === null) throw new Error('Nothing is answered to that press.')
    return reply
  }
  /** Answers the question that a command asks with its first button. */
  const confirmed = async (text: string): Promise<Reply> => pressed(firstButton(await said(text)))
  return { said, pressed, confirmed }
}

export function firstButton(reply: Reply): Button {
  const [button] = reply.buttons?.flat() ?? []
  if (!button) throw new Error(`No button stands below: ${reply.html.text}`)
  return button
}

export const labelsOf = ({ buttons = [] }: Reply): string[] => buttons.flat().map(({ label }) => label)

/** What the buttons of a reply say when they are pressed. */
export const saidBy = ({ buttons = [] }: Reply): string[] =>
  buttons.flat().flatMap(button => ('says' in button ? [button.says] : []))

/** A command that breaks off is a defect of it, and not what a test looks for. */
function fail(text: string, data: unknown): never {
  throw new Error(`${text} ${JSON.stringify(data)}`)
}
