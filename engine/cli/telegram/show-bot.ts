import { folderOf } from '../control/order.ts'
import type { ControlFlags } from '../control/control-command.ts'
import type { CliContext } from '../context.ts'
import { DONE, type Outcome } from '../outcome.ts'
import type { Output } from '../output.ts'
import type { TelegramView } from '../../contracts/telegram.ts'
import { readBot } from './ask-bot.ts'
import { botLines, chatLines } from './bot-text.ts'

export const showBot = (flags: ControlFlags, context: CliContext, out: Output): Promise<Outcome> =>
  show(botLines, flags, context, out)

export const showChats = (flags: ControlFlags, context: CliContext, out: Output): Promise<Outcome> =>
  show(chatLines, flags, context, out)

async function show(
  lines: (bot: TelegramView) => readonly string[],
  flags: ControlFlags,
  context: CliContext,
  out: Output,
): Promise<Outcome> {
  const now = await readBot(folderOf(flags, context))
  if (now.is === 'failed') return now
  out.document(now.bot)
  for (const line of lines(now.bot)) out.line(line)
  return DONE
}
