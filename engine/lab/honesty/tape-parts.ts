import type { MinuteTape } from '../../ports/minute-tape.ts'

/** Minutes [from, to) of a tape, in columns of their own. */
export function partOfTape(tape: MinuteTape, from: number, to: number): MinuteTape {
  const { openMs, open, high, low, close, ticks, spread } = tape
  return {
    ...tape,
    length: to - from,
    openMs: openMs.slice(from, to),
    open: open.slice(from, to),
    high: high.slice(from, to),
    low: low.slice(from, to),
    close: close.slice(from, to),
    ticks: ticks.slice(from, to),
    spread: spread.slice(from, to),
  }
}

/** What was known of a tape when its minute `at` opened: all minutes before, and of that one its first quote. */
export function knownAtOpenOf(tape: MinuteTape, at: number): MinuteTape {
  const part = partOfTape(tape, 0, at + 1)
  const first = part.open[at] as number
  part.high[at] = first
  part.low[at] = first
  part.close[at] = first
  part.ticks[at] = Math.min(1, part.ticks[at] as number)
  return part
}

/** The first minute at or after an instant; the length of the tape when there is none. */
export function minuteAt({ openMs, length }: MinuteTape, utcMs: number): number {
  let from = 0
  let to = length
  while (from < to) {
    const middle = (from + to) >> 1
    if ((openMs[middle] as number) < utcMs) from = middle + 1
    else to = middle
  }
  return from
}
