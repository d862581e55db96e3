import { setTimeout as wait } from 'node:timers/promises'
import type { TickColumns, TickSource } from '../../ports/tick-source.ts'

/** Ticks that belong to the same slice of real time are handed over together. */
const SLICE_MS = 100

/** The same source, its ticks handed over no faster than `speed` market seconds a second. */
export function pacedSource(source: TickSource, speed: number): TickSource {
  const { pairs, digits } = source
  return { pairs, digits, report: () => source.report(), batches: () => paced(source, speed) }
}

async function* paced(source: TickSource, speed: number): AsyncGenerator<TickColumns> {
  const startMs = performance.now()
  let firstMs: number | null = null
  for await (const batch of source.batches())
    for (const slice of slicesOf(batch, speed * SLICE_MS)) {
      const timeMs = slice.timeMs[0] ?? 0
      firstMs ??= timeMs
      const dueInMs = startMs + (timeMs - firstMs) / speed - performance.now()
      if (dueInMs > 0) await wait(dueInMs)
      yield slice
    }
}

/** Cuts a batch into pieces that cover at most `spanMs` of market time. */
function* slicesOf({ length, timeMs, pair, bid, ask }: TickColumns, spanMs: number): Generator<TickColumns> {
  let from = 0
  for (let to = 1; to <= length; to++) {
    if (to < length && (timeMs[to] ?? 0) - (timeMs[from] ?? 0) < spanMs) continue
    yield {
      length: to - from,
      timeMs: timeMs.subarray(from, to),
      pair: pair.subarray(from, to),
      bid: bid.subarray(from, to),
      ask: ask.subarray(from, to),
    }
    from = to
  }
}
