import { useEffect, useState } from 'react'
import { useViewState } from '../../../stores/desk-context.ts'
import { paceOf } from '../../../stores/market-pace.ts'

const STEP_MS = 1_000
/** A live link tells the time every second. After two that brought none, the clock waits for the next word. */
const STEPS_AT_MOST = 2

/** Market time left, running on between two words of the engine and never beyond what a live link may leave unsaid. */
export function useCountdown(toldMs: number, terminal: string): number {
  const pace = useViewState(state => paceOf(state, terminal))
  const [told, setTold] = useState(toldMs)
  const [steps, setSteps] = useState(0)
  if (told !== toldMs) {
    setTold(toldMs)
    setSteps(0)
  }
  useEffect(() => {
    if (pace === 0) return undefined
    const timer = setInterval(() => setSteps(taken => Math.min(STEPS_AT_MOST, taken + 1)), STEP_MS)
    return () => clearInterval(timer)
  }, [pace, toldMs])
  return Math.max(0, toldMs - steps * STEP_MS * pace)
}
