import { describe, expect, test } from 'vitest'
import { BacktestReport } from '../../contracts/lab-report.ts'
import type { Pair } from '../../contracts/pairs.ts'
import { ShieldClass } from '../../contracts/vocabulary.ts'
import type { MinuteTape, TapeReport } from '../../ports/minute-tape.ts'
import { aWanderingTape, wholeTape } from '../../testkit/minute-tapes.ts'
import { RandomDrawing } from '../random/random-drawing.ts'
import { backtest, type BacktestCrew, type BacktestJob } from './backtest.ts'
import { PairPassage } from './pass-pair.ts'

const ALWAYS = { fromMs: Number.NEGATIVE_INFINITY, toMs: Number.POSITIVE_INFINITY }
const JOB: BacktestJob = {
  version: 'test',
  seed: 1,
  trials: 1,
  pairs: ['EURUSD', 'GBPUSD'],
  model: null,
  calendar: null,
  fromMs: null,
  toMs: null,
}

const tapes = new Map<Pair, MinuteTape>([
  ['EURUSD', aWanderingTape(24, 1)],
  ['GBPUSD', aWanderingTape(24, 2, { pair: 'GBPUSD' })],
])

const aReport = (pair: Pair, over: Partial<TapeReport> = {}): TapeReport => ({
  pair,
  files: [{ name: `${pair}.csv`, sha256: pair.toLowerCase() }],
  rows: 20_000,
  repeated: 0,
  contradicted: 0,
  dropped: {},
  gaps: [],
  faults: [],
  ...over,
})

/** Works in this very thread; pairs of `mixed` have two sources, and `last` is done after the others. */
function aCrew(mixed: readonly Pair[] = [], last: Pair | null = null): BacktestCrew {
  return {
    hash: text => `hash of ${text}`,
    pair: async pair => {
      if (pair === last) await new Promise(resolve => setTimeout(resolve, 20))
      const tape = tapes.get(pair)
      if (tape === undefined) throw new Error(`no tape of ${pair}`)
      const told = mixed.includes(pair) ? { repeated: 1_000, contradicted: 900 } : {}
      const passage = new PairPassage(pair, tape.digits, { calendar: null, ...ALWAYS })
      const random = new RandomDrawing(() => ['candidates'], { draws: 9, seed: 1, ...ALWAYS })
      random.stretch(passage.stretch(wholeTape(tape)), tape.length, passage.candidates)
      const passed = passage.end(aReport(pair, told))
      if (passed.is === 'refused') return passed
      const { data, candidates } = passed
      return { is: 'passed', data, candidates, random: random.end() }
    },
    random: () => Promise.reject(new Error('nothing is issued without a model')),
  }
}

async function reported(job = JOB, crew = aCrew()): Promise<BacktestReport> {
  const end = await backtest(job, crew, () => undefined)
  if (end.is === 'refused') throw new Error(end.text)
  return end.report
}

describe('a backtest', () => {
  test('gives the same report whichever pair is done first, and its shape is the contract', async () => {
    const report = await reported()
    expect(BacktestReport.parse(JSON.parse(JSON.stringify(report)))).toEqual(report)
    expect(JSON.stringify(await reported(JOB, aCrew([], 'EURUSD')))).toBe(JSON.stringify(report))
  })

  test('accounts for every candidate in each of its groupings', async () => {
    const { candidates } = await reported()
    const ended = candidates.n - candidates.open
    for (const by of [
      'all',
      'setup',
      'plan',
      'pair',
      'session',
      'month',
      'regime',
      'shield',
      'side',
    ] as const) {
      const groups = candidates.groups.filter(group => group.by === by)
      expect([by, groups.reduce((sum, { n }) => sum + n, 0)]).toEqual([by, ended])
      for (const { n, targets, stops, timeouts } of groups) expect(targets + stops + timeouts).toBe(n)
    }
  })

  test('tells outcomes by class of shield, from the best down', async () => {
    const { groups } = (await reported()).candidates
    const names = groups.filter(({ by }) => by === 'shield').map(({ name }) => name)
    expect(names.length).toBeGreaterThan(1)
    expect(ShieldClass.options.filter(name => names.includes(name))).toEqual(names)
  })

  test('finds that costs cost, and nothing beyond chance in a market without a drift', async () => {
    const [all] = (await reported()).candidates.groups
    const figure = (name: 'gross' | 'net1' | 'net15' | 'net2') => all?.[name].value ?? Number.NaN
    expect(figure('net1')).toBeLessThan(figure('gross'))
    expect(figure('net15')).toBeLessThan(figure('net1'))
    expect(figure('net2')).toBeLessThan(figure('net15'))
    expect(all?.better.low).toBeLessThan(0)
    expect(all?.better.high).toBeGreaterThan(0)
  })

  test('issues nothing without a model, and says what stood in the way', async () => {
    const { issued, refusals, calibration, basis } = await reported()
    expect(issued.n).toBe(0)
    expect(refusals[0]?.code).toBe('VALUE_BELOW_GATE')
    expect(basis).toContain('No model')
    expect(calibration.every(({ scope }) => scope === 'all')).toBe(true)
  })

  test('goes on without a pair whose data is of no use, and names it', async () => {
    const { data, candidates } = await reported(JOB, aCrew(['EURUSD']))
    expect(data.pairs.map(({ pair }) => pair)).toEqual(['GBPUSD'])
    expect(data.refused).toMatchObject([{ pair: 'EURUSD', code: 'MIXED_SOURCES' }])
    expect(candidates.n).toBeGreaterThan(0)
  })

  test('is refused when no pair is of use', async () => {
    const end = await backtest(JOB, aCrew(['EURUSD', 'GBPUSD']), () => undefined)
    expect(end).toMatchObject({ is: 'refused', code: 'MIXED_SOURCES' })
  })

  test('tells how far it is', async () => {
    const told: string[] = []
    await backtest(JOB, aCrew(), (stage, done, of) => told.push(`${stage} ${done}/${of}`))
    expect(told).toEqual(['Pairs followed 0/2', 'Pairs followed 1/2', 'Pairs followed 2/2'])
  })
})

describe('a span', () => {
  const tape = tapes.get('EURUSD')
  const middleMs = tape?.openMs[Math.floor(tape.length / 2)] ?? 0

  test('is judged alone, while what comes before it teaches the calibrator', async () => {
    const whole = await reported()
    const late = await reported({ ...JOB, fromMs: middleMs })
    const early = await reported({ ...JOB, toMs: middleMs })
    expect(early.candidates.n + late.candidates.n).toBe(whole.candidates.n)
    expect(late.candidates.n).toBeGreaterThan(0)
    expect(late.data.pairs.map(({ candidates }) => candidates)).toEqual(
      whole.data.pairs.map(({ candidates }) => candidates),
    )
    expect(late.refusals[0]?.n).toBe(late.candidates.n)
  })
})
