import { expect, test } from 'vitest'
import type { StoredEvent } from '../../../contracts/events.ts'
import type { EpochMs } from '../../../contracts/index.ts'
import { anOrderPlan, asStored, orderEvents } from '../../../testkit/order-events.ts'
import { OrderStories } from './order-story.ts'
import { tradeCost } from './trade-cost.ts'

const costOf = (stored: readonly StoredEvent[]) => {
  const stories = new OrderStories()
  const ended = stored.map(event => stories.take(event)).find(story => story !== null)
  return ended ? tradeCost(ended) : null
}

test('an order that waited for its price has no latency up to its fill, and no spread that anybody knows', () => {
  const fired = asStored(orderEvents(anOrderPlan()))
  const waited = fired.map(stored =>
    stored.event.kind === 'orderRecorded'
      ? { ...stored, event: { ...stored.event, waitsUntilMs: 1_900_000 as EpochMs } }
      : stored,
  )
  expect(costOf(fired)).toMatchObject({ cents: { spread: expect.any(Number) as number }, latencyMs: { recordedToDeal: 63 } }) // prettier-ignore
  const cost = costOf(waited)
  expect(cost).toMatchObject({ cents: { spread: null, entrySlippage: 30 }, totalCents: null })
  expect(cost?.latencyMs).toEqual({ recordedToSent: 4, sentToAnswered: 56, answeredToDeal: null, recordedToDeal: null }) // prettier-ignore
})
