/**
 * The report of a backtest: one model (or none) over all of the data, candidates and issued signals apart, each result with
 * its interval and beside random entries. All results in R at executed prices; times UTC. The same data, options and engine
 * give the same report, byte for byte: there is no clock in it.
 */
import { z } from 'zod'
import { Pair } from './pairs.ts'
import { Count } from './primitives.ts'
import { CalibrationFigures, ChoiceResults, KnownNews, Measured, ResultFigures } from './proving.ts'
import { RefusalCode } from './vocabulary.ts'

const AtMs = z.number().int().nonnegative()
const Fault = z.strictObject({ code: z.string(), text: z.string() })

/** The data of one pair: what it is, what is wrong with it, and what trading it was taken to cost. */
export const BacktestPair = z.strictObject({
  pair: Pair,
  digits: Count,
  files: z.array(z.strictObject({ name: z.string(), sha256: z.string() })),
  bars: Count,
  fromMs: AtMs,
  toMs: AtMs,
  /** Silences of an hour or more in market hours, and how long they were together. */
  gaps: z.strictObject({ n: Count, hours: z.number() }),
  /** Rows that were left out, by code. */
  dropped: z.record(z.string(), Count),
  /** What was found out about its clock, and faults that did not stop it. */
  notes: z.array(Fault),
  /** `model`: the data holds bids only, and the spread is the usual one of the pair and New York's clock. */
  spread: z.strictObject({ from: z.enum(['bars', 'ticks', 'model']), medianPips: z.number() }),
  commissionPips: z.number(),
  /** Pips a night; null: not known, and nothing was charged. */
  swapPips: z.strictObject({ long: z.number(), short: z.number() }).nullable(),
  candidates: Count,
  /** Proposals without a quote within three minutes. */
  notEntered: Count,
})
export type BacktestPair = z.infer<typeof BacktestPair>

const Ambiguous = ChoiceResults.shape.ambiguous

export const BacktestReport = z.strictObject({
  format: z.literal(1),
  engine: z.string(),
  seed: Count,
  /** Looks at this data before and with this one; what the results are to be judged by. */
  trials: Count,
  /** Name of the model, and what its figures here are worth: what it was fitted on. Null: the driftless barrier. */
  model: z.strictObject({ name: z.string(), period: z.string(), trials: Count }).nullable(),
  basis: z.string(),
  /** Null: everything there is. */
  fromMs: AtMs.nullable(),
  toMs: AtMs.nullable(),
  calendar: KnownNews,
  gateR: z.number(),
  draws: z.strictObject({ bootstrap: Count, random: Count, blocks: z.literal('day') }),
  data: z.strictObject({
    /** SHA-256 over the pairs and the hashes of their files. */
    hash: z.string(),
    pairs: z.array(BacktestPair),
    refused: z.array(z.strictObject({ pair: Pair, code: z.string(), text: z.string() })),
  }),
  /** How costs were counted, a sentence a line. */
  costs: z.array(z.string()),
  /** Every proposal that was entered, whatever stood in its way; `open` ones were not over when the data ended. */
  candidates: z.strictObject({
    n: Count,
    open: Count,
    groups: z.array(ResultFigures),
    ambiguous: Ambiguous,
    /** Furthest against and for, mean over candidates, R. */
    excursions: z.strictObject({ worst: Measured, best: Measured }),
  }),
  issued: z.strictObject({
    n: Count,
    open: Count,
    groups: z.array(ResultFigures),
    inTime: ChoiceResults.pick({
      equity: true,
      drawdown: true,
      losingStreak: true,
      daily: true,
      ambiguous: true,
    }),
  }),
  calibration: z.array(CalibrationFigures),
  /** What stood in the way of candidates; one may have several. */
  refusals: z.array(z.strictObject({ code: RefusalCode, n: Count })),
})
export type BacktestReport = z.infer<typeof BacktestReport>
