import type { Refusal } from '../../contracts/vocabulary.ts'
import { pipsFromPoints, pointsPerPip } from '../market/price.ts'
import { refusal } from './refusal.ts'

/**
 * Cost of at most 0.067 R: the largest improvement that venom-study §6 found, and it is structural. Of 25,293 candidates of six
 * majors in 2018, at the study's costs, it refused 16,443.
 */
const STOP_OVER_COST = 15
const SHORTEST_PIPS = 6

/** Is the stop far enough away for what the trade costs? All in points; commission null: unknown. */
export function costRules(
  stopPoints: number,
  spread: number,
  commissionPoints: number | null,
  digits: number,
): Refusal[] {
  const reasons: Refusal[] = []
  const pips = (points: number) => pipsFromPoints(points, digits).toFixed(1)
  if (commissionPoints === null) {
    reasons.push(
      refusal('COST_UNKNOWN', 'The terminal has not said what commission this symbol costs.', null, null),
    )
  }
  const cost = spread + (commissionPoints ?? 0)
  if (stopPoints < STOP_OVER_COST * cost) {
    const times = (stopPoints / cost).toFixed(1)
    const text = `The ${pips(stopPoints)}-pip stop is ${times} times the ${pips(cost)} pips of spread and commission; at least 15 times.`
    reasons.push(refusal('STOP_OF_COST', text, stopPoints / cost, STOP_OVER_COST))
  }
  if (stopPoints < SHORTEST_PIPS * pointsPerPip(digits)) {
    const text = `The stop is ${pips(stopPoints)} pips away; at least ${SHORTEST_PIPS}.`
    reasons.push(refusal('STOP_TOO_SHORT', text, pipsFromPoints(stopPoints, digits), SHORTEST_PIPS))
  }
  return reasons
}
