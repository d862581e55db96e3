/** A fitted probability model as it lies in resources/models/*.json, with the card that says where it comes from. */
import { z } from 'zod'
import { Pair } from './pairs.ts'

/** How a trade is laid out: stop, target ratio and time exit. The numbers are in domain/venom/plan. */
export const PlanName = z.enum(['RAPID', 'PRECISION', 'TIMED'])
export type PlanName = z.infer<typeof PlanName>

const Finite = z.number()

/** One term of a linear predictor: beta · (x − mean) ÷ std. */
const Coefficient = z.strictObject({
  name: z.string().min(1),
  mean: Finite,
  std: z.number().positive(),
  beta: Finite,
})

/** The linear predictor of a logistic model: b0 + Σ beta · (x − mean) ÷ std. */
export const Logit = z.strictObject({ b0: Finite, coefficients: z.array(Coefficient) })
export type Logit = z.infer<typeof Logit>

export const PlanModel = z.strictObject({
  /** Log-odds that the target is reached first, over the log-odds of the driftless barrier (its offset). */
  target: Logit,
  /** Log-odds that neither barrier is reached by the time exit, among those that do not reach the target. No offset. */
  timeout: Logit,
  /** Mean result of those that end by time, R at executed prices: the spread is inside, commission and slippage are not. */
  timeoutR: Finite,
  /** Candidates it was fitted on. */
  n: z.number().int().nonnegative(),
})
export type PlanModel = z.infer<typeof PlanModel>

/** How a plan's probabilities did on candidates that no coefficient has seen. */
export const Validation = z.strictObject({
  plan: PlanName,
  /** What was fitted on and what was tested on, in words. */
  test: z.string(),
  n: z.number().int().nonnegative(),
  baseRate: Finite,
  meanP: Finite,
  auc: Finite,
  /** Expected calibration error, ten bins of equal count. */
  ece: Finite,
  /** The same with the rolling intercept. */
  eceRolling: Finite,
  /** What a perfectly calibrated model would show at this n by chance alone. */
  eceByChance: Finite,
  /** 1 − Brier ÷ Brier of the fit period's base rate. */
  brierSkill: Finite,
  brierSkillRolling: Finite,
})
export type Validation = z.infer<typeof Validation>

export const ModelCard = z.strictObject({
  /** Which candles, of which pairs, under which costs. */
  data: z.string().min(1),
  /** Pairs that it was fitted on. Of any other it knows nothing, and says nothing. */
  pairs: z.array(Pair, 'expected the pairs that it was fitted on').min(1),
  period: z.strictObject({ from: z.iso.date(), to: z.iso.date() }),
  /** Looks taken at the data before this model was settled on; what the figures are to be judged by. */
  trials: z.number().int().nonnegative(),
  /** Null where the coefficients were published without one. */
  fittedAtMs: z.number().int().nonnegative().nullable(),
  /** Version of the engine that made the candidates, or who else did. */
  engine: z.string().min(1),
  method: z.string().min(1),
  validation: z.array(Validation),
  notes: z.array(z.string()),
})
export type ModelCard = z.infer<typeof ModelCard>

export const ModelFile = z.strictObject({
  format: z.literal(1),
  name: z.string().regex(/^[a-z0-9][a-z0-9.-]{0,63}$/, 'expected a name like study-2010-2018'),
  /** Names of all features that the engine read when it was made, in order. Another engine's list is refused. */
  features: z.array(z.string().min(1)),
  plans: z.strictObject({
    RAPID: PlanModel.nullable(),
    PRECISION: PlanModel.nullable(),
    TIMED: PlanModel.nullable(),
  }),
  card: ModelCard,
})
export type ModelFile = z.infer<typeof ModelFile>
