import type { Side } from '../../../contracts/primitives.ts'
import type { SymbolMarket } from '../../market/symbol-market.ts'
import type { SetupName } from '../setup.ts'
import { FEATURE_NAMES, type FeatureName } from './feature-names.ts'
import { FEATURES } from './feature-table.ts'
import { setMoment, type Moment, type MomentContext } from './moment.ts'

const READERS = FEATURE_NAMES.map(name => FEATURES[name].read)

/** One for all calls, since each runs to its end: reading leaves nothing to collect. */
const moment: Partial<Moment> = {}

/**
 * Reads all features of one candidate into `into`, in the order of FEATURE_NAMES. Null when every one of them is there; else
 * the name of the first that is not, and then `into` is not to be used: a value that is missing is never guessed.
 */
export function readFeatures(
  market: SymbolMarket,
  setup: SetupName | null,
  side: Side,
  context: MomentContext,
  into: Float64Array,
): FeatureName | null {
  setMoment(moment as Moment, market, setup, side, context)
  let missing: FeatureName | null = null
  for (let k = 0; k < FEATURE_NAMES.length; k++) {
    const value = (READERS[k] as (typeof READERS)[number])(moment as Moment)
    into[k] = value
    if (!Number.isFinite(value)) missing ??= FEATURE_NAMES[k] as FeatureName
  }
  return missing
}
