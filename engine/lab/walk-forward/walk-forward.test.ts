import { describe, expect, test } from 'vitest'
import { Random } from '../../broker-sim/random.ts'
import type { Pair } from '../../contracts/pairs.ts'
import { WalkForwardReport } from '../../contracts/proving.ts'
import { someCandidates, type CandidateWish } from '../../testkit/candidates.ts'
import { someMarketEntries } from '../../testkit/market-entries.ts'
import type { Candidates } from '../candidates/candidates.ts'
import { PAIR_CODES } from '../candidates/codes.ts'
import { joinMarketEntries, marketSettledMs } from '../candidates/market-entries.ts'
import { STOP, TARGET } from '../outcome/trade-player.ts'
import { groupOf, type RandomOfPair } from '../random/random-drawing.ts'
import { RandomSummer } from '../random/random-sums.ts'
import type { RandomTask } from '../random/random-task.ts'
import { groupsOf } from '../results/result-groups.ts'
import { foldForecasts } from './fold-forecasts.ts'
import { joinGathered, type Gathered } from './gathered.ts'
import { walkForward, type Crew, type WalkForwardJob } from './walk-forward.ts'
import type { Fold } from './windows.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const FROM = Date.UTC(2018, 0, 1)
const DAYS = 240

/** The model then learns everything from the candidates. */
const NO_MARKET = joinMarketEntries([])

/** Candidates of one pair, several a weekday, of which those of the squeeze reach their target more often. */
function market(pair: Pair, seed: number, edge = 0.12): Candidates {
  const random = new Random(seed)
  const wishes = Array.from({ length: DAYS * 8 }, (_, k): CandidateWish => {
    const squeeze = random.uniform() < 0.3 ? 1 : 0
    const hit = random.uniform() < 0.31 + edge * squeeze
    const barMs = FROM + Math.floor((k * DAYS * DAY) / (DAYS * 8)) + Math.floor(random.uniform() * HOUR)
    const r = hit ? 1.93 : -1.07
    return {
      pair: PAIR_CODES.indexOf(pair),
      barMs,
      exitMs: barMs + Math.floor(random.uniform() * 12) * HOUR,
      ending: hit ? TARGET : STOP,
      gross: r + 0.07,
      net1: r,
      net15: r - 0.03,
      net2: r - 0.07,
      net1Best: r,
      told: { S_sqz15: squeeze, D_r5: random.gaussian() },
    }
  })
  return someCandidates(wishes.toSorted((a, b) => (a.barMs ?? 0) - (b.barMs ?? 0)))
}

const JOB: WalkForwardJob = {
  engine: 'test',
  seed: 1,
  dataHash: 'ab',
  pairs: ['EURUSD', 'GBPUSD'],
  plan: { mode: 'expanding', fitMonths: 4, stepMonths: 2 },
  calendar: null,
  fromMs: null,
  toMs: null,
  trials: { here: 1, study: 410 },
}

/** Does every part at once, in the order that `delay` lets it. */
function aCrew(delay: () => Promise<void> = () => Promise.resolve(), refused: readonly Pair[] = []): Crew {
  const read = new Map<Pair, Gathered>()
  return {
    pair: async pair => {
      await delay()
      if (refused.includes(pair)) return { is: 'refused', pair, code: 'WRONG_CLOCK', text: `${pair} is off` }
      const candidates = market(pair, PAIR_CODES.indexOf(pair) + 1)
      read.set(pair, { candidates, market: NO_MARKET })
      const data = { pair, bars: 1_000, fromMs: FROM, toMs: FROM + DAYS * DAY, spread: 'model' as const }
      return {
        is: 'passed',
        data: { ...data, files: [], faults: {}, notes: [], candidates: candidates.length },
        costs: ['none'],
      }
    },
    gather: pairs => Promise.resolve(joinGathered(pairs.flatMap(pair => read.get(pair) ?? []))),
    fold: async (gathered, fold) => {
      await delay()
      return foldForecasts(gathered, fold)
    },
    random: async task => {
      await delay()
      return randomBeside(task)
    },
  }
}

/** Each of them loses a tenth. */
function randomBeside({ candidates, sets }: RandomTask): RandomOfPair {
  const draws = new Float32Array(2).fill(-0.1)
  const summer = new RandomSummer()
  for (let row = 0; row < candidates.length; row++)
    for (const { name: set, members } of sets)
      if (members[row] === 1)
        for (const { by, name } of groupsOf(candidates, row))
          summer.add(groupOf(set, by, name), { net1: draws, net15: draws, net2: draws })
  return { sums: summer.sums, means: new Float64Array(candidates.length).fill(-0.1) }
}

async function reportOf(job: WalkForwardJob = JOB, crew = aCrew()): Promise<WalkForwardReport> {
  const end = await walkForward(job, crew, () => undefined)
  if (end.is === 'refused') throw new Error(end.text)
  return WalkForwardReport.parse(end.report)
}

describe('a walk-forward', () => {
  test('gives the same report in whatever order its parts are done', async () => {
    const random = new Random(9)
    const anyTime = () => new Promise<void>(resolve => setTimeout(resolve, random.uniform() * 8))
    const one = JSON.stringify(await reportOf())
    expect(JSON.stringify(await reportOf(JOB, aCrew(anyTime)))).toBe(one)
  })

  test('says on every figure what was fitted and what was tested', async () => {
    const { basis, calibration, results } = await reportOf()
    expect(basis).toBe(
      'Fit 2 times, each on 1 Jan 2018 up to its test window, tested on 1 May 2018 – 28 Aug 2018, always on what no fit had seen',
    )
    for (const { basis: told } of [...calibration, ...results]) expect(told).toBe(basis)
  })

  test('finds an edge of known size in made-up data, out of sample and beside random entries', async () => {
    const { results, calibration } = await reportOf()
    const all = results.find(({ choice }) => choice === 'rolling')?.groups[0]
    // A squeeze reaches 2 R in 43 of 100: 0.43 · 1.93 − 0.57 · 1.07 = 0.22 R.
    expect(all?.n).toBeGreaterThan(100)
    expect(all?.net1.low).toBeLessThan(0.22)
    expect(all?.net1.high).toBeGreaterThan(0.22)
    expect(all?.better.low).toBeGreaterThan(0)
    const said = calibration.find(({ scope, plan }) => scope === 'all' && plan === null)
    expect(said?.brierSkill.low).toBeGreaterThan(0)
    expect(said?.ece).toBeLessThan(said?.eceByChanceHigh ?? 0)
  })

  test('reports candidates of the test windows alone, each once', async () => {
    const { folds, calibration } = await reportOf()
    const tested = folds.reduce((sum, fold) => sum + fold.tested, 0)
    expect(calibration.find(({ scope, plan }) => scope === 'all' && plan === null)?.n).toBe(tested)
    expect(folds.map(({ testFromMs }) => testFromMs)).toEqual([Date.UTC(2018, 4, 1), Date.UTC(2018, 6, 1)])
  })

  test('goes on without a pair whose data is of no use, and says so', async () => {
    const { data } = await reportOf(JOB, aCrew(undefined, ['GBPUSD']))
    expect(data.pairs.map(({ pair }) => pair)).toEqual(['EURUSD'])
    expect(data.leftOut).toEqual([{ pair: 'GBPUSD', code: 'WRONG_CLOCK', text: 'GBPUSD is off' }])
  })

  test('is refused in one sentence when nothing is left to test, or no pair is of use', async () => {
    const late: WalkForwardJob = { ...JOB, plan: { mode: 'once', fitUntilMs: Date.UTC(2019, 0, 1) } }
    expect(await walkForward(late, aCrew(), () => undefined)).toMatchObject({
      is: 'refused',
      code: 'NO_TEST_WINDOW',
    })
    expect(await walkForward(JOB, aCrew(undefined, JOB.pairs), () => undefined)).toEqual({
      is: 'refused',
      code: 'WRONG_CLOCK',
      text: 'EURUSD is off. GBPUSD is off',
    })
  })
})

describe('the forecasts of a fold', () => {
  const fold: Fold = {
    fit: { fromMs: FROM, toMs: FROM + 150 * DAY },
    test: { fromMs: FROM + 150 * DAY, toMs: FROM + 220 * DAY },
  }

  test('do not change when everything after them is turned upside down', () => {
    const candidates = market('EURUSD', 3)
    const cutMs = FROM + 180 * DAY
    const turned = {
      ...candidates,
      ending: candidates.ending.map((ending, row) =>
        (candidates.exitMs[row] as number) > cutMs ? (ending === TARGET ? STOP : TARGET) : ending,
      ),
    }
    const entries = someMarketEntries(2_000, FROM, 90 * MINUTE)
    const turnedEntries = {
      ...entries,
      plans: {
        ...entries.plans,
        RAPID: {
          ...entries.plans.RAPID,
          targets: entries.plans.RAPID.targets.map((hits, row) =>
            marketSettledMs(entries, 'RAPID', row) > cutMs ? 2 - hits : hits,
          ),
        },
      },
    }
    const [whole, other] = [
      foldForecasts({ candidates, market: entries }, fold),
      foldForecasts({ candidates: turned, market: turnedEntries }, fold),
    ]
    const before = whole.rows.filter(row => (candidates.barMs[row] as number) <= cutMs).length
    expect(before).toBeGreaterThan(100)
    expect(before).toBeLessThan(whole.rows.length)
    for (const intercept of ['static', 'rolling'] as const)
      expect(other[intercept].p.slice(0, before)).toEqual(whole[intercept].p.slice(0, before))
    expect(other.rolling.p).not.toEqual(whole.rolling.p)
  })

  test('of the static model learn nothing in the test window, those of the rolling intercept follow its level', () => {
    const candidates = market('EURUSD', 4)
    const worse = {
      ...candidates,
      ending: candidates.ending.map((ending, row) =>
        (candidates.barMs[row] as number) > fold.test.fromMs ? STOP : ending,
      ),
    }
    const { static: fixed, rolling } = foldForecasts({ candidates: worse, market: NO_MARKET }, fold)
    const last = fixed.p.length - 1
    expect(rolling.p[last]).toBeLessThan((fixed.p[last] as number) - 0.05)
  })
})
