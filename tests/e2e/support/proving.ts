/** The proving ground with something in each of its parts; the figures mean nothing. */
import type { LabPlan, LabView } from '../../../engine/contracts/lab-desk.ts'
import type { LabMarket, LabRun, LabRuns } from '../../../engine/contracts/lab-runs.ts'
import type { MarketBar } from '../../../engine/contracts/market-bars.ts'
import type { QueryAnswer } from '../../../engine/contracts/queries.ts'
import type { ReplayDay } from '../../../engine/contracts/replay-day.ts'
import { compared } from '../../../engine/domain/lab-runs/compare.ts'
import { runOf, type Answered } from '../../../engine/domain/lab-runs/lab-report.ts'
import { storyOf } from '../../../engine/domain/lab-runs/run-story.ts'
import { aProvingReport, around } from '../../../engine/testkit/proving-report.ts'
import { at, points, TERMINAL, ulid } from './view-parts.ts'

export const DAY = Date.UTC(2014, 3, 30)
export const minuteMs = (minute: number): number => minute * 60_000

const report = aProvingReport()
const answered = (trial: number, over: Partial<Answered> = {}): Answered => ({
  key: { trial, seed: 1 },
  atMs: Date.UTC(2026, 10, 20, 9, trial),
  engine: '0.1.0+abc',
  dataHash: `${trial}f`.repeat(32),
  origin: null,
  ...over,
})
const walked = (over: Answered): LabRun => runOf(over, { kind: 'walkforward', report })

const first = walked(answered(3))
const better: LabRun = {
  ...walked(answered(4, { dataHash: first.dataHash })),
  issued: { ...first.issued, net1: around(0.4, 0.1, 300) },
}
const madeUp = {
  ...walked(answered(5, { origin: { is: 'generated', seed: 1, days: 90 } })),
  kind: 'backtest' as const,
}

export const someRuns: LabRuns = {
  runs: [
    madeUp,
    better,
    first,
    { is: 'unreadable', key: { trial: 1, seed: 1 }, kind: 'walkforward', atMs: first.atMs, text: 'It was kept by another version of BITTEN, and cannot be read. Run it again' },
  ],
  older: 0,
} // prettier-ignore

const kept = (pair: LabMarket['terminals'][number]['pairs'][number]['pair']) => ({
  pair,
  minutes: 98_231,
  fromMs: DAY - 70 * 86_400_000,
  toMs: DAY + minuteMs(1_439),
})
export const someMarket: LabMarket = {
  terminals: [{ terminal: TERMINAL, pairs: [kept('EURUSD'), kept('USDJPY')] }],
}

export const aPlan: LabPlan = {
  job: 'backtest',
  data: { is: 'desk', terminal: TERMINAL },
  pairs: null,
  fromMs: null,
  toMs: null,
  windows: { mode: 'expanding', fitMonths: 6, stepMonths: 1 },
  seed: 1,
}
export const idleLab: LabView = { running: null, last: null }
export const busyLab: LabView = {
  running: {
    plan: aPlan,
    startedMs: Date.UTC(2026, 10, 23, 18, 3),
    stage: { name: 'Pairs followed', done: 1, of: 4 },
    notes: ['Left out: GBPUSD is on another clock than was thought'],
  },
  last: null,
}
export const endedLab = (end: NonNullable<LabView['last']>['end']): LabView => ({
  running: null,
  last: { plan: aPlan, startedMs: 1_000, endedMs: 43_000, notes: [], end },
})

function minutes(fromMs: number, count: number): readonly MarketBar[] {
  const level = (i: number) =>
    Math.round(138_400 + 220 * Math.sin(i / 140) + 40 * Math.sin(i / 9) + 14 * Math.sin(i * 1.7))
  return Array.from({ length: count }, (_, i) => {
    const [open, close] = [level(i), level(i + 1)]
    return {
      openMs: at(fromMs + minuteMs(i)),
      open: points(open),
      high: points(Math.max(open, close) + 4 + (i % 5)),
      low: points(Math.min(open, close) - 4 - (i % 3)),
      close: points(close),
    }
  })
}

const order = ulid(31)
const mission = (id: number, minute: number, side: 'buy' | 'sell') => ({
  id: ulid(id),
  setup: 'SQZ-FADE',
  side,
  quality: 'GOLD' as const,
  drill: false,
  entry: points(138_500),
  stop: points(side === 'buy' ? 138_420 : 138_580),
  target: points(side === 'buy' ? 138_640 : 138_360),
  issuedMs: at(DAY + minuteMs(minute)),
  expiresMs: at(DAY + minuteMs(minute + 30)),
})
/** A mission and its trade in the first hour, and another mission in the afternoon. */
export const aReplayDay: ReplayDay = {
  is: 'day',
  digits: 5,
  bars: minutes(DAY, 1_440),
  before: minutes(DAY - minuteMs(180), 180),
  sessions: [
    { session: 'ASIAN', fromMs: at(DAY - minuteMs(180)), untilMs: at(DAY + minuteMs(420)) },
    { session: 'LONDON', fromMs: at(DAY + minuteMs(420)), untilMs: at(DAY + minuteMs(1_440)) },
  ],
  missions: [mission(21, 20, 'buy'), mission(22, 900, 'sell')],
  trades: [
    {
      order,
      mission: ulid(21),
      side: 'buy',
      open: points(138_502),
      close: points(138_640),
      openMs: at(DAY + minuteMs(22)),
      closeMs: at(DAY + minuteMs(55)),
      r: 1.68,
      reason: 'target',
      stop: points(138_420),
      target: points(138_640),
    },
  ],
  isCut: false,
}
/** The same with a trade of the evening before, which is held over the first mission. */
export const aHeldDay: ReplayDay = {
  ...aReplayDay,
  trades: [
    {
      order: ulid(32),
      mission: ulid(20),
      side: 'sell',
      open: points(138_600),
      close: points(138_300),
      openMs: at(DAY - minuteMs(106)),
      closeMs: at(DAY + minuteMs(40)),
      r: 1.5,
      reason: 'target',
      stop: points(138_800),
      target: points(138_300),
    },
  ],
}

const told = <T>(value: T) => ({ is: 'answer', value }) as const
export const provingAnswers = {
  labMarket: told(someMarket),
  labRuns: told(someRuns),
  labRun: told({ is: 'story', story: storyOf(first, { kind: 'walkforward', report }) }),
  labCompare: told(compared([first, better, madeUp])),
  replayDay: told(aReplayDay),
} satisfies Readonly<{
  labMarket: QueryAnswer<'labMarket'>
  labRuns: QueryAnswer<'labRuns'>
  labRun: QueryAnswer<'labRun'>
  labCompare: QueryAnswer<'labCompare'>
  replayDay: QueryAnswer<'replayDay'>
}>
