import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mergeTicks } from './merge-ticks.ts'
import type { PairTicks } from './tick-tape.ts'

/** One pair's ticks with these times; the bid says which pair, the ask which tick. */
async function* aStream(pair: number, times: readonly number[], batch: number): AsyncGenerator<PairTicks> {
  await Promise.resolve()
  for (let at = 0; at < times.length; at += batch) {
    const part = times.slice(at, at + batch)
    yield {
      length: part.length,
      timeMs: Float64Array.from(part),
      bid: Int32Array.from(part, () => pair),
      ask: Int32Array.from(part, (_, index) => at + index),
    }
  }
}

type Seen = readonly [timeMs: number, pair: number, ask: number]

async function merged(streams: readonly (readonly number[])[], batch: number): Promise<Seen[]> {
  const seen: Seen[] = []
  for await (const columns of mergeTicks(streams.map((times, pair) => aStream(pair, times, batch)))) {
    expect(columns.length).toBeLessThanOrEqual(8_192)
    for (let index = 0; index < columns.length; index++) {
      const [timeMs = -1, pair = -1, ask = -1] = [
        columns.timeMs[index],
        columns.pair[index],
        columns.ask[index],
      ]
      expect(columns.bid[index]).toBe(pair)
      seen.push([timeMs, pair, ask])
    }
  }
  return seen
}

const times = fc.array(fc.nat(50), { maxLength: 40 }).map(list => list.sort((a, b) => a - b))

describe('several pairs', () => {
  it('come out in time order, at one time in the order of the pairs, none lost and none twice', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(times, { maxLength: 5 }),
        fc.integer({ min: 1, max: 9 }),
        async (streams, batch) => {
          const expected = streams
            .flatMap((list, pair) => list.map((timeMs, ask): Seen => [timeMs, pair, ask]))
            .sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2])

          expect(await merged(streams, batch)).toEqual(expected)
        },
      ),
    )
  })

  it('fill batches of 8192', async () => {
    const many = Array.from({ length: 20_000 }, (_, index) => index)
    const lengths: number[] = []

    for await (const { length } of mergeTicks([aStream(0, many, 3_000), aStream(1, [5], 1)]))
      lengths.push(length)

    expect(lengths).toEqual([8_192, 8_192, 3_617])
  })

  it('are all let go when the reader stops early', async () => {
    const closed: number[] = []
    async function* watched(pair: number): AsyncGenerator<PairTicks> {
      try {
        yield* aStream(
          pair,
          Array.from({ length: 9_000 }, (_, index) => index),
          100,
        )
      } finally {
        closed.push(pair)
      }
    }

    for await (const _ of mergeTicks([watched(0), watched(1)])) break

    expect(closed).toEqual([0, 1])
  })
})
