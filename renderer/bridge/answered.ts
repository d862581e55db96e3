import type { CallFailed } from '../../engine/contracts/window-bridge.ts'
import { callCopy } from '../copy/calls.ts'

/** Whoever is asked answers in milliseconds, or is in trouble. */
const PATIENCE_MS = 10_000

const failed = (code: string, text: string): CallFailed => ({ is: 'failed', code, text })

/** What was asked, or why there is no answer: also when the call breaks, or nobody says anything. */
export async function answered<T>(call: Promise<T>): Promise<T | CallFailed> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const silence = new Promise<CallFailed>(resolve => {
    timer = setTimeout(
      () => resolve(failed('NO_ANSWER', callCopy.noAnswer(PATIENCE_MS / 1_000))),
      PATIENCE_MS,
    )
  })
  const broken = (error: unknown) => failed('NO_BRIDGE', String(error))
  const answer = await Promise.race([call.catch(broken), silence])
  clearTimeout(timer)
  return answer
}
