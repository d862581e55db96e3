import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { WireBar, WireTick } from '../contracts/wire/index.ts'
import { BAR_BYTES, decodeBars, encodeBars, MAX_BARS } from './bar-records.ts'
import { encodeTicks, MAX_TICKS, readTicks, TICK_BYTES, TickWriter } from './tick-records.ts'

const aTick = (fields: Partial<WireTick> = {}): WireTick => ({
  index: 1,
  timeMs: 1_398_902_400_123,
  bid: 1.38651,
  ask: 1.38655,
  flags: 6,
  ...fields,
})
const aBar = (fields: Partial<WireBar> = {}): WireBar => ({
  timeMs: 1_398_902_400_000,
  open: 1.2,
  high: 1.4,
  low: 1.1,
  close: 1.3,
  ticks: 77,
  spreadPoints: 4,
  ...fields,
})

const price = fc.double({ min: 1e-6, max: 1e7, noNaN: true })
const anyTick: fc.Arbitrary<WireTick> = fc
  .record({
    index: fc.nat(65_535),
    timeMs: fc.maxSafeNat(),
    bid: price,
    ask: price,
    flags: fc.nat(0xffff_ffff),
  })
  .map(tick => ({ ...tick, bid: Math.min(tick.bid, tick.ask), ask: Math.max(tick.bid, tick.ask) }))
const anyBar: fc.Arbitrary<WireBar> = fc
  .record({
    seconds: fc.nat(0xffff_ffff),
    prices: fc.array(price, { minLength: 4, maxLength: 4 }),
    ticks: fc.maxSafeNat(),
    spreadPoints: fc.nat(0x7fff_ffff),
  })
  .map(({ seconds, prices, ticks, spreadPoints }) => {
    const [low = 1, open = 1, close = 1, high = 1] = prices.toSorted((a, b) => a - b)
    return { timeMs: seconds * 1_000, open, high, low, close, ticks, spreadPoints }
  })

function ticksOf(body: Uint8Array) {
  const ticks: WireTick[] = []
  const read = readTicks(body, (index, timeMs, bid, ask, flags) =>
    ticks.push({ index, timeMs, bid, ask, flags }),
  )
  return { ticks, read }
}

describe('ticks', () => {
  it('come back as they were sent, thirty bytes each', () => {
    fc.assert(
      fc.property(fc.array(anyTick, { maxLength: 40 }), ticks => {
        const body = encodeTicks(ticks)
        expect(body.length).toBe(ticks.length * TICK_BYTES)
        expect(ticksOf(body)).toMatchObject({ ticks, read: { taken: ticks.length, faults: {}, first: null } })
      }),
    )
  })

  it('that can not be quotes are left out and counted, the others are taken', () => {
    const body = encodeTicks([
      aTick(),
      aTick({ bid: NaN }),
      aTick({ ask: Infinity }),
      aTick({ bid: 0 }),
      aTick({ bid: -1 }),
      aTick({ bid: 1.5, ask: 1.4 }),
      aTick({ timeMs: -5 }),
      aTick({ index: 9 }),
    ])

    const { ticks, read } = ticksOf(body)

    expect(ticks).toEqual([aTick(), aTick({ index: 9 })])
    expect(read).toEqual({
      is: 'read',
      taken: 2,
      faults: { BAD_PRICE: 4, CROSSED: 1, BAD_TIME: 1 },
      first: { code: 'BAD_PRICE', record: 1 },
    })
  })

  it('with a time that no number can hold are left out', () => {
    const body = encodeTicks([aTick()])
    body.fill(0x7f, 2, 10)
    expect(ticksOf(body).read).toMatchObject({ taken: 0, faults: { BAD_TIME: 1 } })
  })

  it('are read from the middle of a larger buffer', () => {
    const body = Buffer.concat([Buffer.alloc(3), encodeTicks([aTick()]), Buffer.alloc(5)]).subarray(
      3,
      3 + TICK_BYTES,
    )
    expect(ticksOf(body).ticks).toEqual([aTick()])
  })

  it('of a wrong length are refused as a whole', () => {
    expect(ticksOf(encodeTicks([aTick()]).subarray(1)).read).toMatchObject({ code: 'RECORD_LENGTH' })
  })

  it('of random bytes never throw, and none of them is lost from the count', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), bytes => {
        const { ticks, read } = ticksOf(bytes)
        if (read.is === 'refused') expect(bytes.length % TICK_BYTES).not.toBe(0)
        else {
          const faults = Object.values(read.faults).reduce((sum, count) => sum + count, 0)
          expect([ticks.length, read.taken + faults]).toEqual([read.taken, bytes.length / TICK_BYTES])
        }
      }),
    )
  })
})

describe('the tick writer', () => {
  it('is empty after its body was taken, and the body is its own', () => {
    const writer = new TickWriter(2)
    writer.add(1, 5, 1, 2, 0)
    const first = writer.take()
    writer.add(2, 6, 1, 2, 0)
    expect([first.length, writer.count, writer.isFull]).toEqual([TICK_BYTES, 1, false])
    expect(ticksOf(first).ticks).toEqual([{ index: 1, timeMs: 5, bid: 1, ask: 2, flags: 0 }])
  })
  it('refuses to grow beyond one body', () => {
    expect(() => new TickWriter(MAX_TICKS + 1)).toThrow('a body holds')
    const writer = new TickWriter(1)
    writer.add(1, 5, 1, 2, 0)
    expect(writer.isFull).toBe(true)
    expect(() => writer.add(1, 5, 1, 2, 0)).toThrow()
  })
})

describe('bars', () => {
  it('come back as they were sent, sixty bytes each, their time in seconds on the wire', () => {
    fc.assert(
      fc.property(fc.array(anyBar, { maxLength: 20 }), bars => {
        const body = encodeBars(bars)
        expect(body.length).toBe(bars.length * BAR_BYTES)
        expect(decodeBars(body)).toMatchObject({ is: 'bars', bars, read: { taken: bars.length } })
      }),
    )
    expect(new DataView(encodeBars([aBar()]).buffer).getBigInt64(0, true)).toBe(1_398_902_400n)
  })

  it('that can not be bars are left out and counted', () => {
    const body = encodeBars([
      aBar({ open: NaN }),
      aBar({ high: 1.25 }),
      aBar({ low: 1.31 }),
      aBar({ ticks: -1 }),
      aBar({ spreadPoints: -1 }),
      aBar({ timeMs: -1_000 }),
      aBar(),
    ])
    const read = {
      taken: 1,
      faults: { BAD_PRICE: 1, BAD_RANGE: 2, BAD_COUNT: 2, BAD_TIME: 1 },
      first: { code: 'BAD_PRICE', record: 0 },
    }
    expect(decodeBars(body)).toMatchObject({ is: 'bars', bars: [aBar()], read })
  })

  it('of a wrong length are refused as a whole, and more than one body holds is a bug', () => {
    expect(decodeBars(new Uint8Array(59))).toMatchObject({ code: 'RECORD_LENGTH' })
    expect(() => encodeBars(Array.from({ length: MAX_BARS + 1 }, () => aBar()))).toThrow('a body holds')
  })
})
