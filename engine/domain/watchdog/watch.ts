import type { TerminalCode } from '../../contracts/terminal-state.ts'
import { isWorse, overOf, type TerminalState } from './terminal-state.ts'

/** A state that is over sooner is shown and not said: a terminal that blinks is no news. */
const LASTS_MS = 5_000

/**
 *   quiet ──another state──► doubt ──it lasts──► said, and quiet again
 *     ▲                        │
 *     └─── the old one again ──┘        a third state begins the doubt anew
 *
 * `said` is the state that was told last, `seen` the one of now and `sinceMs` its beginning.
 */
export type Watch = Readonly<{ said: TerminalCode; seen: TerminalCode; sinceMs: number }>

export type Saying = Readonly<{ level: 'info' | 'warn' | 'error'; text: string }>

export const newWatch = (nowMs: number): Watch => ({ said: 'WELL', seen: 'WELL', sinceMs: nowMs })

/** One look. What has lasted is said once; what came before it is said to be over, unless the new state is worse and hides it. */
export function look(
  watch: Watch,
  state: TerminalState,
  nowMs: number,
): Readonly<{ watch: Watch; sayings: readonly Saying[] }> {
  const { code } = state
  const sinceMs = code === watch.seen ? Math.min(watch.sinceMs, nowMs) : nowMs
  const seen: Watch = { said: watch.said, seen: code, sinceMs }
  if (code === watch.said || nowMs - sinceMs < LASTS_MS) return { watch: seen, sayings: [] }
  return { watch: { ...seen, said: code }, sayings: [...ended(watch.said, code), ...begun(state)] }
}

function ended(before: TerminalCode, now: TerminalCode): Saying[] {
  const text = overOf(before)
  return text === null || isWorse(now, before) ? [] : [{ level: 'info', text }]
}

function begun({ code, level, problem, nextStep }: TerminalState): Saying[] {
  return problem === null || overOf(code) === null ? [] : [{ level, text: `${problem} ${nextStep}` }]
}
