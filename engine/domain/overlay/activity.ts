import type { Refusal } from '../../contracts/vocabulary.ts'
import { refusal } from './refusal.ts'

/**
 * Of what is usual at this time of day: standard deviations of the last hours, and ticks of the last quarter hour. Rare by
 * measure: of 25,293 candidates of six majors in 2018 the volatility refused 28.
 */
export const VOLATILITY_BOUNDS = [0.4, 3] as const
export const VOLUME_LEAST = 0.5

/**
 * A market that sleeps or is beside itself. Volatility is `VolatilityModel.sigmaRatio`, volume is `VolumeNorm.ratio`. Null
 * is unknown: it refuses nothing here, is said in the mission, and earns no points of the shield.
 */
export function activity(sigmaRatio: number | null, volumeRatio: number | null): Refusal[] {
  const reasons: Refusal[] = []
  const [low, high] = VOLATILITY_BOUNDS
  if (sigmaRatio !== null && (sigmaRatio < low || sigmaRatio > high)) {
    const text = `The last hours moved ${sigmaRatio.toFixed(2)} times as much as is usual; entries from ${low} to ${high} times.`
    reasons.push(refusal('VOLATILITY_UNUSUAL', text, sigmaRatio, sigmaRatio < low ? low : high))
  }
  if (volumeRatio !== null && volumeRatio < VOLUME_LEAST) {
    const text = `The last quarter hour had ${volumeRatio.toFixed(2)} times its usual ticks; at least ${VOLUME_LEAST} times.`
    reasons.push(refusal('VOLUME_THIN', text, volumeRatio, VOLUME_LEAST))
  }
  return reasons
}
