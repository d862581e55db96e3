/** What the bot asks of the desk. A command of a chat is one of the origin `telegram`, whatever it names. */
import type { Host } from '../host-api.ts'
import { Command, type CommandAnswer } from '../../contracts/commands.ts'
import type { DeskAbout, DeskAsked, DeskCalls, DeskGets } from '../../contracts/telegram-port.ts'
import { unreachable } from '../../contracts/primitives.ts'
import { refuseFromAfar } from './from-afar.ts'

export type BotDesk = Pick<Host, 'command'> &
  Readonly<{
    fanout: Pick<Host, 'view'>
    archive: Pick<Host, 'ask'>
    settings: Readonly<{ now: Host['settings']; change: Host['changeSettings'] }>
  }>

export async function answerBot(desk: BotDesk, about: () => DeskAbout, asked: DeskAsked): Promise<DeskGets> {
  switch (asked.name) {
    case 'view':
      return desk.fanout.view()
    case 'command':
      return commandOf(desk, asked.asks)
    case 'ask':
      return desk.archive.ask(asked.asks)
    case 'settings':
      return desk.settings.now()
    case 'changeSettings':
      return refuseFromAfar(asked.asks.change) ?? desk.settings.change(asked.asks, 'telegram')
    case 'about':
      return about()
    default:
      return unreachable(asked)
  }
}

async function commandOf(
  desk: BotDesk,
  { id, command }: DeskCalls['command']['asks'],
): Promise<CommandAnswer> {
  const read = Command.safeParse({ ...command, id, origin: 'telegram' })
  if (read.success) return desk.command(read.data)
  const faults = read.error.issues.map(({ path, message }) => `${path.join('.') || 'command'}: ${message}`)
  return { is: 'refused', code: 'BAD_COMMAND', text: `This can't be read: ${faults.join('; ')}.` }
}
