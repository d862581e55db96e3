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

/** What missions said of their targets, and how many were met: reliability, Brier score and calibration error of domain/statistics. */
export function calibrationOf({ numbers }: TradeRows, { rows }: Sample): Calibration {
  const [p, met] = [numbers.p.values, numbers.metTarget.values]
  const all = rows.filter(row => !Number.isNaN((p[row] as number) + (met[row] as number)))
  if (all.length < FEW_OUTCOMES) return { is: 'tooFew', n: all.length }
  const newest = all.slice(-NEWEST)
  const [said, happened] = [numbers.p.of(newest), numbers.metTarget.of(newest)]
  const n = newest.length
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
    leftOut: all.length - n,
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
