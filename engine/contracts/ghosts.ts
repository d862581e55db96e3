/** What became of the missions that were not taken. Ghosts are never results: nothing here was traded, won or lost. */
import { z } from 'zod'
import { Calibration } from './debrief-promises.ts'
import { AccountKind, EpochMs } from './primitives.ts'

/** Why missions were not taken: by a setup's refusal, by a denied shot, by a trader who said no, or by nobody in time. */
export const GhostReason = z.enum(['refused', 'denied', 'declined', 'expired'])
export type GhostReason = z.infer<typeof GhostReason>

/** Fewer than this are counted and added up, and no more is said of them. */
export const FEW_GHOSTS = 10

/** Of one kind of account, of the ghosts that ended in [fromMs, toMs), by whole trading days. */
export const GhostsQuery = z.object({
  kind: z.literal('ghosts'),
  account: AccountKind,
  fromMs: EpochMs,
  toMs: EpochMs,
})

export type GhostsQuery = z.infer<typeof GhostsQuery>

/**
 * R each after the cost that their plans counted. `low` and `high`: 95 % by a bootstrap of whole trading days; null under eight of them.
 */
export const GhostMean = z.discriminatedUnion('is', [
  z.object({ is: z.literal('tooFew') }),
  z.object({
    is: z.literal('known'),
    r: z.number(),
    low: z.number().nullable(),
    high: z.number().nullable(),
  }),
])
export type GhostMean = z.infer<typeof GhostMean>

/**
 * What not taking them did, when the whole interval says so: `saved` R or `cost` R. `open`: the interval holds nought, or there is none.
 */
export const GhostVerdict = z.enum(['saved', 'cost', 'open', 'tooFew'])
export type GhostVerdict = z.infer<typeof GhostVerdict>

export const GhostFigures = z.object({
  n: z.number().int().nonnegative(),
  /** Together, had each been taken. */
  sumR: z.number(),
  /** The same from the other side: above zero is what not taking them has saved. */
  savedR: z.number(),
  mean: GhostMean,
  verdict: GhostVerdict,
})
export type GhostFigures = z.infer<typeof GhostFigures>

export const GhostRow = GhostFigures.extend({
  reason: GhostReason,
  /** A code, or the words of whoever declined it. */
  key: z.string(),
  /** Those that nothing else kept back: what would have been traded without this one. */
  alone: GhostFigures,
})
export type GhostRow = z.infer<typeof GhostRow>

export const GhostReport = z.object({
  account: AccountKind,
  fromMs: EpochMs,
  toMs: EpochMs,
  all: GhostFigures,
  /** By what kept them back, the most frequent first. One that several things kept back is in the row of each. */
  rows: z.array(GhostRow),
  /** Oldest first; `weekMs`: its opening, Sunday 17:00 New York. */
  weeks: z.array(GhostFigures.extend({ weekMs: EpochMs })),
  /** What their models had said of the target against what became of it; of those that a model had judged. */
  calibration: Calibration,
  /** Of how many a part was read from one-minute bars, since the desk was off. */
  byBars: z.number().int().nonnegative(),
})
export type GhostReport = z.infer<typeof GhostReport>
