import { expect, test } from 'vitest'
import { DESK, DeskHarness } from '../../testkit/desk-harness.ts'

test('a history that is never told does not hold the prices back for ever', () => {
  const desk = new DeskHarness()
  desk.play(1, () => 110_000).greet()
  desk.tell({ type: 'specs', body: desk.broker.specs() })
  for (let k = 1; k <= 30_000; k++) desk.engine.tickPoints(DESK, 0, desk.nowMs() + k, 110_000, 110_006)
  desk.engine.ticked(DESK)
  expect(desk.engine.desk.terminals.get(DESK)?.at(0)?.market.ticks).toBeGreaterThan(0)
})

test('faults of one kind are stored when their number doubles, however many come', () => {
  const desk = new DeskHarness().link()
  for (let k = 0; k < 1_000; k++) desk.engine.unreadable(DESK, 'BODY_FIELD', 'account: bad.')
  expect(desk.events('linkFaulted').length).toBeLessThanOrEqual(10)
  expect(desk.engine.desk.terminals.get(DESK)?.faults).toBe(1_000)
})

test('faults that the host has sampled count as often as they came', () => {
  const desk = new DeskHarness().link()
  for (const count of [1, 2, 4, 8]) desk.engine.linkFaulted(DESK, 'BAD_MAC', 'forged.', count)
  expect(desk.engine.desk.terminals.get(DESK)?.faults).toBe(8)
})
