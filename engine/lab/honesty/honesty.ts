import type { HonestyCheck, HonestyReport } from '../../contracts/honesty.ts'
import type { ModelFile } from '../../contracts/model.ts'
import { PAIRS } from '../../contracts/pairs.ts'
import type { MinuteTape } from '../../ports/minute-tape.ts'
import { joinGathered } from '../walk-forward/gathered.ts'
import { gatheredOf } from './collect.ts'
import { controlsCheck } from './controls.ts'
import { lookAheadCheck } from './look-ahead.ts'
import { onePipelineCheck, type Roads } from './one-pipeline.ts'
import { plantedBugCheck } from './planted-bug.ts'
import { PLANT, plantedEdgeCheck } from './planted-edge.ts'
import { plantedMarket } from './planted-market.ts'
import { startUpCheck } from './start-up.ts'
import { partOfTape } from './tape-parts.ts'

/** How much is looked at. */
export type HonestySize = Readonly<{
  /** Minutes of each tape that are cut. */
  cutMinutes: number
  cutsPerSetup: number
  cutsAnywhere: number
  warmUpDays: readonly number[]
  starts: number
  comparedDays: number
  shuffles: number
  shifts: number
  plantedDays: number
  bugDays: number
}>

export const WHOLE: HonestySize = {
  cutMinutes: 45_000,
  cutsPerSetup: 8,
  cutsAnywhere: 12,
  warmUpDays: [3, 7, 14, 30, 60],
  starts: 4,
  comparedDays: 4,
  shuffles: 60,
  shifts: 40,
  plantedDays: 730,
  bugDays: 365,
}

export type HonestyJob = Readonly<{
  engine: string
  seed: number
  size: HonestySize
  model: ModelFile | null
  /** What the market is called, and its minutes; `isReal` when they came from files. */
  market: Readonly<{ name: string; isReal: boolean; tapes: readonly MinuteTape[] }>
  /** Null: the three roads were not travelled. */
  roads: Roads | null
}>

/** Every check in turn; `progress` is told the name of each before it begins. */
export function honesty(
  job: HonestyJob,
  progress: (name: string, done: number, of: number) => void,
): HonestyReport {
  const steps = stepsOf(job)
  const checks = steps.map(({ name, run }, done) => {
    progress(name, done, steps.length)
    return run()
  })
  return {
    format: 1,
    engine: job.engine,
    seed: job.seed,
    data: job.market.name,
    green: checks.every(({ is }) => is === 'green'),
    checks,
  }
}

type Step = Readonly<{ name: string; run: () => HonestyCheck }>

/** What is checked is the pipeline: of a pair that the model was not fitted on it is asked all the same. */
const ofAllPairs = (model: ModelFile): ModelFile => ({ ...model, card: { ...model.card, pairs: [...PAIRS] } })

function stepsOf({ seed, size, model: own, market, roads }: HonestyJob): readonly Step[] {
  const model = own && ofAllPairs(own)
  const beginnings = () =>
    market.tapes.map(tape => partOfTape(tape, 0, Math.min(tape.length, size.cutMinutes)))
  return [
    { name: 'Looking ahead', run: () => lookAheadCheck(beginnings(), { seed, model, ...size }) },
    {
      name: 'Starting later',
      run: () => startUpCheck(market.tapes, { seed, model, days: size.warmUpDays, ...size }),
    },
    ...(roads === null ? [] : [{ name: 'Comparing three roads', run: () => onePipelineCheck(roads) }]),
    { name: 'Shuffling outcomes', run: () => controls(market, seed, size) },
    { name: 'Planting an edge', run: () => plantedEdgeCheck({ seed, days: size.plantedDays }) },
    {
      name: 'Planting a bug',
      run: () => plantedBugCheck({ seed, model, days: size.bugDays }),
    },
  ]
}

/** Of real data its own candidates; else those of a market in which something is planted, so that there is something to lose. */
function controls(
  { name, isReal, tapes }: HonestyJob['market'],
  seed: number,
  size: HonestySize,
): HonestyCheck {
  if (isReal) return controlsCheck(name, joinGathered(tapes.map(gatheredOf)), { seed, ...size })
  const { tape } = plantedMarket(seed, size.plantedDays, PLANT)
  return controlsCheck(`${size.plantedDays} days with a planted edge`, gatheredOf(tape), { seed, ...size })
}
