import { FEW_OUTCOMES, type Calibration } from '../../../contracts/debrief-promises.ts'
import { brier } from '../../statistics/brier.ts'
import { calibrationError } from '../../statistics/calibration-error.ts'
import { measured } from '../../statistics/measured.ts'
import { mean } from '../../statistics/moments.ts'
import { reliability, USUAL_BINS } from '../../statistics/reliability.ts'
import { seeded } from '../../statistics/seeded.ts'
import { wilson } from '../../statistics/wilson.ts'
import type { TradeRows } from '../record/trade-rows.ts'
import type { Sample } from './sample.ts'

/** A model of years ago is not the one that speaks now. */
const NEWEST = 5_000
const DRAWS = 100
const SEED = 7
/** A dot of fewer says nothing. */
const LEAST_IN_BIN = 25

/** What the missions of these trades said of their targets, and how many were met. */
export function calibrationOf({ numbers }: TradeRows, { rows }: Sample): Calibration {
  const [p, met] = [numbers.p.values, numbers.metTarget.values]
  const known = rows.filter(row => !Number.isNaN((p[row] as number) + (met[row] as number)))
  return calibrationOfOutcomes(numbers.p.of(known), numbers.metTarget.of(known))
}

/**
 * Reliability, Brier score and calibration error of domain/statistics. `allSaid`: probabilities, oldest first; `allHappened`: 1 what was
 * met, 0 what wasn't.
 */
export function calibrationOfOutcomes(allSaid: Float64Array, allHappened: Float64Array): Calibration {
  const all = allSaid.length
  if (all < FEW_OUTCOMES) return { is: 'tooFew', n: all }
  const [said, happened] = [allSaid.subarray(-NEWEST), allHappened.subarray(-NEWEST)]
  const n = said.length
  const hits = happened.reduce((sum, hit) => sum + hit, 0)
  const rate = hits / n
  const { ece, byChance, byChanceHigh } = calibrationError(said, happened, {
    draws: DRAWS,
    random: seeded(SEED),
  })
  const bins = Math.max(1, Math.min(USUAL_BINS, Math.floor(n / LEAST_IN_BIN)))
  return {
    is: 'known',
    n,
    leftOut: all - n,
    meanSaid: mean(said),
    happened: measured(wilson(hits, n)),
    brier: brier(said, happened),
    brierOfRate: rate * (1 - rate),
    ece,
    eceByChance: byChance,
    eceByChanceHigh: byChanceHigh,
    bins: reliability(said, happened, bins).map(bin => ({
      n: bin.n,
      said: bin.said,
      happened: measured(bin.happened),
    })),
  }
}
