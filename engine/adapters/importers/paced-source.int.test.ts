import { expect, it } from 'vitest'
import type { TickSource } from '../../ports/tick-source.ts'
import { pacedSource } from './paced-source.ts'

it('a paced source hands over the same ticks, and takes the market time that it was given', async () => {
  const timeMs = Float64Array.from({ length: 400 }, (_, index) => index * 1_000)
  const columns = { pair: new Uint8Array(400), bid: new Int32Array(400), ask: new Int32Array(400) }
  const source: TickSource = {
    pairs: ['EURUSD'],
    digits: [5],
    async *batches() {
      yield await Promise.resolve({ length: 400, timeMs, ...columns })
    },
    report: () => ({ ticks: 400, dropped: {}, gaps: [], samples: [] }),
  }
  const times: number[] = []
  const startMs = performance.now()

  for await (const batch of pacedSource(source, 1_000).batches())
    times.push(...batch.timeMs.subarray(0, batch.length))

  expect(times).toEqual([...timeMs])
  expect(performance.now() - startMs).toBeGreaterThan(250)
})
