import type { MinuteTape } from '../../ports/minute-tape.ts'
import { collectCandidates } from '../candidates/collect-candidates.ts'
import type { Candidates } from '../candidates/candidates.ts'
import { pairCosts } from '../cost/pair-costs.ts'
import type { Gathered } from '../walk-forward/gathered.ts'
import { tradedTape } from '../outcome/tape-blocks.ts'
import type { Setup } from '../../domain/venom/setup.ts'

/** Whatever makes candidates of a tape: the pipeline, or one with a bug that was put there to be found. */
export type Collect = (tape: MinuteTape) => Candidates

export const tradedOf = (tape: MinuteTape) => tradedTape(tape, pairCosts(tape))

/** The pipeline that the desk and the lab share. */
export const candidatesOf: Collect = tape =>
  collectCandidates({ traded: tradedOf(tape), calendar: null }).candidates

/** With the entries of every quarter hour, as a model is fitted on them. */
export function gatheredOf(tape: MinuteTape): Gathered {
  const { candidates, market } = collectCandidates({
    traded: tradedOf(tape),
    calendar: null,
    withMarket: true,
  })
  return { candidates, market }
}

/** The same with other setups. */
export const candidatesOfSetups =
  (setupsOf: (tape: MinuteTape) => readonly Setup[]): Collect =>
  tape =>
    collectCandidates({ traded: tradedOf(tape), calendar: null, setups: setupsOf(tape) }).candidates
