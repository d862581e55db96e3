/** What missions said and promised, and what came of it. */
import { z } from 'zod'
import { Count, EpochMs } from './primitives.ts'
import { Measured } from './proving.ts'

/** Outcomes below which there is no calibration, and promises below which no drift. */
export const FEW_OUTCOMES = 50
export const FEW_PROMISES = 30

/** The missions' probabilities of the target against what became of them: trades that reached target, stop or time exit. */
export const Calibration = z.discriminatedUnion('is', [
  z.object({ is: z.literal('tooFew'), n: Count }),
  z.object({
    is: z.literal('known'),
    n: Count,
    /** Outcomes before these are left out: only the newest count. */
    leftOut: Count,
    meanSaid: z.number(),
    happened: Measured,
    brier: z.number(),
    /** Of somebody who always says the share that happened. */
    brierOfRate: z.number(),
    ece: z.number(),
    /** What probabilities that are exactly right would show at this n: on average, and in one of twenty cases more. */
    eceByChance: z.number(),
    eceByChanceHigh: z.number(),
    bins: z.array(z.object({ n: Count, said: z.number(), happened: Measured })),
  }),
])
export type Calibration = z.infer<typeof Calibration>

/** Results against what the missions promised, watched trade by trade: an alarm when they fall short for too long. */
export const Drift = z.discriminatedUnion('is', [
  z.object({ is: z.literal('tooFew'), n: Count }),
  z.object({
    is: z.enum(['quiet', 'drifting']),
    n: Count,
    promisedR: z.number(),
    realisedR: z.number(),
    /** Realised less promised, R a trade. */
    difference: Measured,
    /** Cumulative sum now, and the limit at which it alarms; in standard deviations of a trade. */
    sum: z.number(),
    limit: z.number(),
    /** Trades between two false alarms when promises are kept, on average. */
    runLength: Count,
    /** Of the last stretch: the trade before which falling short began, when it began, and when it became an alarm. */
    sinceMs: EpochMs.nullable(),
    alarmMs: EpochMs.nullable(),
    points: z.array(z.object({ n: Count, sum: z.number() })),
  }),
])
export type Drift = z.infer<typeof Drift>
