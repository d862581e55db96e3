import type { TickColumns } from '../../../ports/tick-source.ts'
import type { PairTicks } from './tick-tape.ts'

const CAPACITY = 8_192

/** One pair's ticks, and how far they have been taken. */
type Cursor = { readonly pair: number; readonly more: AsyncIterator<PairTicks>; ticks: PairTicks; at: number }

const NO_TICKS: PairTicks = {
  length: 0,
  timeMs: new Float64Array(0),
  bid: new Int32Array(0),
  ask: new Int32Array(0),
}

/** Several pairs in time order, in batches. At the same time the pair that is named first comes first. */
export async function* mergeTicks(streams: readonly AsyncIterable<PairTicks>[]): AsyncGenerator<TickColumns> {
  const cursors = streams.map((stream, pair) => ({
    pair,
    more: stream[Symbol.asyncIterator](),
    ticks: NO_TICKS,
    at: 0,
  }))
  try {
    yield* mergeCursors(cursors)
  } finally {
    for (const { more } of cursors) await more.return?.()
  }
}

async function* mergeCursors(all: readonly Cursor[]): AsyncGenerator<TickColumns> {
  const cursors: Cursor[] = []
  for (const cursor of all) if (await refill(cursor)) cursors.push(cursor)
  let batch = emptyBatch()
  while (cursors.length > 0) {
    const [next, until] = nextRun(cursors)
    copyRun(next, until, batch)
    if (batch.length === CAPACITY) {
      yield batch
      batch = emptyBatch()
    }
    if (next.at === next.ticks.length && !(await refill(next))) cursors.splice(cursors.indexOf(next), 1)
  }
  if (batch.length > 0) yield batch
}

type Batch = { -readonly [Column in keyof TickColumns]: TickColumns[Column] }

function emptyBatch(): Batch {
  return {
    length: 0,
    timeMs: new Float64Array(CAPACITY),
    pair: new Uint8Array(CAPACITY),
    bid: new Int32Array(CAPACITY),
    ask: new Int32Array(CAPACITY),
  }
}

async function refill(cursor: Cursor): Promise<boolean> {
  const next = await cursor.more.next()
  if (next.done === true) return false
  cursor.ticks = next.value
  cursor.at = 0
  return true
}

/** The cursor that is next, and the time before which it stays so. Cursors stand in the order of their pairs. */
function nextRun(cursors: readonly Cursor[]): [Cursor, number] {
  let next: Cursor | null = null
  let nextMs = Number.POSITIVE_INFINITY
  let until = Number.POSITIVE_INFINITY
  for (const cursor of cursors) {
    const timeMs = timeOf(cursor)
    if (next === null || timeMs < nextMs) {
      until = nextMs
      next = cursor
      nextMs = timeMs
    } else if (timeMs < until) until = timeMs + 1
  }
  if (next === null) throw new Error('there is no cursor left to merge')
  return [next, until]
}

const timeOf = ({ ticks, at }: Cursor): number => ticks.timeMs[at] ?? Number.POSITIVE_INFINITY

/** Copies ticks before `until` as far as the batch has room. */
function copyRun(cursor: Cursor, until: number, batch: Batch): void {
  const { ticks, at } = cursor
  const end = at + runLength(ticks.timeMs, at, Math.min(ticks.length, at + CAPACITY - batch.length), until)
  batch.timeMs.set(ticks.timeMs.subarray(at, end), batch.length)
  batch.bid.set(ticks.bid.subarray(at, end), batch.length)
  batch.ask.set(ticks.ask.subarray(at, end), batch.length)
  batch.pair.fill(cursor.pair, batch.length, batch.length + end - at)
  batch.length += end - at
  cursor.at = end
}

/** Times rise, so when the last one is before `until` all are. */
function runLength(timeMs: Float64Array, from: number, to: number, until: number): number {
  if ((timeMs[to - 1] ?? until) < until) return to - from
  let end = from
  while (end < to && (timeMs[end] ?? until) < until) end += 1
  return end - from
}
