import type { Mission } from '../../engine/contracts/mission.ts'
import type { Session } from '../../engine/contracts/vocabulary.ts'
import { clockText } from '../ui/format/time.ts'
import { pairNames, sideWords } from './words.ts'

const minuteText = (ms: number): string => clockText(ms).slice(0, 5)

type Told = Readonly<{
  isOpen: boolean
  entry: number
  stop: number | null
  target: number | null
  cancels: number | null
}>

export const lineNames = {
  target: 'TARGET',
  entry: 'ENTRY',
  open: 'OPEN',
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
  described: (
    { pair, side, digits }: Mission,
    { isOpen, entry, stop, target, cancels }: Told,
    untilMs: number,
  ) => {
    const at = (price: number) => price.toFixed(digits)
    const levels = [
      `${isOpen ? 'open at' : 'entry'} ${at(entry)}`,
      stop === null ? 'no stop' : `stop ${at(stop)}`,
      target === null ? 'no target' : `target ${at(target)}`,
      ...(cancels === null ? [] : [`cancels beyond ${at(cancels)}`]),
    ]
    return `${pairNames[pair]} ${sideWords[side].toLowerCase()} in its market, bars to ${minuteText(untilMs)} UTC: ${levels.join(', ')}.`
  },
} as const
