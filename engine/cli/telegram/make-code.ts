import { folderOf } from '../control/order.ts'
import type { CliContext } from '../context.ts'
import { DONE, failed, type Outcome } from '../outcome.ts'
import type { Output } from '../output.ts'
import { wishOf } from './ask-bot.ts'
import { codeText } from './bot-text.ts'
import type { CodeFlags } from './telegram-command.ts'

/** It replaces the code before. */
export async function makeCode(flags: CodeFlags, context: CliContext, out: Output): Promise<Outcome> {
  const now = await wishOf(folderOf(flags, context), { wish: 'makeCode', role: flags.role })
  if (now.is === 'failed') return now
  const { code, bot } = now.bot
  if (code === null || bot === null)
    return failed('NO_CODE', 'The code was used or dropped before it could be shown: make another one.')
  out.document(now.bot)
  out.line(codeText(code))
  out.line(`Open https://t.me/${bot.username}?start=${code.code}`)
  out.line(`or send @${bot.username} this: /start ${code.code}`)
  return DONE
}
