import { expect, test } from 'vitest'
import type { ClosedTrade } from '../../contracts/mission.ts'
import { aTradeClosed } from '../../testkit/events.ts'
import { addXp, isByPlan, resultXp, shareOf } from './xp.ts'

test('a result pays ten times its R, within −10 and +30', () => {
  expect([2, 9, -9, -0.4].map(r => resultXp({ r }))).toEqual([20, 30, -10, -4])
})

test('what is done with simulated money pays a tenth, and nothing is nothing', () => {
  expect([40, 15, -25, -0.4].map(xp => shareOf('simulated', xp))).toEqual([4, 2, -2, 0])
  expect([40, 12.4].map(xp => shareOf('live', xp))).toEqual([40, 12])
  expect(Object.is(shareOf('simulated', -0.1), 0)).toBe(true)
})

test('a rank that was reached is never lost', () => {
  expect(addXp(1_010, -25)).toBe(1_000)
  expect(addXp(990, -25)).toBe(965)
  expect(addXp(0, -25)).toBe(0)
})

test('a stop and a target keep the plan where they were left to work, and not where they were pulled to the price', () => {
  const { trade } = aTradeClosed()
  const by = (reason: ClosedTrade['reason'], gained: number) =>
    [trade, { ...trade, side: 'sell' as const, stop: trade.target, target: trade.stop }].map(each =>
      isByPlan({
        ...each,
        reason,
        close: (each.open + (each.side === 'buy' ? gained : -gained)) as ClosedTrade['close'],
      }),
    )
  // The stop stands 100 points away; the target 200 of a buy, 100 of the sell.
  expect(by('stop', -100)).toEqual([true, true])
  expect(by('stop', -115)).toEqual([true, true])
  expect(by('stop', 3)).toEqual([true, true])
  expect(by('stop', -8)).toEqual([false, false])
  expect(by('target', 200)).toEqual([true, true])
  expect(by('target', 4)).toEqual([false, false])
  expect(by('time', -8)).toEqual([true, true])
  expect(by('manual', 200)).toEqual([false, false])
})
