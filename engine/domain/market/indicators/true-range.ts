/** Wilder's true range: how far the price went since the previous close, the gap included; in the unit of the prices. */
export const trueRange = (high: number, low: number, previousClose: number): number =>
  (high > previousClose ? high : previousClose) - (low < previousClose ? low : previousClose)
