import type { Api } from 'grammy'
import type { Log } from '../../ports/log.ts'
import { failureOf } from './failure.ts'

/** https://core.telegram.org/bots/api#answercallbackquery */
const LONGEST = 200

/** Ends the waiting of whoever pressed a button; too late, it is worth nothing, and so is a second try. */
export async function acknowledge(
  api: Api | null,
  log: Log,
  query: string,
  toast: string | null,
): Promise<void> {
  if (api === null) return
  try {
    await api.answerCallbackQuery(query, toast === null ? {} : { text: toast.slice(0, LONGEST) })
  } catch (problem: unknown) {
    const failure = failureOf(problem)
    log.write('debug', 'A press could not be acknowledged.', {
      why: 'text' in failure ? failure.text : failure.is,
    })
  }
}
