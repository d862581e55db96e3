import type { Confidence } from '../../contracts/mission.ts'

/** Slippage of a stop, pips, as the study charged it (§1). */
const STOP_SLIP_PIPS = 0.2

/**
 * Probability that a driftless price reaches a target of `rewardRatio` stops before the stop, entered at the ask (or
 * bid) with the spread already against it: p0 = (1 − spread ÷ stop) ÷ (1 + R). Venom-study §4. Both in points.
 */
export function driftlessConfidence(spread: number, stopPoints: number, rewardRatio: number): Confidence {
  const p = Math.max(0, (1 - spread / stopPoints) / (1 + rewardRatio))
  return { p, n: 0, calibrated: false, source: 'driftless barrier, no model fitted' }
}

/** Commission and stop slippage in R. The spread is inside p and is not charged twice. */
export function costInR(stopPoints: number, commissionPoints: number, pointsPerPip: number): number {
  return (commissionPoints + STOP_SLIP_PIPS * pointsPerPip) / stopPoints
}

/** Expected value of one shot in R: p·R − (1 − p) − cost. */
export const expectedValue = (p: number, rewardRatio: number, costR: number): number =>
  p * rewardRatio - (1 - p) - costR
