/** How results and equity ran, and how far they fell on the way. */
import { z } from 'zod'
import { Count, EpochMs } from './primitives.ts'

const fall = {
  fromMs: EpochMs.nullable(),
  toMs: EpochMs.nullable(),
  /** Null while it is not made good. */
  recoveredMs: EpochMs.nullable(),
  /** The longest stretch below a best, this fall's or another's. */
  longestMs: z.number().nonnegative(),
}

/** Running sum of R in the order in which trades were closed; every fall's lowest point is kept. */
export const ResultCurve = z.object({
  points: z.array(z.object({ atMs: EpochMs, n: Count, r: z.number(), depthR: z.number() })),
  depthR: z.number().nonnegative(),
  ...fall,
})
export type ResultCurve = z.infer<typeof ResultCurve>

/**
 * Equity as it was marked, with what is open and without what was paid in or out. Falls are seen to within `grainPct` of the best.
 * Of the account that was traded last, when there are several.
 */
export const EquityRecord = z.object({
  points: z.array(z.object({ atMs: EpochMs, equityCents: z.number().int(), depthPct: z.number() })),
  marks: Count,
  depthPct: z.number().nonnegative(),
  depthCents: z.number().int().nonnegative(),
  /** How far below its best it stands now. */
  nowPct: z.number().nonnegative(),
  grainPct: z.number(),
  ...fall,
})
export type EquityRecord = z.infer<typeof EquityRecord>

/** Falls in R that the same days give in other orders, drawn again and again. */
export const DrawdownChances = z.object({
  draws: Count,
  seenR: z.number(),
  p50: z.number(),
  p95: z.number(),
  p99: z.number(),
  /** Share of the draws at least as deep as the one that was seen. */
  asDeep: z.number(),
})
export type DrawdownChances = z.infer<typeof DrawdownChances>
