/** The lines of the ten indicators, with the lengths that all are set to. */
export const LINES = [
  'SMA 20',
  'EMA 20',
  'RSI 14',
  'ATR 14',
  'ADX 14',
  '+DI 14',
  '−DI 14',
  'Bollinger 20 upper',
  'Bollinger 20 middle',
  'Bollinger 20 lower',
  'Donchian 20 upper',
  'Donchian 20 lower',
  'MACD 12 26',
  'MACD signal 9',
  'Stochastic 14 %K',
  'Stochastic %D 3',
  'CCI 20',
] as const

/** Where a set of ten writes its lines, in the order of `LINES`; NaN for what it has not got. */
export type Answers = Float64Array

/**
 * Ten indicators of one symbol. All write every line they have, so that no compiler can drop one. Ours and @debut/indicators, whose
 * ratio is judged, are cut into the same four groups, which a compiler can take in whole.
 */
export type TenIndicators = Readonly<{
  commit(high: number, low: number, close: number, into: Answers): void
  /** Absent where the library has no way to ask about a forming bar. */
  preview?(high: number, low: number, close: number, into: Answers): void
}>
