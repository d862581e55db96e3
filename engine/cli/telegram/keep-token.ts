import { setTimeout as pause } from 'node:timers/promises'
import { BotToken } from '../../contracts/telegram.ts'
import { folderOf } from '../control/order.ts'
import type { CliContext } from '../context.ts'
import { DONE, failed, STOPPED, type Failure, type Outcome } from '../outcome.ts'
import type { Output } from '../output.ts'
import { readBot, wishOf } from './ask-bot.ts'
import { readSecret } from './read-secret.ts'
import type { TokenFlags } from './telegram-command.ts'

const LOOK_EVERY_MS = 250
/** By then Telegram has said whether it knows the token, or cannot be reached. */
const LOOK_FOR_MS = 15_000

const NO_VOICE = failed(
  'NO_VOICE',
  'The bot has not said yet what speaks here: set up the first bot, and ask again.',
)

/** Asks for it only where it can be kept, keeps it, and waits for what Telegram says to it. What was given is never said again. */
export async function keepToken(flags: TokenFlags, context: CliContext, out: Output): Promise<Outcome> {
  const folder = folderOf(flags, context)
  const before = await readBot(folder)
  if (before.is === 'failed') return before
  const { secrets, voice } = before.bot
  if (!secrets.can) return failed('SECRETS', secrets.text)
  if (flags.voice && voice === null) return NO_VOICE
  const token = await tokenFrom(context)
  if (typeof token !== 'string') return token
  let now = await wishOf(folder, { wish: 'keepToken', token, voice: flags.voice })
  const untilMs = performance.now() + LOOK_FOR_MS
  while (now.is === 'bot' && performance.now() < untilMs) {
    // Also before the first look: a bot that goes on with another token needs a moment to say so.
    await pause(LOOK_EVERY_MS)
    if (context.stop.aborted) return STOPPED
    now = await readBot(folder)
    if (now.is === 'failed' || now.bot.state !== 'connecting') break
  }
  if (now.is === 'failed') return now
  const { state, text, nextStep } = now.bot
  if (state === 'refused' && !flags.voice) return failed('REFUSED', `${text} ${nextStep ?? ''}`.trim())
  out.document(now.bot)
  out.line(flags.voice ? 'The token is kept.' : `The token is kept. ${text}`)
  if (!flags.voice && nextStep !== null) out.line(nextStep)
  return DONE
}

async function tokenFrom(context: CliContext): Promise<string | Failure> {
  const given = await readSecret('Token from @BotFather (it is not shown): ', context)
  if (given === null) return STOPPED
  const token = BotToken.safeParse(given)
  if (token.success) return token.data
  return failed('NO_TOKEN', 'What was given is no token: give the one from @BotFather, digits, a colon and letters, on standard input.') // prettier-ignore
}
