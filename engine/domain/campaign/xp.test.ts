import { expect, test } from 'vitest'
import type { ClosedTrade } from '../../contracts/mission.ts'
import { xpForTrade } from './xp.ts'

const trade = (over: Partial<ClosedTrade>): ClosedTrade =>
  ({ kind: 'live', reason: 'target', r: 2, ...over }) as ClosedTrade

test('a planned exit pays 40, the result ten times its R within −10 and +30', () => {
  expect(xpForTrade(trade({}), 0)).toEqual([{ reason: 'PLAN_KEPT', xp: 40 }, { reason: 'RESULT', xp: 20 }]) // prettier-ignore
  expect(xpForTrade(trade({ r: 9, reason: 'stop' }), 0).at(-1)?.xp).toBe(30)
  expect(xpForTrade(trade({ r: -9, reason: 'stop' }), 0).at(-1)?.xp).toBe(-10)
})

test('only the first three planned exits of a day are paid, and a manual exit never', () => {
  expect(xpForTrade(trade({}), 2)).toHaveLength(2)
  expect(xpForTrade(trade({}), 3)).toEqual([{ reason: 'RESULT', xp: 20 }])
  expect(xpForTrade(trade({ reason: 'manual' }), 0)).toEqual([{ reason: 'RESULT', xp: 20 }])
})

test('a simulated trade pays a tenth, and nothing is nothing', () => {
  expect(xpForTrade(trade({ kind: 'simulated' }), 0)).toEqual([{ reason: 'PLAN_KEPT', xp: 4 }, { reason: 'RESULT', xp: 2 }]) // prettier-ignore
  expect(xpForTrade(trade({ kind: 'simulated', r: 0.01, reason: 'manual' }), 0)).toEqual([])
})
