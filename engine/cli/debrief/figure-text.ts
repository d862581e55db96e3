import { UNKNOWN } from '../../domain/words/measured.ts'

const MINUTE_MS = 60_000

/** 42 min, 3.5 h, 12.0 d */
export function span(ms: number | null): string {
  if (ms === null) return UNKNOWN
  const minutes = ms / MINUTE_MS
  if (minutes < 90) return `${Math.round(minutes)} min`
  return minutes < 2_880 ? `${(minutes / 60).toFixed(1)} h` : `${(minutes / 1_440).toFixed(1)} d`
}
