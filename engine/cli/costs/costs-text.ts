/** The report for a trader: what cost the most, each part, each step, and then by what it differs. */
import {
  CostGrouping,
  CostPart,
  LatencyStage,
  type CostFigures,
  type CostGroup,
  type Distribution,
  type ExecutionCosts,
} from '../../contracts/execution-costs.ts'
import { count, counted, minuteOf, money } from '../text.ts'

const PARTS: Readonly<Record<CostPart, string>> = {
  spread: 'Spread',
  entrySlippage: 'Slippage, entry',
  stopSlippage: 'Slippage, stop',
  commission: 'Commission',
  swap: 'Swap',
}
const STAGES: Readonly<Record<LatencyStage, string>> = {
  recordedToSent: 'Recorded to sent',
  sentToAnswered: 'Sent to answer',
  answeredToDeal: 'Answer to deal',
  recordedToDeal: 'Recorded to deal',
}
const GROUPINGS: Readonly<Record<CostGrouping, string>> = {
  pair: 'Pair',
  hour: 'Hour (UTC)',
  weekday: 'Weekday',
  terminal: 'Terminal',
  side: 'Side',
  reason: 'Closed by',
}
const TOO_FEW = 'too few'

export function costsText(costs: ExecutionCosts): readonly string[] {
  const { account, all, fromMs, toMs, open, leftOut, accounts } = costs
  const span = fromMs === null || toMs === null ? '' : `, ${minuteOf(fromMs)} to ${minuteOf(toMs)} UTC`
  const rest = [
    ...(open > 0 ? [`${count(open)} open`] : []),
    ...(leftOut > 0 ? [`${count(leftOut)} left out: the commission is higher than the risk`] : []),
    ...(accounts > 1 ? [`${accounts} accounts: money is added as if of one currency`] : []),
  ]
  return [
    `Costs, ${account}: ${counted(all.trades, 'closed trade')}${span}${rest.map(text => `; ${text}`).join('')}`,
    costs.biggest,
    '',
    ...partLines(all),
    '',
    ...latencyLines(all),
    ...CostGrouping.options.flatMap(grouping => groupLines(grouping, costs.by[grouping])),
    '',
    'Paid is above zero; slippage below zero was in your favour. R is a part of the money at risk. Half of the trades paid the',
    'median or less, one in ten the p90 or more. Steps are by this computer’s clock when they were stored; that an order was',
    'sent is stored up to 100 ms later.',
    '',
  ]
}

const row = (first: string, cells: readonly string[]): string =>
  `${first.padEnd(18)}${cells.map(cell => cell.padStart(11)).join('')}`.trimEnd()

function partLines({ parts, total }: CostGroup): string[] {
  return [
    row('Cost', ['n', 'median', 'p90', 'median R', 'p90 R', 'sum R', 'sum money']),
    ...CostPart.options.map(part => partLine(PARTS[part], parts[part])),
    partLine('Together', total),
  ]
}

function partLine(name: string, { r, pips, cents }: CostFigures): string {
  if (r.n === 0) return row(name, ['0'])
  const pip = (value: number) => `${decimals(value, 1)} pip`
  const inR = (value: number) => decimals(value, 3)
  const known = [
    usual(pips, 'median', pip),
    usual(pips, 'p90', pip),
    usual(r, 'median', inR),
    usual(r, 'p90', inR),
  ]
  return row(name, [count(r.n), ...known, decimals(r.sum, 2), money(cents.sum)])
}

function latencyLines({ latency }: CostGroup): string[] {
  const ms = (value: number) => `${Math.round(value)} ms`
  return [
    row('Step', ['n', 'median', 'p90']),
    ...LatencyStage.options.map(stage => {
      const figures = latency[stage]
      return row(STAGES[stage], [count(figures.n), usual(figures, 'median', ms), usual(figures, 'p90', ms)])
    }),
  ]
}

function groupLines(grouping: CostGrouping, groups: readonly CostGroup[]): string[] {
  if (groups.length === 0) return []
  const inR = (value: number) => decimals(value, 3)
  const pip = (value: number) => decimals(value, 1)
  const ms = (value: number) => String(Math.round(value))
  return [
    '',
    row(GROUPINGS[grouping], [
      'trades',
      'median R',
      'p90 R',
      'sum R',
      'spread pip',
      'slip pip',
      'ms to deal',
    ]),
    ...groups.map(({ key, trades, total, parts, latency }) =>
      row(key, [
        count(trades),
        usual(total.r, 'median', inR),
        usual(total.r, 'p90', inR),
        decimals(total.r.sum, 2),
        usual(parts.spread.pips, 'median', pip),
        usual(parts.entrySlippage.pips, 'median', pip),
        usual(latency.recordedToDeal, 'median', ms),
      ]),
    ),
  ]
}

const usual = (figures: Distribution, which: 'median' | 'p90', text: (value: number) => string): string =>
  figures.n === 0 ? '–' : figures.is === 'known' ? text(figures[which]) : TOO_FEW

/** The minus is a true one, and nothing is a negative nothing. */
function decimals(value: number, digits: number): string {
  const text = Math.abs(value).toFixed(digits)
  return value < 0 && Number(text) !== 0 ? `−${text}` : text
}
