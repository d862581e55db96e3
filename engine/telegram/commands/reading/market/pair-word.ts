import { Pair } from '../../../../contracts/pairs.ts'

/** A pair as people write it: eurusd, EUR/USD, eur-usd. Null: none of the desk's. */
export function pairOfWord(word: string): Pair | null {
  const known = Pair.safeParse(word.toUpperCase().replaceAll(/[^A-Z]/g, ''))
  return known.success ? known.data : null
}
