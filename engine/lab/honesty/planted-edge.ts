import { Random, streamSeed } from '../../broker-sim/random.ts'
import type { HonestyCheck } from '../../contracts/honesty.ts'
import { bootstrapMean } from '../../domain/statistics/block-bootstrap.ts'
import { zFade } from '../../domain/venom/setups/z5-fade.ts'
import { SETUP_CODES } from '../candidates/codes.ts'
import { OPEN } from '../outcome/trade-player.ts'
import { dayBlocks } from '../results/summarise.ts'
import { candidatesOf } from './collect.ts'
import { plantedMarket, plantedR, type Plant, type PlantedMarket } from './planted-market.ts'
import { check, judged } from './verdicts.ts'

/** Half a point a minute for an hour after each proposal of Z5-FADE: about a quarter of R. */
export const PLANT: Plant = { setup: zFade, points: 0.5, minutes: 60 }
const LEVEL = 0.999
const DRAWS = 2_000

export type PlantedChoices = Readonly<{ seed: number; days: number }>

/** A drift of known size is found at that size, and where there is none, none is found. */
export function plantedEdgeCheck({ seed, days }: PlantedChoices): HonestyCheck {
  const planted = measure(plantedMarket(seed, days, PLANT), seed)
  const fair = measure(plantedMarket(seed, days, null), seed)
  return check(
    'a planted edge is found at its size, and none where there is none',
    `Made ${days} days of a market without any edge, and the same with ${PLANT.points} points a minute for ${PLANT.minutes} minutes after each proposal of ${PLANT.setup.name}, ` +
      'so that it is known of each trade how much of its result was planted. The lab looked for it at gross R; intervals are 99.9 % of bootstraps of whole days.',
    planted.n + fair.n,
    [
      found(
        'planted: R that the lab finds less R that was planted',
        planted.n,
        planted.error,
        'holds 0',
        holdsZero(planted.error),
      ),
      found(
        'planted: R that the lab finds',
        planted.n,
        planted.gross,
        `beyond 0, as ${planted.size.toFixed(3)} R were planted`,
        planted.gross.low > 0,
      ),
      found('not planted: R that the lab finds', fair.n, fair.gross, 'holds 0', holdsZero(fair.gross)),
    ],
  )
}

type Interval = Readonly<{ value: number; low: number; high: number }>

const holdsZero = ({ low, high }: Interval): boolean => low <= 0 && high >= 0

const found = (name: string, n: number, { value, low, high }: Interval, bound: string, keeps: boolean) =>
  judged({ name, n, value, bound: `its interval ${low.toFixed(3)} to ${high.toFixed(3)} ${bound}` }, keeps)

/** Gross R of the setup's trades, what was planted in them, and the difference of the two. */
function measure(market: PlantedMarket, seed: number) {
  const candidates = candidatesOf(market.tape)
  const code = SETUP_CODES.indexOf(PLANT.setup.name)
  const rows = Int32Array.from({ length: candidates.length }, (_, row) => row).filter(
    row => candidates.setup[row] === code && candidates.ending[row] !== OPEN,
  )
  const blocks = dayBlocks(candidates, rows)
  const meanOf = (values: Float64Array): Interval => {
    const random = new Random(streamSeed(seed, 'planted'))
    return bootstrapMean(values, blocks, { draws: DRAWS, random: () => random.uniform(), level: LEVEL })
  }
  const gross = Float64Array.from(rows, row => candidates.gross[row] as number)
  const planted = Float64Array.from(rows, row => plantedR(market, candidates, row))
  return {
    n: rows.length,
    size: planted.reduce((sum, r) => sum + r, 0) / rows.length,
    gross: meanOf(gross),
    error: meanOf(gross.map((r, k) => r - (planted[k] as number))),
  }
}
