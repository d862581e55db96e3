import { CostPart, FEW_FIGURES, type CostGroup } from '../../../contracts/execution-costs.ts'

const NAMES: Readonly<Record<CostPart, string>> = {
  spread: 'The spread',
  entrySlippage: 'Slippage at the entry',
  stopSlippage: 'Slippage at the stop',
  commission: 'Commission',
  swap: 'Swap',
}

/** What cost the most in all, in parts of the money at risk; or that it is too early to say. */
export function biggestCost(all: CostGroup): string {
  const { trades, parts } = all
  if (trades < FEW_FIGURES)
    return `Too few closed trades to say what cost the most: ${trades} of at least ${FEW_FIGURES}.`
  const [part, figures] = CostPart.options
    .map(name => [name, parts[name].r] as const)
    .reduce((most, each) => (each[1].sum > most[1].sum ? each : most))
  if (figures.sum <= 0) return `Nothing has cost anything over ${trades} trades.`
  const usual =
    figures.is === 'known'
      ? `${inR(figures.median)} on the median trade, ${inR(figures.p90)} or more on one in ten`
      : 'too few to say what is usual'
  return `${NAMES[part]} cost the most: ${inR(figures.sum)} over ${figures.n} trades (${usual}).${unknown(all)}`
}

const inR = (r: number): string => `${r.toFixed(2)} R`

function unknown({ trades, parts }: CostGroup): string {
  const missing = trades - parts.spread.r.n
  return missing === 0 ? '' : ` Of ${missing} trades the spread was not recorded.`
}
