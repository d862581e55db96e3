import { useEffect, useState } from 'react'

const STEP_MS = 1_000

/** Until a moment of the computer's clock, told each second; never below 0. */
export function useTimeLeft(untilMs: number): number {
  const [nowMs, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), STEP_MS)
    return () => clearInterval(timer)
  }, [untilMs])
  return Math.max(0, untilMs - nowMs)
}
