import type { BacktestPair } from '../../contracts/lab-report.ts'
import type { ModelFile } from '../../contracts/model.ts'

/** What the probabilities were fitted on: it stands on every figure that they touch. */
export function basisOf(model: ModelFile | null): string {
  if (model === null) return 'No model: the driftless barrier, fitted on nothing'
  const { from, to } = model.card.period
  return `Model ${model.name}, fitted on ${from} to ${to}; figures of days inside that span are no test of it`
}

/** How the costs of these pairs were counted, a sentence a line. */
export function costLines(pairs: readonly BacktestPair[], hasCalendar: boolean): readonly string[] {
  return [
    ...spreadLines(pairs),
    `Commission both ways: ${each(pairs, ({ commissionPips }) => `${commissionPips} pips`)}.`,
    'Slippage: 0.05 pip at an entry, 0.2 pip at a stop and at a time exit, none at a target.',
    ...swapLines(pairs),
    hasCalendar
      ? 'News: refused as at the desk; around high importance a modelled spread is 4 times as wide, then twice (study §1).'
      : 'News: no calendar was given, so nothing was refused for it and no spread widened.',
    'A trade is entered at the open of the next minute, and is flat before a silence of more than ten hours.',
  ]
}

const SPREADS: Readonly<Record<BacktestPair['spread']['from'], string>> = {
  model:
    "Spread: the usual one of the pair and New York's clock (venom-study §1), as the data holds bids only",
  bars: 'Spread: as the bars tell it, which MetaTrader writes as the smallest of the minute',
  ticks: 'Spread: that of the first quote of each minute',
}

function spreadLines(pairs: readonly BacktestPair[]): readonly string[] {
  return (['model', 'bars', 'ticks'] as const).flatMap(from => {
    const own = pairs.filter(({ spread }) => spread.from === from)
    if (own.length === 0) return []
    return [`${SPREADS[from]}; median ${each(own, ({ spread }) => `${spread.medianPips} pips`)}.`]
  })
}

function swapLines(pairs: readonly BacktestPair[]): readonly string[] {
  const unknown = pairs.filter(({ swapPips }) => swapPips === null).map(({ pair }) => pair)
  if (unknown.length === 0) return []
  return [`Swap: not known for ${unknown.join(', ')}, and 0 is charged.`]
}

/** "0.7 pips" when all say the same, else each with its pair. */
function each(pairs: readonly BacktestPair[], told: (pair: BacktestPair) => string): string {
  const [first, ...others] = pairs.map(told)
  if (first !== undefined && others.every(other => other === first)) return first
  return pairs.map(pair => `${pair.pair} ${told(pair)}`).join(', ')
}
