import type { CardFacts, CardPart, SitrepFacts, TradeFacts } from '../../contracts/card.ts'

/** Which facts a part is: what is left away is neither drawn nor signed. */
const FACTS_OF: Readonly<Record<CardPart, readonly (keyof TradeFacts | keyof SitrepFacts)[]>> = {
  callSign: ['callSign'],
  pair: ['pair'],
  side: ['side'],
  setup: ['setup'],
  r: ['r'],
  pips: ['pips'],
  money: ['netCents'],
  lots: ['lots'],
  prices: ['open', 'close'],
  probability: ['p', 'n', 'calibrated'],
  dates: ['openMs', 'closeMs'],
}

/** The facts without the parts that the trader leaves away. The kind of account stays whatever is asked. */
export function shownFacts<F extends CardFacts>(facts: F, hide: readonly CardPart[]): F {
  const shown = { ...facts }
  for (const name of hide.flatMap(part => FACTS_OF[part])) Reflect.deleteProperty(shown, name)
  return shown
}
