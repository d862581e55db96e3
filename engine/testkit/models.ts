import { PAIRS } from '../contracts/pairs.ts'
import type { Logit, ModelFile, PlanModel } from '../contracts/model.ts'
import { FEATURE_NAMES } from '../domain/venom/confidence/feature-names.ts'

export const aPlanModel = (over: Partial<PlanModel> = {}): PlanModel => ({
  target: { b0: -0.1, coefficients: [] },
  timeout: { b0: -2, coefficients: [] },
  timeoutR: 0.48,
  n: 5_000,
  ...over,
})

/** A model of this engine's features that says the same log-odds above the driftless barrier of every candidate. */
export function aModel(target: Partial<Logit> = {}, over: Partial<ModelFile> = {}): ModelFile {
  const plan = aPlanModel({ target: { b0: -0.1, coefficients: [], ...target } })
  return {
    format: 1,
    name: 'made-up',
    features: [...FEATURE_NAMES],
    plans: { RAPID: plan, PRECISION: plan, TIMED: plan },
    card: {
      data: 'made up',
      pairs: [...PAIRS],
      period: { from: '2018-01-01', to: '2018-08-31' },
      trials: 1,
      fittedAtMs: null,
      engine: 'test',
      method: 'made up',
      validation: [],
      notes: [],
    },
    ...over,
  }
}
