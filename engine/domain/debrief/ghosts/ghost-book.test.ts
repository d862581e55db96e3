import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { EpochMs } from '../../../contracts/primitives.ts'
import { DAY_MS, HOUR_MS } from '../../market/civil.ts'
import { GhostBook, type GhostLine } from './ghost-book.ts'

/** A Monday morning. */
const MONDAY = Date.UTC(2026, 0, 5, 9)
const FOR_EVER = { fromMs: EpochMs.parse(0), toMs: EpochMs.parse(Number.MAX_SAFE_INTEGER) }

const aGhost = (change: Partial<GhostLine> = {}, dayAfter = 0): GhostLine => ({
  account: 'demo',
  endedMs: EpochMs.parse(MONDAY + dayAfter * DAY_MS),
  r: -1,
  notTaken: 'refused',
  why: ['COOLDOWN'],
  by: 'ticks',
  outcome: 'stop',
  ...change,
})

function reportOf(lines: readonly GhostLine[], span: Partial<typeof FOR_EVER> = {}) {
  const book = new GhostBook()
  for (const line of lines) book.take(line)
  return book.report({ account: 'demo', ...FOR_EVER, ...span })
}

describe('what ghosts came to', () => {
  test('is told by each thing that kept them back, and of those that nothing else did', () => {
    const { rows, all } = reportOf([
      aGhost({ why: ['COOLDOWN', 'NEWS_NEAR'], r: 2 }),
      aGhost({ why: ['COOLDOWN'], r: -1 }),
      aGhost({ notTaken: 'declined', why: ['COOLDOWN'], r: -0.5 }),
    ])
    expect(all).toMatchObject({ n: 3, sumR: 0.5, savedR: -0.5 })
    expect(
      rows.map(({ reason, key, n, sumR, alone }) => [reason, key, n, sumR, alone.n, alone.sumR]),
    ).toEqual([
      ['refused', 'COOLDOWN', 2, 1, 1, -1],
      ['declined', 'COOLDOWN', 1, -0.5, 1, -0.5],
      ['refused', 'NEWS_NEAR', 1, 2, 0, 0],
    ])
  })

  test('is counted and added up under ten, and has no interval under eight days', () => {
    const nine = Array.from({ length: 9 }, (_, k) => aGhost({}, k))
    expect(reportOf(nine).all).toMatchObject({ n: 9, sumR: -9, mean: { is: 'tooFew' }, verdict: 'tooFew' })
    const oneDay = Array.from({ length: 40 }, () => aGhost())
    expect(reportOf(oneDay).all).toMatchObject({
      mean: { is: 'known', r: -1, low: null, high: null },
      verdict: 'open',
    })
  })

  test('has saved or cost R when its whole interval says so, and is open when it holds nought', () => {
    const of = (r: (k: number) => number) =>
      reportOf(Array.from({ length: 60 }, (_, k) => aGhost({ r: r(k) }, k))).all.verdict
    expect(of(k => (k % 8 === 0 ? 2 : -1))).toBe('saved')
    expect(of(k => (k % 8 === 0 ? -1 : 1))).toBe('cost')
    expect(of(k => (k % 2 === 0 ? 1 : -1))).toBe('open')
  })

  test('is summed up by week, from Sunday 17:00 New York, and by whole trading days of a span', () => {
    const lines = [aGhost({}, -3), aGhost({}, 0), aGhost({ by: 'bars' }, 1), aGhost({}, 7)]
    const { weeks, byBars } = reportOf(lines)
    expect(weeks.map(({ weekMs, n }) => [new Date(weekMs).toISOString(), n])).toEqual([
      ['2025-12-28T22:00:00.000Z', 1],
      ['2026-01-04T22:00:00.000Z', 2],
      ['2026-01-11T22:00:00.000Z', 1],
    ])
    expect(byBars).toBe(1)
    const [, week] = weeks
    if (!week) throw new Error('no week')
    const toMs = EpochMs.parse(week.weekMs + 7 * DAY_MS)
    expect(reportOf(lines, { fromMs: week.weekMs, toMs }).all.n).toBe(2)
  })

  test('holds what their models had said against what was met, apart from every trade, of those that a model had judged', () => {
    const judged = Array.from({ length: 100 }, (_, k) =>
      aGhost({ p: 0.4, outcome: k % 2 === 0 ? 'target' : k % 4 === 1 ? 'stop' : 'time' }, Math.floor(k / 10)),
    )
    const { calibration } = reportOf([
      ...judged,
      aGhost(),
      aGhost({ p: null }),
      aGhost({ p: 0.9, account: 'live' }),
    ])
    expect(calibration).toMatchObject({ is: 'known', n: 100, happened: { value: 0.5 } })
    if (calibration.is === 'known') expect(calibration.meanSaid).toBeCloseTo(0.4)
    const week = { fromMs: EpochMs.parse(MONDAY - DAY_MS), toMs: EpochMs.parse(MONDAY + 3 * DAY_MS) }
    expect(reportOf(judged, week).calibration).toMatchObject({ is: 'tooFew', n: 40 })
    expect(reportOf([aGhost()]).calibration).toEqual({ is: 'tooFew', n: 0 })
  })

  test('keeps kinds of account apart, and is nothing of an account without any', () => {
    expect(reportOf([aGhost({ account: 'live' })])).toMatchObject({
      all: { n: 0, verdict: 'tooFew' },
      rows: [],
      weeks: [],
    })
  })

  test('keeps so many of the words of people, and the rest together', () => {
    const lines = Array.from({ length: 300 }, (_, k) =>
      aGhost({ notTaken: 'declined', why: [`reason ${k}`] }, k % 9),
    )
    const { rows, all } = reportOf(lines)
    expect(rows.length).toBeLessThanOrEqual(41)
    expect(rows[0]).toMatchObject({ key: 'other words' })
    expect(rows.reduce((sum, { n }) => sum + n, 0)).toBe(all.n)
  })
})

test('whatever ended, in whatever order, the weeks and the reasons add up to all of it, and the same is said twice', () => {
  const line = fc
    .record({
      hours: fc.integer({ min: 0, max: 3_000 }),
      r: fc.integer({ min: -150, max: 300 }),
      notTaken: fc.constantFrom('refused', 'denied', 'declined', 'expired'),
      key: fc.constantFrom('COOLDOWN', 'NEWS_NEAR', 'No'),
    })
    .map(({ hours, r, notTaken, key }) =>
      aGhost({ endedMs: EpochMs.parse(MONDAY + hours * HOUR_MS), r: r / 100, notTaken, why: [key] }),
    )
  fc.assert(
    fc.property(fc.array(line, { maxLength: 120 }), lines => {
      const report = reportOf(lines)
      expect(reportOf(lines.toReversed()).all.mean.is).toBe(report.all.mean.is)
      expect(reportOf(lines)).toEqual(report)
      for (const parts of [report.weeks, report.rows]) {
        expect(parts.reduce((sum, { n }) => sum + n, 0)).toBe(lines.length)
        expect(parts.reduce((sum, { sumR }) => sum + sumR, 0)).toBeCloseTo(report.all.sumR, 6)
      }
      const { mean } = report.all
      if (mean.is === 'known' && mean.low !== null && mean.high !== null)
        expect(mean.low).toBeLessThanOrEqual(mean.high)
    }),
    { numRuns: 60 },
  )
})
