import { Random } from '../broker-sim/random.ts'
import { MARKET_FEATURES } from '../domain/venom/confidence/feature-names.ts'
import { MarketEntryBook, type MarketEntries, type SidesOfPlan } from '../lab/candidates/market-entries.ts'

const HOUR = 3_600_000

/** Entries of a market whose features say nothing, `everyMs` apart; each is settled twelve hours after its bar. */
export function someMarketEntries(count: number, fromMs: number, everyMs: number): MarketEntries {
  const random = new Random(count)
  const book = new MarketEntryBook()
  for (let k = 0; k < count; k++) {
    const barMs = fromMs + k * everyMs
    const sides = (): SidesOfPlan => {
      const targets = random.uniform() < 0.55 ? 1 : 0
      const timeouts = random.uniform() < 0.1 ? 1 : 0
      return { p0: 0.32, settledMs: barMs + 12 * HOUR, targets, timeouts }
    }
    const features = Float32Array.from(MARKET_FEATURES, () => random.gaussian())
    book.add(barMs, features, { RAPID: sides(), PRECISION: sides(), TIMED: sides() })
  }
  return book.take()
}
