import type { PlanName } from '../../../contracts/model.ts'
import type { Pair } from '../../../contracts/pairs.ts'

/** A candidate, as a model is asked about it. */
export type Asked = Readonly<{
  pair: Pair
  plan: PlanName
  /** Of the driftless barrier. */
  p0: number
  /** As `readFeatures` left them when it was proposed. */
  features: Float64Array
}>

/**
 * How a candidate is expected to end: target first with probability `p`, neither barrier by the time exit with `timeout`,
 * and the stop with what remains of 1.
 */
export type Outlook = Readonly<{
  p: number
  timeout: number
  /** Mean result of a time-out in R at executed prices: spread inside, commission and slippage not. */
  timeoutR: number
  /** Resolved outcomes behind it. */
  n: number
  calibrated: boolean
  /** Which model, or why none. */
  source: string
}>

export type Outcome = 'target' | 'stop' | 'timeout'

/** A candidate that has come to its end, taken or not: what the rolling intercept learns from. */
export type Resolved = Asked &
  Readonly<{
    outcome: Outcome
    /** Market time of the bar in which it ended. */
    resolvedMs: number
  }>
