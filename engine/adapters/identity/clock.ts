import type { EpochMs } from '../../contracts/primitives.ts'
import type { Clock } from '../../ports/index.ts'

export const systemClock: Clock = { now: () => Date.now() as EpochMs }

/** A clock that stands still until it is set: of a replay, it follows the market. */
export function setClock(startMs: number): Clock & { set(ms: number): void } {
  let nowMs = startMs
  return {
    now: () => nowMs as EpochMs,
    set: ms => {
      nowMs = Math.max(nowMs, ms)
    },
  }
}
