import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { STOP, TARGET, TIMEOUT, TradePlayer } from '../../../lab/outcome/trade-player.ts'
import { tradedTape } from '../../../lab/outcome/tape-blocks.ts'
import type { MinuteTape } from '../../../ports/minute-tape.ts'
import type { Bar } from '../../market/bar-series.ts'
import { HOUR_MS, MINUTE_MS } from '../../market/civil.ts'
import { OutcomeWatch, type Followed } from './outcome-watch.ts'

const START = Date.UTC(2018, 8, 4, 12)
const SPREAD = 5

const bar = (minute: number, open: number, high: number, low: number, close = open): Bar => ({
  openMs: START + minute * MINUTE_MS,
  open,
  high,
  low,
  close,
  ticks: 1,
  spread: SPREAD,
})

const candidate = (over: Partial<Followed> = {}): Followed => ({
  side: 'buy',
  stopPoints: 60,
  targetPoints: 120,
  closeMs: START,
  timeExitMs: START + 8 * HOUR_MS,
  spread: SPREAD,
  ...over,
})

/** What became of one candidate over these bars, and the minute in which it did. */
function fate(followed: Followed, bars: readonly Bar[]): string | null {
  const watch = new OutcomeWatch<string>()
  watch.follow(followed, 'it')
  for (const minute of bars) {
    const [ended] = watch.onMinute(minute)
    if (ended) return `${ended.outcome} ${(ended.resolvedMs - START) / MINUTE_MS}`
  }
  return watch.open === 0 ? 'never entered' : null
}

const quiet = bar(0, 1_000, 1_010, 990)

describe('a followed candidate', () => {
  test('of a long is entered at the ask and ends at bids', () => {
    expect(fate(candidate(), [quiet, bar(1, 1_000, 1_124, 1_000)])).toBeNull()
    expect(fate(candidate(), [quiet, bar(1, 1_000, 1_125, 1_000)])).toBe('target 1')
    expect(fate(candidate(), [quiet, bar(1, 1_000, 1_000, 945)])).toBe('stop 1')
  })

  test('of a short is entered at the bid and ends at asks', () => {
    const short = candidate({ side: 'sell' })
    expect(fate(short, [quiet, bar(1, 1_000, 1_054, 1_000)])).toBeNull()
    expect(fate(short, [quiet, bar(1, 1_000, 1_055, 1_000)])).toBe('stop 1')
    expect(fate(short, [quiet, bar(1, 1_000, 1_000, 875)])).toBe('target 1')
  })

  test('meets the stop first when a minute holds both, unless it opened beyond the target', () => {
    expect(fate(candidate(), [quiet, bar(1, 1_000, 1_300, 900)])).toBe('stop 1')
    expect(fate(candidate(), [quiet, bar(1, 1_200, 1_300, 900)])).toBe('target 1')
  })

  test('can end in the minute of its entry', () => {
    expect(fate(candidate(), [bar(0, 1_000, 1_010, 900)])).toBe('stop 0')
  })

  test('ends by its time at the first minute at or after it', () => {
    const short = candidate({ timeExitMs: START + 3 * MINUTE_MS })
    expect(fate(short, [quiet, bar(2, 1_000, 1_010, 990), bar(5, 1_000, 2_000, 0)])).toBe('timeout 5')
  })

  test('ends before a silence of more than ten hours', () => {
    expect(fate(candidate(), [quiet, bar(602, 2_000, 2_000, 2_000)])).toBe('timeout 0')
    expect(fate(candidate(), [quiet, bar(601, 2_000, 2_000, 2_000)])).toBe('target 601')
  })

  test('is dropped when no minute comes within three of its close', () => {
    expect(fate(candidate(), [bar(4, 1_000, 1_010, 990)])).toBe('never entered')
    expect(fate(candidate(), [bar(3, 1_000, 1_010, 900)])).toBe('stop 3')
  })

  test('meets its stop or its target before its time, when the minute opens beyond one of them', () => {
    const timed = candidate({ timeExitMs: START + MINUTE_MS })
    expect(fate(timed, [quiet, bar(1, 1_200, 1_210, 1_190)])).toBe('target 1')
    expect(fate(timed, [quiet, bar(1, 900, 910, 890)])).toBe('stop 1')
    expect(fate(timed, [quiet, bar(1, 1_000, 1_300, 900)])).toBe('timeout 1')
  })

  test('ends as the lab has it end, whatever the minutes, and however far apart they open', () => {
    const steps = fc.array(
      fc.record({
        jump: fc.oneof(
          { weight: 6, arbitrary: fc.integer({ min: -12, max: 12 }) },
          { weight: 1, arbitrary: fc.integer({ min: -300, max: 300 }) },
        ),
        move: fc.integer({ min: -40, max: 40 }),
        spread: fc.integer({ min: 0, max: 60 }),
        gap: fc.constantFrom(1, 1, 1, 1, 1, 1, 2, 30, 601, 602),
      }),
      { minLength: 2, maxLength: 120 },
    )
    const sides = fc.constantFrom<Followed['side']>('buy', 'sell')
    const minutes = fc.integer({ min: 1, max: 120 })
    fc.assert(
      fc.property(steps, sides, minutes, (moves, side, lasts) => {
        const bars = barsOf(moves)
        const timeExitMs = START + lasts * MINUTE_MS
        const followed = candidate({ side, timeExitMs, spread: bars[0]?.spread ?? 0 })
        expect(fate(followed, bars)).toBe(labFate(followed, bars))
      }),
      { numRuns: 300 },
    )
  })

  test('leaves nothing behind, however many there were', () => {
    const watch = new OutcomeWatch<number>()
    let ended = 0
    for (let minute = 0; minute < 5_000; minute++) {
      const closeMs = START + minute * MINUTE_MS
      watch.follow(candidate({ closeMs, timeExitMs: closeMs + HOUR_MS }), minute)
      ended += watch.onMinute(bar(minute, 1_000, 1_010, 990)).length
      expect(watch.open).toBeLessThanOrEqual(61)
    }
    expect(ended).toBe(5_000 - watch.open)
  })
})

type Step = Readonly<{ jump: number; move: number; spread: number; gap: number }>

function barsOf(steps: readonly Step[]): Bar[] {
  const bars: Bar[] = []
  let close = 1_000
  let minute = -1
  for (const { jump, move, spread, gap } of steps) {
    minute += gap
    const open = close + jump
    close = open + move
    const high = Math.max(open, close) + 7
    bars.push({ ...bar(minute, open, high, Math.min(open, close) - 7, close), spread })
  }
  return bars
}

function labFate({ side, stopPoints, targetPoints, closeMs, timeExitMs }: Followed, bars: readonly Bar[]) {
  const first = bars[0]
  if (!first || first.openMs - closeMs > 3 * MINUTE_MS) return 'never entered'
  const column = (of: (bar: Bar) => number) => Int32Array.from(bars, of)
  const tape: MinuteTape = {
    pair: 'EURUSD',
    digits: 5,
    length: bars.length,
    openMs: Float64Array.from(bars, ({ openMs }) => openMs),
    open: column(({ open }) => open),
    high: column(({ high }) => high),
    low: column(({ low }) => low),
    close: column(({ close }) => close),
    ticks: column(() => 1),
    spread: column(({ spread }) => spread),
    spreadSource: 'bars',
  }
  const costs = { spreadFrom: 'bars', spread: tape.spread, commission: 7, entrySlip: 0.5, exitSlip: 2, swap: null } as const // prettier-ignore
  const player = new TradePlayer(tradedTape(tape, costs))
  player.play({ at: 0, side: side === 'buy' ? 1 : -1, stop: stopPoints, target: targetPoints, timeExitMs }, 1)
  const word = { [TARGET]: 'target', [STOP]: 'stop', [TIMEOUT]: 'timeout' }[player.ending]
  return word === undefined ? null : `${word} ${((tape.openMs[player.at] ?? 0) - START) / MINUTE_MS}`
}
