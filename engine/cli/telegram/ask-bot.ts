import type { TelegramView, TelegramWish } from '../../contracts/telegram.ts'
import { callDesk } from '../../host/control/call-desk.ts'
import { folderOf } from '../control/order.ts'
import type { ControlFlags } from '../control/control-command.ts'
import type { CliContext } from '../context.ts'
import { DONE, failed, type Failure, type Outcome } from '../outcome.ts'
import type { Output } from '../output.ts'

type Bot = Readonly<{ is: 'bot'; bot: TelegramView }>

/** How the bot of the running desk stands. */
export async function readBot(folder: string): Promise<Bot | Failure> {
  const reply = await callDesk(folder, { ask: 'telegram' })
  return reply.is === 'refused' ? failed(reply.code, reply.text) : { is: 'bot', bot: reply.value }
}

/** Asks it of the running desk, and how the bot stands then. */
export async function wishOf(folder: string, wish: TelegramWish): Promise<Bot | Failure> {
  const reply = await callDesk(folder, { ask: 'telegramWish', wish })
  return reply.is === 'refused' ? failed(reply.code, reply.text) : readBot(folder)
}

/** For what is done once it was asked; `said` tells a person so. */
export async function askBot(
  wish: TelegramWish,
  said: string,
  flags: ControlFlags,
  context: CliContext,
  out: Output,
): Promise<Outcome> {
  const now = await wishOf(folderOf(flags, context), wish)
  if (now.is === 'failed') return now
  out.document(now.bot)
  out.line(said)
  return DONE
}
