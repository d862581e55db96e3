/**
 * What the probability is read from, in the order of the vector (venom-study §5). D_ is multiplied by the side of the trade, N_ has
 * no direction, S_ marks the setup, sess_ the session by New York's clock; a star is a product.
 */
export const FEATURE_NAMES = [
  'D_r5', 'D_r15', 'D_r60', 'D_r240', 'D_r1440', 'D_z5_36', 'D_z15_48', 'D_e20_15', 'D_e20_60', 'D_e2050_60', 'D_e2050_240',
  'D_dayopen', 'D_daypos', 'D_pdh', 'D_big30', 'D_wick15', 'D_wick60', 'D_usd_0608', 'D_usd_1215',
  'N_volr', 'N_er24h', 'N_bwp', 'N_s240bp', 'N_cost',
  'S_sqz15', 'S_range', 'S_z5', 'S_big1', 'S_ecbcont', 'S_sqz60',
  'sess_asia', 'sess_ldn', 'sess_pm',
  'D_dayopen*asia', 'D_e20_60*ny', 'D_r1440*ny', 'D_r1440*asia',
] as const // prettier-ignore

export type FeatureName = (typeof FEATURE_NAMES)[number]

export const FEATURE_COUNT = FEATURE_NAMES.length

/** Those that belong to the market and the hour, whichever setup asks and on whichever side. */
export const MARKET_FEATURES: readonly FeatureName[] = FEATURE_NAMES.filter(
  name => name.startsWith('N_') || name.startsWith('sess_'),
)
