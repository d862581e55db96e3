import { useEffect, useState } from 'react'
import { useViewState } from '../stores/desk-context.ts'
import { paceOf } from '../stores/market-pace.ts'

const STEP_MS = 1_000
/** A live link tells the time every second. After two that brought none, the clock waits for the next word. */
const STEPS_AT_MOST = 2

/**
 * Market time left, running on between two words of the engine and never beyond what a live link may leave unsaid. When nothing
 * is heard any more it stays where it is.
 */
export function useCountdown(toldMs: number, terminal: string): number {
  const pace = useViewState(state => paceOf(state, terminal))
  const [told, setTold] = useState(toldMs)
  const [ranMs, setRan] = useState(0)
  if (told !== toldMs) {
    setTold(toldMs)
    setRan(0)
  }
  useEffect(() => {
    if (pace === 0) return undefined
    const step = STEP_MS * pace
    const timer = setInterval(() => setRan(ran => Math.min(STEPS_AT_MOST * step, ran + step)), STEP_MS)
    return () => clearInterval(timer)
  }, [pace, toldMs])
  return Math.max(0, toldMs - ranMs)
}
