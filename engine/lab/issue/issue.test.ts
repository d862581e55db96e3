import { describe, expect, test } from 'vitest'
import { HOUR_MS, MINUTE_MS } from '../../domain/market/civil.ts'
import type { Outlook, Resolved } from '../../domain/venom/confidence/outlook.ts'
import { someCandidates, type CandidateWish } from '../../testkit/candidates.ts'
import { refusalBit, refusalsOf } from '../candidates/codes.ts'
import { OPEN, STOP, TIMEOUT } from '../outcome/trade-player.ts'
import { issue, type IssueRules } from './issue.ts'

/** Tuesday 9 January 2018, 12:00 UTC. */
const NOON = Date.UTC(2018, 0, 9, 12)
const EURUSD = 0
const GBPUSD = 1
const USDJPY = 2
const USDCHF = 3
const USDCAD = 4

/** Says of every candidate that its target is sure, or what `p` says, and keeps what it is taught. */
function anOracle(p = 0.9) {
  const taught: Resolved[] = []
  const asked: { atMs: number; taught: number }[] = []
  const outlook = (_asked: unknown, atMs: number): Outlook => {
    asked.push({ atMs, taught: taught.length })
    return { p, timeout: 0, timeoutR: 0, n: 100, calibrated: true, source: 'oracle' }
  }
  return { taught, asked, outlook, learn: (resolved: Resolved) => void taught.push(resolved) }
}

function issued(wishes: readonly CandidateWish[], rules?: IssueRules, oracle = anOracle()) {
  const candidates = someCandidates(wishes)
  const answer = issue(candidates, oracle, rules)
  return {
    rows: [...answer.issued],
    refused: [...answer.refused].map(bits => refusalsOf(bits)),
    answer,
  }
}

const at = (minutes: number, over: CandidateWish = {}): CandidateWish => ({
  barMs: NOON + minutes * MINUTE_MS,
  exitMs: NOON + (minutes + 5) * MINUTE_MS,
  ...over,
})

describe('issuing', () => {
  test('lets a candidate through whose value is above the gate, and says its value', () => {
    const { rows, answer } = issued([at(0)])
    expect(rows).toEqual([0])
    expect(answer.expectedR[0]).toBeCloseTo(0.9 * 2 - 0.1 - 0.07)
    expect(answer.p[0]).toBe(0.9)
  })

  test('refuses at the gate and below it, and knows time-outs as a third outcome', () => {
    const exactly = (1.07 + 0.05) / 3
    expect(issued([at(0)], {}, anOracle(exactly - 1e-9)).refused).toEqual([['VALUE_BELOW_GATE']])
    expect(issued([at(0)], {}, anOracle(exactly + 1e-9)).rows).toEqual([0])
    const timedOut = {
      ...anOracle(),
      outlook: () => ({ p: 0.3, timeout: 0.5, timeoutR: 0.4, n: 9, calibrated: true, source: '' }),
    }
    expect(issue(someCandidates([at(0)]), timedOut).expectedR[0]).toBeCloseTo(0.6 - 0.2 + 0.2 - 0.07)
  })

  test('without a gate keeps the other guards', () => {
    const none = { gateR: Number.NEGATIVE_INFINITY }
    expect(issued([at(0), at(1)], none, anOracle(0)).refused).toEqual([[], ['COOLDOWN', 'POSITION_OPEN']])
  })

  test('keeps what stood in the way at the entry', () => {
    const refused = refusalBit('DEAD_HOURS')
    expect(issued([at(0, { refused })]).refused).toEqual([['DEAD_HOURS']])
  })

  test('has one position a symbol, to the minute of its end', () => {
    const held = at(0, { exitMs: NOON + 40 * MINUTE_MS })
    expect(issued([held, at(40), at(41)]).refused).toEqual([[], ['POSITION_OPEN'], []])
    expect(issued([held, at(35, { pair: GBPUSD })]).rows).toEqual([0, 1])
  })

  test('holds a position whose end is not known for ever', () => {
    expect(issued([at(0, { ending: OPEN }), at(60 * 24 * 9)]).refused[1]).toEqual(['POSITION_OPEN'])
  })

  test('waits half an hour between two of a symbol', () => {
    expect(issued([at(0), at(29), at(30)]).refused).toEqual([[], ['COOLDOWN'], []])
  })

  test('issues four an hour over all symbols', () => {
    const wishes = [EURUSD, GBPUSD, USDJPY, USDCHF, USDCAD].map((pair, k) => at(k, { pair }))
    expect(issued([...wishes, at(60, { pair: USDCAD })]).refused).toEqual([
      [],
      [],
      [],
      [],
      ['HOURLY_LIMIT'],
      [],
    ])
  })

  test('judges the bars of its span only, and lets all of them teach', () => {
    const oracle = anOracle()
    const { answer, rows } = issued(
      [at(0), at(60), at(120)],
      { fromMs: NOON + HOUR_MS, toMs: NOON + 2 * HOUR_MS },
      oracle,
    )
    expect(rows).toEqual([1])
    expect([...answer.p].map(Number.isNaN)).toEqual([true, false, true])
    expect(oracle.taught.length).toBe(2)
  })
})

describe('the calibrator', () => {
  test('is taught an outcome when the minute in which it came is over, and never before', () => {
    const oracle = anOracle()
    issued(
      [
        at(0, { ending: STOP, exitMs: NOON + 10 * MINUTE_MS }),
        at(10, { pair: GBPUSD }),
        at(11, { pair: USDJPY }),
      ],
      {},
      oracle,
    )
    expect(oracle.asked.map(({ taught }) => taught)).toEqual([0, 0, 1])
    expect(oracle.taught[0]).toMatchObject({
      pair: 'EURUSD',
      plan: 'RAPID',
      outcome: 'stop',
      resolvedMs: NOON + 10 * MINUTE_MS,
    })
  })

  test('is taught refused candidates too, in the order of their ends, and no open one', () => {
    const oracle = anOracle()
    const refused = refusalBit('NEWS_NEAR')
    issued(
      [
        at(0, { refused, exitMs: NOON + 30 * MINUTE_MS, ending: TIMEOUT }),
        at(1, { exitMs: NOON + 20 * MINUTE_MS }),
        at(2, { ending: OPEN, exitMs: NOON + 3 * MINUTE_MS }),
        at(120),
      ],
      {},
      oracle,
    )
    expect(oracle.taught.map(({ outcome }) => outcome)).toEqual(['target', 'timeout'])
  })
})
