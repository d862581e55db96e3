import { describe, expect, it } from 'vitest'
import type { TickRow } from '../formats/format.ts'
import { playBar } from './play-bar.ts'

const bar = { openMs: 60_000, open: 105, high: 112, low: 101, close: 108, ticks: 0, spread: 0 }

function played(change: Partial<typeof bar>): TickRow[] {
  const ticks: TickRow[] = []
  playBar(
    { ...bar, ...change },
    timeMs => (timeMs === 119_000 ? 9 : 3),
    tick => (ticks.push({ ...tick }), null),
  )
  return ticks
}

describe('a bar that is played', () => {
  it('goes down first when it rose, and gets the spread of each moment', () => {
    expect(played({})).toEqual([
      { timeMs: 60_000, bid: 105, ask: 108 },
      { timeMs: 80_000, bid: 101, ask: 104 },
      { timeMs: 100_000, bid: 112, ask: 115 },
      { timeMs: 119_000, bid: 108, ask: 117 },
    ])
  })

  it('goes up first when it fell', () => {
    expect(played({ close: 102 }).map(({ bid }) => bid)).toEqual([105, 112, 101, 102])
  })

  it('is not played at all when its first tick is not taken', () => {
    let offered = 0

    const fault = playBar(
      bar,
      () => 1,
      () => ((offered += 1), 'OUT_OF_ORDER'),
    )

    expect([fault, offered]).toEqual(['OUT_OF_ORDER', 1])
  })
})
