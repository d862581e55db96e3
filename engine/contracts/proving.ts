/**
 * The report of a walk-forward: what was fitted where, how true the probabilities were on what no fit had seen, and what the
 * trades came to beside random entries. All results in R after costs at executed prices; times UTC. Stored in lab.db and drawn
 * as a page.
 */
import { z } from 'zod'
import { ModelFile, PlanName } from './model.ts'
import { Pair } from './pairs.ts'
import { Count } from './primitives.ts'
import { RefusalCode } from './vocabulary.ts'

/** Null where there is too little to say, or no end to it (the profit factor of trades without a loss). */
const Real = z.number().nullable()
const AtMs = z.number().int().nonnegative()

/** A figure with its 95 % interval and the number it was taken from. */
export const Measured = z.strictObject({ value: Real, low: Real, high: Real, n: Count })
export type Measured = z.infer<typeof Measured>

export const ProvingData = z.strictObject({
  hash: z.string(),
  pairs: z.array(
    z.strictObject({
      pair: Pair,
      bars: Count,
      fromMs: AtMs,
      toMs: AtMs,
      /** Told by the data, or modelled because the data holds bids only. */
      spread: z.enum(['bars', 'ticks', 'model']),
      files: z.array(z.strictObject({ name: z.string(), sha256: z.string() })),
      /** What was wrong with it, counted by code. */
      faults: z.record(z.string(), Count),
      /** What is worth knowing of it, a sentence each. */
      notes: z.array(z.string()),
      candidates: Count,
    }),
  ),
  /** Pairs that were asked for and could not be used; the others went on without them. */
  leftOut: z.array(z.strictObject({ pair: Pair, code: z.string(), text: z.string() })),
})
export type ProvingData = z.infer<typeof ProvingData>

export const WalkWindows = z.strictObject({
  /** `once`: one fit up to a date. `expanding`: each fit from the beginning. `rolling`: each fit of the same length. */
  mode: z.enum(['once', 'expanding', 'rolling']),
  fitMonths: Count.nullable(),
  stepMonths: Count.nullable(),
  embargoHours: z.number().nonnegative(),
})
export type WalkWindows = z.infer<typeof WalkWindows>

export const WalkFold = z.strictObject({
  fitFromMs: AtMs,
  fitToMs: AtMs,
  testFromMs: AtMs,
  testToMs: AtMs,
  fitted: Count,
  /** Candidates of the fit window left out because their time exit reaches into the embargo or the test window. */
  purged: Count,
  tested: Count,
  issued: Count,
  /** Share of targets among the fitted, by plan: the constant that a forecast has to beat. */
  baseRates: z.array(z.strictObject({ plan: PlanName, n: Count, rate: Real })),
  /** Plans that had too few candidates for a model, and so no forecast. */
  unfitted: z.array(z.strictObject({ plan: PlanName, why: z.string() })),
})
export type WalkFold = z.infer<typeof WalkFold>

export const Intercept = z.enum(['static', 'rolling'])
export type Intercept = z.infer<typeof Intercept>

export const CalibrationFigures = z.strictObject({
  /** All candidates with a forecast, or those that became signals. */
  scope: z.enum(['all', 'issued']),
  intercept: Intercept,
  plan: PlanName.nullable(),
  /** What was fitted on and what was tested on, in words: it stands on every figure. */
  basis: z.string(),
  n: Count,
  meanP: Real,
  hitRate: Measured,
  ece: Real,
  eceByChance: Real,
  eceByChanceHigh: Real,
  brier: Real,
  /** Over the plan's base rate in the fit window. */
  brierSkill: Measured,
  /** Over one base rate for all plans together: easier, since a plan's ratio alone says much. Null where there is none. */
  brierSkillOverOneRate: Measured.nullable(),
  auc: Measured,
  slope: Real,
  slopeError: Real,
  bins: z.array(
    z.strictObject({
      n: Count,
      said: z.number(),
      saidLow: z.number(),
      saidHigh: z.number(),
      happened: Measured,
    }),
  ),
})
export type CalibrationFigures = z.infer<typeof CalibrationFigures>

/** Which trades: signals with the rolling or the static intercept, or the same guards without the value gate. */
export const Choice = z.enum(['rolling', 'static', 'ungated'])
export type Choice = z.infer<typeof Choice>

export const ResultFigures = z.strictObject({
  by: z.enum(['all', 'setup', 'plan', 'pair', 'session', 'month', 'regime', 'shield', 'side']),
  name: z.string(),
  n: Count,
  targets: Count,
  stops: Count,
  timeouts: Count,
  /** Share that ended above 0 after cost. */
  wins: Measured,
  gross: Measured,
  net1: Measured,
  net15: Measured,
  net2: Measured,
  profitFactor: Measured,
  /** Mean of random entries of the same pairs, hours and stops; the interval holds 95 of 100 draws. */
  random1: Measured,
  random15: Measured,
  random2: Measured,
  /** net1 over random1, trade by trade. */
  better: Measured,
})
export type ResultFigures = z.infer<typeof ResultFigures>

export const ChoiceResults = z.strictObject({
  choice: Choice,
  basis: z.string(),
  groups: z.array(ResultFigures),
  /** Running sum of R at 1× cost by the time trades ended. */
  equity: z.array(z.strictObject({ atMs: AtMs, r: z.number() })),
  drawdown: z.strictObject({
    depth: z.number(),
    fromMs: AtMs.nullable(),
    toMs: AtMs.nullable(),
    /** Null while it was not made good. */
    recoveredMs: AtMs.nullable(),
    byChance: z.strictObject({ p5: Real, p50: Real, p95: Real, p99: Real, asDeep: Real }),
  }),
  losingStreak: z.strictObject({ longest: Count, chance: z.number(), median: Count, p95: Count }),
  daily: z.strictObject({
    days: Count,
    sharpe: Real,
    sortino: Real,
    /** Probability that the true ratio is above 0, and above what luck gives the best of so many tries. */
    probabilistic: Real,
    deflated: Real,
    luckySharpe: Real,
  }),
  /** Trades whose last minute held both stop and target: the stop was taken. `best`: net1 had it been the target. */
  ambiguous: z.strictObject({ n: Count, share: Real, worst: Real, best: Real }),
})
export type ChoiceResults = z.infer<typeof ChoiceResults>

/** Announcements that were known, from files; null: none were, and nothing was refused for them. */
export const KnownNews = z.strictObject({ fromMs: AtMs, toMs: AtMs, events: Count }).nullable()
export type KnownNews = z.infer<typeof KnownNews>

export const WalkForwardReport = z.strictObject({
  format: z.literal(1),
  engine: z.string(),
  seed: Count,
  basis: z.string(),
  calendar: KnownNews,
  data: ProvingData,
  windows: WalkWindows,
  folds: z.array(WalkFold),
  trials: z.strictObject({
    /** Number of this question among all that were put to this lab. */
    here: Count,
    /** Looks that the study took before these setups and features were chosen, all of 2018 among them. */
    study: Count,
  }),
  draws: z.strictObject({ bootstrap: Count, calibration: Count, random: Count, blocks: z.literal('day') }),
  gateR: z.number(),
  /** How costs were counted, a sentence a line. */
  costs: z.array(z.string()),
  calibration: z.array(CalibrationFigures),
  results: z.array(ChoiceResults),
  /** Why candidates of the test windows did not become signals, with the rolling intercept. */
  refusals: z.array(z.strictObject({ code: RefusalCode, n: Count })),
})
export type WalkForwardReport = z.infer<typeof WalkForwardReport>

/** What comes of fitting a model: the model, null where the data is too little for one, and the walk-forward that its card quotes. */
export const TrainedModel = z.strictObject({ model: ModelFile.nullable(), report: WalkForwardReport })
export type TrainedModel = z.infer<typeof TrainedModel>
