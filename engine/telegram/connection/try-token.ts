import type { Done } from '../../contracts/window-bridge.ts'
import { grammySignal } from '../grammy-signal.ts'
import { failureOf } from './failure.ts'
import { wordsOf } from './link-words.ts'
import { afterFact } from './link.ts'
import { telegramApi, type Address } from './telegram-api.ts'

/** Somebody waits for it, at a window or a command line. */
const PATIENCE_MS = 10_000

/**
 * Whether Telegram knows a token, before it is kept in the place of one that works: a slip of the hand would silence the bot.
 * @param stays what becomes of the token before, as a sentence
 */
export async function tryToken(way: Address, stays: string): Promise<Done> {
  try {
    await telegramApi(way).getMe(grammySignal(AbortSignal.timeout(PATIENCE_MS)))
    return { is: 'done' }
  } catch (problem: unknown) {
    const failure = failureOf(problem)
    if (failure.is === 'refused')
      return { is: 'failed', code: 'TOKEN_REFUSED', text: `Telegram does not know this token. ${stays}` }
    const { text } = wordsOf(afterFact({ is: 'connecting', introduced: false }, { fact: 'failed', failure }))
    return {
      is: 'failed',
      code: 'TOKEN_UNCHECKED',
      text: `This token could not be checked. ${text} ${stays}`,
    }
  }
}
