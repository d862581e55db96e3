import { expect, test } from 'vitest'
import { MAX_TICKS, readTicks, TICK_BYTES } from '../wire/index.ts'
import { TickFlow } from './tick-flow.ts'

function flowInto(bodies: Uint8Array[]): TickFlow {
  return new TickFlow(body => bodies.push(body))
}

test('ticks leave in one body, as they were added', () => {
  const bodies: Uint8Array[] = []
  const flow = flowInto(bodies)
  flow.add(0, 1_000, 1.10001, 1.10004)
  flow.add(3, 1_001, 150.001, 150.005)
  flow.flush()
  flow.flush()
  const ticks: number[][] = []
  expect(bodies).toHaveLength(1)
  readTicks(bodies[0] ?? new Uint8Array(), (...tick) => ticks.push(tick))
  expect(ticks).toEqual([
    [0, 1_000, 1.10001, 1.10004, 0],
    [3, 1_001, 150.001, 150.005, 0],
  ])
})

test('a full body has no room until it has left', () => {
  const bodies: Uint8Array[] = []
  const flow = flowInto(bodies)
  for (let k = 0; k < MAX_TICKS; k++) flow.add(0, k, 1, 2)
  expect([flow.room, flow.isOpen]).toEqual([0, false])
  flow.flush()
  expect([flow.room, flow.isOpen]).toEqual([MAX_TICKS, true])
})

test('unconfirmed bodies close it, confirmed ones open it again, and a new session starts afresh', () => {
  const bodies: Uint8Array[] = []
  const flow = flowInto(bodies)
  const fill = () => {
    while (flow.isOpen) {
      for (let k = 0; k < MAX_TICKS; k++) flow.add(0, k, 1, 2)
      flow.flush()
    }
  }
  fill()
  const window = bodies.length
  expect(window * MAX_TICKS * TICK_BYTES).toBeLessThan(5 * 1024 * 1024)
  flow.confirmed(1)
  expect([flow.isOpen, flow.unconfirmed]).toEqual([true, window - 1])
  fill()
  expect(bodies).toHaveLength(window + 1)
  flow.reset()
  expect([flow.isOpen, flow.unconfirmed, flow.room]).toEqual([true, 0, MAX_TICKS])
})
