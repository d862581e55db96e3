import type { Mission } from '../../engine/contracts/mission.ts'
import type { Session } from '../../engine/contracts/vocabulary.ts'
import { priceText } from '../ui/format/price.ts'
import { clockText } from '../ui/format/time.ts'
import { pairNames, sideWords } from './words.ts'

const minuteText = (ms: number): string => clockText(ms).slice(0, 5)

export const lineNames = {
  target: 'TARGET',
  entry: 'ENTRY',
  stop: 'STOP',
  cancels: 'CANCELS',
  bid: 'BID',
  last: 'LAST',
} as const

export const momentNames = { issued: 'ISSUED', timeExit: 'TIME EXIT' } as const

export const sessionNames: Readonly<Record<Session, string>> = {
  ASIAN: 'ASIAN',
  LONDON: 'LONDON',
  OVERLAP: 'OVERLAP',
  NEW_YORK: 'NEW YORK',
  ROLLOVER: 'ROLLOVER',
  CLOSED: 'CLOSED',
}

export const chartCopy = {
  title: 'Chart',
  fold: 'Chart: M5 of the bid, UTC',
  until: (untilMs: number) => `Kept minutes to ${minuteText(untilMs)}`,
  /** What comes between two pictures of the market is not in it. */
  forming: ', then as seen here',
  loading: 'Reading the bars.',
  loadingNext: 'The plan is on the ladder above. Nothing waits for the chart.',
  none: 'No history of this pair yet.',
  noneNext:
    'The terminal sends its past minutes once it is linked and the pair is in its Market Watch. It is drawn at the next closed bar.',
  failedNext: 'The plan above holds. Read again, or look at the pair in MetaTrader.',
  retry: 'Read again',
  old: (problem: string) => `These bars are as they were read before: ${problem}`,
  stale:
    'No live price of this pair: the chart stands still. The links at the bottom say why, and what to do.',
  elsewhere: 'The prices of another terminal are shown. Show this one to see its last price move.',
  /** The notice that its licence asks for. */
  library: 'TradingView Lightweight Charts™, tradingview.com',
  described: ({ pair, side, digits, entry, stop, target, invalidBeyond }: Mission, untilMs: number) => {
    const at = (points: number) => priceText(points, digits)
    const cancels = invalidBeyond === null ? '' : `, cancels beyond ${at(invalidBeyond)}`
    return `${pairNames[pair]} ${sideWords[side].toLowerCase()} in its market, bars to ${minuteText(untilMs)} UTC: entry ${at(entry)}, stop ${at(stop)}, target ${at(target)}${cancels}.`
  },
} as const
