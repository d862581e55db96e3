import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { TickColumns, TickSource } from '../ports/tick-source.ts'
import { TickPlayer } from './tick-player.ts'

const batchOf = (times: readonly number[]): TickColumns => ({
  length: times.length,
  timeMs: Float64Array.from(times),
  pair: new Uint8Array(times.length),
  bid: Int32Array.from(times, () => 100),
  ask: Int32Array.from(times, () => 101),
})

function sourceOf(
  batches: readonly (readonly number[])[],
  closed: { times: number } = { times: 0 },
): TickSource {
  return {
    pairs: ['EURUSD'],
    digits: [5],
    async *batches() {
      try {
        for (const times of batches) yield batchOf(times)
      } finally {
        closed.times++
      }
    },
    report: () => ({ ticks: 0, dropped: {}, gaps: [], samples: [] }),
  }
}

test('every tick is let out once, in order and not before it is due, whatever the batches and the limits', async () => {
  const batches = fc.array(fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 5 }), { maxLength: 6 })
  await fc.assert(
    fc.asyncProperty(batches, fc.integer({ min: 1, max: 4 }), async (gaps, limit) => {
      let timeMs = 0
      const times = gaps.map(batch => batch.map(gap => (timeMs += gap)))
      const player = new TickPlayer(sourceOf(times))
      const out: number[] = []
      for (let dueMs = 0; await player.prime(); dueMs += 7) {
        const { ticks } = player.play(dueMs, limit, (_, at) => {
          expect(at).toBeLessThanOrEqual(dueMs)
          out.push(at)
        })
        expect(ticks).toBeLessThanOrEqual(limit)
      }
      expect(out).toEqual(times.flat())
    }),
  )
})

test('the next tick is known when it is at hand', async () => {
  const player = new TickPlayer(sourceOf([[], [5, 9]]))
  expect(player.nextMs).toBeNull()
  expect([await player.prime(), player.nextMs]).toEqual([true, 5])
  expect(player.play(8, 10, () => undefined)).toEqual({ ticks: 1, lastMs: 5 })
  expect(player.nextMs).toBe(9)
})

test('closing lets go of what the source holds open', async () => {
  const closed = { times: 0 }
  const player = new TickPlayer(sourceOf([[1], [2]], closed))
  await player.prime()
  await player.close()
  expect(closed.times).toBe(1)
})
