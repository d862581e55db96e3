import { FEATURE_COUNT, FEATURE_NAMES, type FeatureName } from '../domain/venom/confidence/feature-names.ts'
import { CandidateBook, type CandidateRow, type Candidates } from '../lab/candidates/candidates.ts'

const HOUR = 3_600_000

/** A EURUSD RAPID long of 100 points that reached its target after an hour; `features` by name, the others 0. */
export type CandidateWish = Partial<CandidateRow> & {
  readonly told?: Readonly<Partial<Record<FeatureName, number>>> | null
}

/** Candidates in the order given. `told: null` is one whose features could not be read. */
export function someCandidates(wishes: readonly CandidateWish[]): Candidates {
  const book = new CandidateBook()
  for (const { told = {}, ...over } of wishes) {
    const barMs = over.barMs ?? 0
    const row = {
      pair: 0, setup: 2, plan: 0, session: 1, regime: 4, side: 1,
      barMs, entryMs: barMs, entryAt: 0, timeExitMs: barMs + 24 * HOUR,
      stop: 100, target: 200, spread: 4, p0: 0.32, costR: 0.07, refused: 0, shield: 6,
      ending: 0, exitMs: barMs + HOUR, ambiguous: 0,
      gross: 2, net1: 1.9, net15: 1.85, net2: 1.8, net1Best: 1.9, worst: -0.2, best: 2,
      ...over,
    } // prettier-ignore
    const features = new Float64Array(FEATURE_COUNT).fill(told === null ? Number.NaN : 0)
    for (const [name, value] of Object.entries(told ?? {}))
      features[FEATURE_NAMES.indexOf(name as FeatureName)] = value
    book.add(row, features)
  }
  return book.take()
}
