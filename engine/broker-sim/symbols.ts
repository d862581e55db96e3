import { usualDigits, type Pair } from '../contracts/pairs.ts'

/** One symbol as the simulated broker offers it. */
export type BrokerSymbol = Readonly<{
  pair: Pair
  /** The broker's own name. This broker adds nothing to the pair's. */
  name: string
  digits: number
  /** Units of the base currency in one lot. */
  contract: number
  lotMin: number
  lotMax: number
  lotStep: number
}>

/** What the simulated ECN broker offers. Digits follow the data where the data knows them. */
export function brokerSymbol(pair: Pair, digits = usualDigits(pair)): BrokerSymbol {
  return { pair, name: pair, digits, contract: 100_000, lotMin: 0.01, lotMax: 100, lotStep: 0.01 }
}
