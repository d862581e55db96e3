import { FEATURE_NAMES, MARKET_FEATURES } from './feature-names.ts'
import type { FeatureRows } from './feature-rows.ts'
import { endsBothWays, fitLogit } from './fit-logit.ts'
import { logit } from './logistic.ts'
import { linesOf, ownScales, ridgesOf, type Term } from './terms.ts'

/**
 * Entries that no setup has proposed, one at every quarter hour on both sides, laid out as one plan lays its trades out. Both
 * sides share their features and their p0.
 */
export type MarketRows = Readonly<{
  /** The MARKET_FEATURES of all plans and spans together. */
  features: FeatureRows
  /** Places of the rows among them; the columns below hold these rows alone. */
  places: Int32Array
  p0: Float32Array
  /** Of the two sides, how many reached their target first, and how many neither barrier by the time exit. */
  targets: Uint8Array
  timeouts: Uint8Array
}>

/** What belongs to the market in one logit: a level, and terms of MARKET_FEATURES with their betas. */
export type MarketPart = Readonly<{ b0: number; terms: readonly Term[]; betas: Float64Array }>

/**
 * Ridge among the entries of the grid. They overlap, so that many of them are one observation; 100,000 a year still outweigh it
 * where they vary, and it settles what they leave open, as between volatility and cost.
 */
const GRID_RIDGE = 1_000

/** `timeout` is among the sides that missed their target. Null where there is nothing to fit on: no entries, or all ended alike. */
export function fitMarket(rows: MarketRows): Record<'target' | 'timeout', MarketPart | null> {
  const { p0, targets, timeouts } = rows
  const terms = marketTerms(rows)
  const lineOf = linesOf(rows.features, rows.places, terms)
  const missed = targets.map(hits => 2 - hits)
  const fit = (y: Uint8Array, of: Uint8Array, offset: Float64Array): MarketPart | null => {
    if (!endsBothWays({ rows: y.length, y, of })) return null
    const penalties = ridgesOf(terms)
    return { terms, ...fitLogit({ rows: y.length, columns: terms.length, lineOf, y, of, offset, penalties }) }
  }
  return {
    target: fit(targets, new Uint8Array(targets.length).fill(2), new Float64Array(p0).map(logit)),
    timeout: fit(timeouts, missed, new Float64Array(targets.length)),
  }
}

const marketTerms = ({ features, places }: MarketRows): readonly Term[] =>
  ownScales(
    features,
    places,
    MARKET_FEATURES.map((name, place) => ({ name, place, ridge: GRID_RIDGE })),
  )

/** The same terms, read from all features. */
export const amongAll = (terms: readonly Term[]): readonly Term[] =>
  terms.map(term => ({ ...term, place: FEATURE_NAMES.indexOf(term.name) }))
