import type { Quality } from '../../contracts/vocabulary.ts'
import type { Outlook } from './confidence/outlook.ts'

/** Slippage of a stop and of an entry, pips, as the study charged them (§1). */
const STOP_SLIP_PIPS = 0.2
const ENTRY_SLIP_PIPS = 0.05

/** A mission below this expected value is refused; the other bounds name its quality (rules of engagement). */
export const VALUE_GATE = 0.05
const QUALITY = [[0.3, 'PLATINUM'], [0.2, 'GOLD'], [0.1, 'SILVER'], [VALUE_GATE, 'BRONZE']] as const // prettier-ignore

/**
 * Probability that a driftless price reaches a target of `rewardRatio` stops before the stop, entered at the ask (or
 * bid) with the spread already against it: p0 = (1 − spread ÷ stop) ÷ (1 + R). Venom-study §4. Both in points.
 */
export const driftlessP = (spread: number, stopPoints: number, rewardRatio: number): number =>
  Math.max(0, (1 - spread / stopPoints) / (1 + rewardRatio))

/** What is said when no model may speak, and why none: the driftless barrier, and no time-outs. */
export const driftlessOutlook = (p0: number, reason: string): Outlook => ({
  p: p0,
  timeout: 0,
  timeoutR: 0,
  n: 0,
  calibrated: false,
  source: `driftless barrier: ${reason}`,
})

/** Commission of both sides and slippage in R. The spread is inside p and is not charged twice. */
export function costInR(stopPoints: number, commissionPoints: number, pointsPerPip: number): number {
  return (commissionPoints + (ENTRY_SLIP_PIPS + STOP_SLIP_PIPS) * pointsPerPip) / stopPoints
}

/** Expected value of one shot in R, with three outcomes: p·R − (1 − p − q) + q·m − cost. */
export const expectedValue = (
  { p, timeout, timeoutR }: Pick<Outlook, 'p' | 'timeout' | 'timeoutR'>,
  rewardRatio: number,
  costR: number,
): number => p * rewardRatio - (1 - p - timeout) + timeout * timeoutR - costR

/** Null at or below the gate. */
export const qualityOf = (expectedR: number): Exclude<Quality, 'DRILL'> | null =>
  QUALITY.find(([bound]) => expectedR > bound)?.[1] ?? null
