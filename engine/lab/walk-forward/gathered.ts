import { joinCandidates, type Candidates } from '../candidates/candidates.ts'
import { joinMarketEntries, type MarketEntries } from '../candidates/market-entries.ts'

/** What a model is fitted on: what the setups proposed, and entries at every quarter hour whatever they said. */
export type Gathered = Readonly<{ candidates: Candidates; market: MarketEntries }>

/** Several pairs' as one. */
export const joinGathered = (parts: readonly Gathered[]): Gathered => ({
  candidates: joinCandidates(parts.map(({ candidates }) => candidates)),
  market: joinMarketEntries(parts.map(({ market }) => market)),
})
