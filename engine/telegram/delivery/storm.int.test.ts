import { expect, it } from 'vitest'
import { deliveryStorm } from '../../testkit/delivery-storm.ts'

it('tells 300 alerts to two chats through a storm: each arrives, and twice only where its answer was lost, and says so', async () => {
  const report = await deliveryStorm({
    alerts: 300,
    chats: 2,
    seed: 7,
    limited: 0.002,
    downEvery: 100,
    killEvery: 75,
  })
  expect(report).toMatchObject({
    wanted: 600,
    delivered: 600,
    twiceForNothing: 0,
    repeatsWithoutMark: 0,
    moreThanTwice: 0,
    tooEarly: 0,
    stale: 0,
  })
  // Five programs in two chats: one that starts can't look for its first message, one that dies may have one on its way.
  expect(report.repeats).toBeLessThanOrEqual(10)
  expect(Math.min(report.dropped, report.answersLost, report.refused)).toBeGreaterThan(5)
})
