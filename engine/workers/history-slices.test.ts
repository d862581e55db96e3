import { expect, test } from 'vitest'
import type { ToEngine } from '../contracts/engine-port.ts'
import type { EpochMs } from '../contracts/primitives.ts'
import { DESK } from '../testkit/desk-harness.ts'
import { BAR_BYTES } from '../wire/index.ts'
import { HistorySlices, SLICE_BARS } from './history-slices.ts'

type Frame = Extract<ToEngine, { kind: 'frame' }>

function aFrame(n: number, bytes: number, more?: 1): Frame {
  const header = { v: 1, t: 'bars', s: 'session', n, a: 0, ms: 0, rq: 'REQUEST', i: 0, ...(more && { more }) }
  const body = Uint8Array.from({ length: bytes }, (_, at) => (at * n) % 251)
  return { kind: 'frame', terminal: DESK, header, body, receivedMs: 0 as EpochMs } as Frame
}

/** Turns are taken by hand. */
function slices() {
  const read: Frame[] = []
  const ends: boolean[] = []
  const turns: (() => void)[] = []
  const history = new HistorySlices({
    read: (slice, isLast) => {
      read.push(slice)
      ends.push(isLast)
    },
    later: work => turns.push(work),
  })
  return { history, read, ends, turns, turn: () => turns.shift()?.() }
}

const bars = (frame: Frame) => frame.body.byteLength / BAR_BYTES

test('a message is read a slice a turn, byte for byte, and counts as taken with its last slice', () => {
  const { history, read, ends, turns, turn } = slices()
  const frame = aFrame(7, (2 * SLICE_BARS + 1) * BAR_BYTES)
  history.add(frame)
  expect(read).toEqual([])
  for (let k = 0; k < 3; k++) turn()
  expect(turns).toEqual([])
  expect(read.map(bars)).toEqual([SLICE_BARS, SLICE_BARS, 1])
  expect(Buffer.concat(read.map(({ body }) => body))).toEqual(Buffer.from(frame.body))
  expect(read.map(({ header }) => header.more)).toEqual([1, 1, undefined])
  expect(ends).toEqual([false, false, true])
})

test('messages are read in their order, one that says that more follows says so to its end', () => {
  const { history, read, ends, turns, turn } = slices()
  history.add(aFrame(1, SLICE_BARS * BAR_BYTES, 1))
  history.add(aFrame(2, 0))
  expect(turns).toHaveLength(1)
  turn()
  turn()
  expect(read.map(({ header }) => [header.n, header.more])).toEqual([
    [1, 1],
    [2, undefined],
  ])
  expect(ends).toEqual([true, true])
  history.add(aFrame(3, BAR_BYTES))
  expect(turns).toHaveLength(1)
})

test('as many bars are read as ticks come, when those come in thousands', () => {
  const { history, read } = slices()
  for (const n of [1, 2, 3]) history.add(aFrame(n, SLICE_BARS * BAR_BYTES, 1))
  history.keepPace(SLICE_BARS - 1)
  expect(read).toHaveLength(0)
  history.keepPace(1)
  expect(read).toHaveLength(1)
  history.keepPace(SLICE_BARS + 1)
  expect(read).toHaveLength(2)
  history.keepPace(9 * SLICE_BARS)
  expect(read).toHaveLength(3)
})

test('a body that is no whole number of bars is not cut, so that it is refused whole', () => {
  const { history, read, turn } = slices()
  const broken = aFrame(1, 2 * SLICE_BARS * BAR_BYTES + 1)
  history.add(broken)
  turn()
  expect(read).toEqual([broken])
})

test('what waits when the desk closes is not read', () => {
  const { history, read, turn } = slices()
  history.add(aFrame(1, 3 * SLICE_BARS * BAR_BYTES))
  turn()
  history.drop()
  turn()
  turn()
  expect(read).toHaveLength(1)
})
