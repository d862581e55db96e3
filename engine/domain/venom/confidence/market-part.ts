import { FEATURE_NAMES, MARKET_FEATURES } from './feature-names.ts'
import { endsBothWays, fitLogit } from './fit-logit.ts'
import { logit } from './logistic.ts'
import { allRows, matrixOf, ownScale, ridgesOf, type Columns, type Term } from './terms.ts'

/**
 * Entries that no setup has proposed, one at every quarter hour on both sides, laid out as one plan lays its trades out. Row
 * k's MARKET_FEATURES begin at k · their number; both sides share them and their p0.
 */
export type MarketRows = Readonly<{
  length: number
  features: Float32Array
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

/** Null where there is nothing to fit on: no entries, or all ended alike. */
export function fitMarketTarget(rows: MarketRows): MarketPart | null {
  const offset = Float64Array.from(rows.p0, logit)
  return fitPart(rows, rows.targets, new Uint8Array(rows.length).fill(2), offset)
}

/** Among the sides that missed their target. */
export function fitMarketTimeout(rows: MarketRows): MarketPart | null {
  const missed = rows.targets.map(hits => 2 - hits)
  return fitPart(rows, rows.timeouts, missed, new Float64Array(rows.length))
}

function fitPart(rows: MarketRows, y: Uint8Array, of: Uint8Array, offset: Float64Array): MarketPart | null {
  if (!endsBothWays({ rows: rows.length, y, of })) return null
  const columns: Columns = { features: rows.features, stride: MARKET_FEATURES.length }
  const terms = MARKET_FEATURES.flatMap((name, place) => {
    const term = ownScale(columns, rows.length, { name, place, ridge: GRID_RIDGE })
    return term === null ? [] : [term]
  })
  const x = matrixOf(columns, allRows(rows.length), terms)
  const penalties = ridgesOf(terms)
  const { b0, betas } = fitLogit({ rows: rows.length, columns: terms.length, x, y, of, offset, penalties })
  return { b0, terms, betas }
}

/** The same terms, read from all features. */
export const amongAll = (terms: readonly Term[]): readonly Term[] =>
  terms.map(term => ({ ...term, place: FEATURE_NAMES.indexOf(term.name) }))
