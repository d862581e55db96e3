import { Random, streamSeed } from '../../broker-sim/random.ts'
import type { PlanName } from '../../contracts/model.ts'
import type { CalibrationFigures, Intercept } from '../../contracts/proving.ts'
import { bootstrapAuc } from '../../domain/statistics/auc.ts'
import type { Bootstrap } from '../../domain/statistics/block-bootstrap.ts'
import { brier, brierSkill } from '../../domain/statistics/brier.ts'
import { calibrationError } from '../../domain/statistics/calibration-error.ts'
import { calibrationSlope } from '../../domain/statistics/calibration-slope.ts'
import { mean } from '../../domain/statistics/moments.ts'
import { reliability, USUAL_BINS } from '../../domain/statistics/reliability.ts'
import { wilson } from '../../domain/statistics/wilson.ts'
import type { Candidates } from '../candidates/candidates.ts'
import { PLAN_CODES } from '../candidates/codes.ts'
import { TARGET } from '../outcome/trade-player.ts'
import { measured, real } from '../../domain/statistics/measured.ts'
import { dayBlocks } from './summarise.ts'

export type Forecasts = Readonly<{
  scope: CalibrationFigures['scope']
  intercept: Intercept
  /** What was fitted on and what was tested on, in words. */
  basis: string
  /** Rows with a forecast and an end. */
  rows: Int32Array
  /** Said of each candidate, and by a plainer forecast; in columns like the candidates'. */
  p: Float64Array
  plainer: Float64Array
  /** As a still plainer one: a single share of targets for candidates of all plans. */
  oneRate?: Float64Array
}>

export type CalibrationChoices = Readonly<{ seed: number; bootstrapDraws: number; chanceDraws: number }>

/** How true the probabilities of the target were: all plans together first (plan null), then each that has forecasts. */
export function calibrationFigures(
  candidates: Candidates,
  forecasts: Forecasts,
  choices: CalibrationChoices,
): readonly CalibrationFigures[] {
  const ofPlan = (plan: PlanName) => {
    const code = PLAN_CODES.indexOf(plan)
    return { plan, rows: forecasts.rows.filter(row => candidates.plan[row] === code) }
  }
  const plans = PLAN_CODES.map(ofPlan).filter(({ rows }) => rows.length > 0)
  return [{ plan: null, rows: forecasts.rows }, ...plans].map(({ plan, rows }) =>
    figuresOf(candidates, { ...forecasts, rows }, plan, choices),
  )
}

function figuresOf(
  candidates: Candidates,
  { scope, intercept, basis, rows, p, plainer, oneRate }: Forecasts,
  plan: PlanName | null,
  { seed, bootstrapDraws, chanceDraws }: CalibrationChoices,
): CalibrationFigures {
  const column = (values: Float64Array) => Float64Array.from(rows, row => values[row] as number)
  const said = column(p)
  const other = column(plainer)
  const happened = Uint8Array.from(rows, row => (candidates.ending[row] === TARGET ? 1 : 0))
  const blocks = dayBlocks(candidates, rows)
  const stream = new Random(streamSeed(seed, `calibration ${scope} ${intercept} ${plan ?? 'all'}`))
  const random = () => stream.uniform()
  const how: Bootstrap = { draws: bootstrapDraws, random }
  const { ece, byChance, byChanceHigh } = calibrationError(said, happened, { draws: chanceDraws, random })
  const { slope, slopeError } = calibrationSlope(said, happened, blocks)
  const hits = happened.reduce((sum, hit) => sum + hit, 0)
  return {
    scope,
    intercept,
    plan,
    basis,
    n: rows.length,
    meanP: real(mean(said)),
    hitRate: measured(wilson(hits, rows.length)),
    ece: real(ece),
    eceByChance: real(byChance),
    eceByChanceHigh: real(byChanceHigh),
    brier: real(brier(said, happened)),
    brierSkill: measured(brierSkill(said, other, happened, blocks, how)),
    brierSkillOverOneRate: oneRate
      ? measured(brierSkill(said, column(oneRate), happened, blocks, how))
      : null,
    auc: measured(bootstrapAuc(said, happened, blocks, how)),
    slope: real(slope),
    slopeError: real(slopeError),
    bins: reliability(said, happened, binsOf(rows.length)).map(bin => ({
      ...bin,
      happened: measured(bin.happened),
    })),
  }
}

/** Ten, or as many as have forty forecasts each: a dot of a handful says nothing. */
const binsOf = (n: number): number => Math.max(1, Math.min(USUAL_BINS, Math.floor(n / 40)))
