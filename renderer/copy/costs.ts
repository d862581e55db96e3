import type { CostPart, ExecutionCosts, LatencyStage } from '../../engine/contracts/execution-costs.ts'
import { kindWords } from './words.ts'

/** In the order in which a trade meets them. */
export const costParts: Readonly<Record<CostPart, string>> = {
  spread: 'Spread',
  entrySlippage: 'Slippage at the entry',
  stopSlippage: 'Slippage at the stop',
  commission: 'Commission',
  swap: 'Swap',
}

export const latencyStages: Readonly<Record<LatencyStage, string>> = {
  recordedToSent: 'Recorded to sent',
  sentToAnswered: 'Sent to answered',
  answeredToDeal: 'Answered to deal',
  recordedToDeal: 'Recorded to deal',
}

const plural = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`

export const costsCopy = {
  open: 'Costs',
  name: 'What execution costs',
  title: 'What execution costs',
  close: 'Close',
  loading: 'Adding up.',
  loadingNext: 'Each closed trade of the ledger, from its record to its last deal.',
  unlinked: 'No account yet.',
  unlinkedNext: 'Training, demo and live are never added together. Link a terminal first.',
  empty: 'No trade has been closed yet.',
  emptyNext: 'Each trade that closes adds its spread, slippage, commission and swap here.',
  failedNext: 'Nothing is lost: the ledger keeps every trade. Try again in a moment.',
  retry: 'Read again',
  old: 'These are the figures as they were read before.',
  /** Of what, and what is not among it. */
  of: ({ account, all, open, leftOut, accounts }: ExecutionCosts) =>
    [
      `${kindWords[account]}, ${plural(all.trades, 'closed trade')}`,
      ...(open > 0 ? [`${open} still open`] : []),
      ...(leftOut > 0 ? [`${leftOut} left out: the commission is higher than the risk`] : []),
      ...(accounts > 1 ? [`${accounts} accounts: money is added as if of one currency`] : []),
    ].join(' · '),
  parts: 'By part',
  hours: 'By hour of the entry, UTC',
  stages: 'By step, how long it took',
  part: 'Part',
  hour: 'Hour',
  stage: 'Step',
  n: 'n',
  median: 'Median',
  tenth: 'One in ten',
  sum: 'Sum',
  money: (currency: string) => `Sum, ${currency}`,
  together: 'Together',
  tooFew: 'too few',
  none: '–',
  ms: (value: string) => `${value} ms`,
  notes: [
    'R is a part of the money at risk; below zero it was in your favour. Half of the trades paid the median or less, one in ten paid the figure beside it or more. Fewer than ten are counted and added up, and no more is said of them.',
    'Steps are by this computer’s clock when they were stored; that an order was sent is stored up to 100 ms later.',
  ],
} as const
