import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { foldsOf, type WindowPlan } from './windows.ts'

const utc = (text: string) => Date.parse(`${text}T00:00:00Z`)
const YEAR = { fromMs: Date.UTC(2018, 0, 1, 22), toMs: Date.UTC(2018, 11, 31, 21) }
const days = (plan: WindowPlan, data = YEAR) =>
  foldsOf(data, plan).map(({ fit, test: tried }) =>
    [fit.fromMs, fit.toMs, tried.fromMs, tried.toMs]
      .map(ms => new Date(ms).toISOString().slice(0, 10))
      .join(' '),
  )

describe('windows', () => {
  test('once: everything before a date is fitted, everything after it is tried', () => {
    expect(days({ mode: 'once', fitUntilMs: utc('2018-09-01') })).toEqual([
      '2018-01-01 2018-09-01 2018-09-01 2018-12-31',
    ])
  })

  test('expanding: each fit begins with the data', () => {
    expect(days({ mode: 'expanding', fitMonths: 8, stepMonths: 2 })).toEqual([
      '2018-01-01 2018-09-01 2018-09-01 2018-11-01',
      '2018-01-01 2018-11-01 2018-11-01 2018-12-31',
    ])
  })

  test('rolling: each fit is as long as the first', () => {
    expect(days({ mode: 'rolling', fitMonths: 6, stepMonths: 3 })).toEqual([
      '2018-01-01 2018-07-01 2018-07-01 2018-10-01',
      '2018-04-01 2018-10-01 2018-10-01 2018-12-31',
    ])
  })

  test('of data that ends before the first test are none', () => {
    expect(days({ mode: 'expanding', fitMonths: 12, stepMonths: 1 })).toEqual([])
    expect(days({ mode: 'once', fitUntilMs: utc('2019-02-01') })).toEqual([])
    expect(days({ mode: 'once', fitUntilMs: utc('2017-02-01') })).toEqual([])
  })

  test('join without a hole or an overlap up to the end of the data, each fit before its test', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('expanding' as const, 'rolling' as const),
        fc.integer({ min: 1, max: 30 }),
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 0, max: 1_500 }),
        (mode, fitMonths, stepMonths, length) => {
          const data = { fromMs: YEAR.fromMs, toMs: YEAR.fromMs + length * 86_400_000 }
          const folds = foldsOf(data, { mode, fitMonths, stepMonths })
          folds.forEach((fold, k) => {
            expect(fold.fit.fromMs).toBeLessThan(fold.fit.toMs)
            expect(fold.fit.toMs).toBe(fold.test.fromMs)
            expect(fold.test.toMs).toBe(folds[k + 1]?.test.fromMs ?? data.toMs)
          })
        },
      ),
    )
  })
})
