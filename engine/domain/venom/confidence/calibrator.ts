import type { ModelFile, PlanModel, PlanName } from '../../../contracts/model.ts'
import type { Pair } from '../../../contracts/pairs.ts'
import { driftlessOutlook } from '../value.ts'
import { Linear } from './linear.ts'
import { logit, sigmoid } from './logistic.ts'
import { modelFault } from './model-fault.ts'
import { modelKey } from './model-key.ts'
import type { Asked, Outlook, Resolved } from './outlook.ts'
import { RollingIntercept } from './rolling-intercept.ts'

/** Fewer outcomes behind a plan leave it UNCALIBRATED. */
const FEWEST_OUTCOMES = 50

/** What is learnt after the fit, by plan. It belongs to one model. */
export type Levels = Readonly<Record<PlanName, RollingIntercept>>

export const newLevels = (): Levels => ({
  RAPID: new RollingIntercept(),
  PRECISION: new RollingIntercept(),
  TIMED: new RollingIntercept(),
})

type PlanCalibration = Readonly<{
  model: PlanModel
  target: Linear
  timeout: Linear
  rolling: RollingIntercept
}>

/**
 * What probability a candidate has, and how we know. With a model: the offset logit over the driftless barrier, and a level that
 * follows the last 60 days. Without one, or where the model may not speak: the driftless barrier alone, marked uncalibrated, with
 * the reason. One for each terminal, since its costs and hours are its own.
 */
export class Calibrator {
  readonly #model: ModelFile | null
  readonly #whyNone: string
  readonly #key: string | null
  readonly #plans = new Map<PlanName, PlanCalibration>()

  /** `whyNone` is shown when there is no model: a sentence without its full stop. `levels` are this model's. */
  constructor(model: ModelFile | null, whyNone = 'no model is loaded', levels: Levels = newLevels()) {
    const fault = model ? modelFault(model) : whyNone
    this.#model = fault === null ? model : null
    this.#whyNone = fault ?? ''
    this.#key = this.#model && modelKey(this.#model)
    if (!this.#model) return
    for (const name of ['RAPID', 'PRECISION', 'TIMED'] as const) {
      const plan = this.#model.plans[name]
      if (plan) this.#plans.set(name, calibrationOf(plan, levels[name]))
    }
  }

  /** Of the model; null where there is none that may be used. */
  get modelKey(): string | null {
    return this.#key
  }

  /** `atMs` is the market's time. */
  outlook({ pair, plan, p0, features }: Asked, atMs: number): Outlook {
    const known = this.#plans.get(plan)
    if (!this.#model) return driftlessOutlook(p0, this.#whyNone)
    if (!this.#isOf(pair)) return driftlessOutlook(p0, `${this.#model.name} was not fitted for ${pair}`)
    if (!known) return driftlessOutlook(p0, `${this.#model.name} was not fitted for ${plan}`)
    if (known.model.n < FEWEST_OUTCOMES)
      return driftlessOutlook(p0, `${this.#model.name} has seen ${known.model.n} outcomes of ${plan}, of 50`)
    const missing = known.target.missing(features) ?? known.timeout.missing(features)
    if (missing !== undefined) return driftlessOutlook(p0, `too few bars for ${missing}`)
    const [target, late] = [known.target.at(features), known.timeout.at(features)]
    // A file may hold finite numbers whose product is none; what is no number is no probability either.
    if (!Number.isFinite(target) || !Number.isFinite(late))
      return driftlessOutlook(p0, `${this.#model.name} gives no number for this candidate`)
    const p = sigmoid(logit(p0) + target + known.rolling.at(atMs))
    const { n } = known.rolling
    return {
      p,
      timeout: (1 - p) * sigmoid(late),
      timeoutR: known.model.timeoutR,
      n: known.model.n + n,
      calibrated: true,
      source: n === 0 ? this.#model.name : `${this.#model.name}, level of ${n} outcomes of the last 60 days`,
    }
  }

  /** What the model says without the level of the last 60 days; null where it may not speak. */
  alone({ pair, plan, p0, features }: Asked): number | null {
    const known = this.#plans.get(plan)
    if (!known || !this.#isOf(pair) || known.target.missing(features) !== undefined) return null
    const target = known.target.at(features)
    return Number.isFinite(target) ? sigmoid(logit(p0) + target) : null
  }

  /** A candidate has ended, taken or not. One that the model could not judge teaches nothing. */
  learn({ outcome, resolvedMs, ...asked }: Resolved): void {
    const p = this.alone(asked)
    if (p !== null) this.#plans.get(asked.plan)?.rolling.add(resolvedMs, outcome === 'target', p)
  }

  #isOf(pair: Pair): boolean {
    return this.#model?.card.pairs.includes(pair) === true
  }
}

const calibrationOf = (model: PlanModel, rolling: RollingIntercept): PlanCalibration => ({
  model,
  target: new Linear(model.target),
  timeout: new Linear(model.timeout),
  rolling,
})
