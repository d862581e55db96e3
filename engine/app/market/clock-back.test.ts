import { expect, test } from 'vitest'
import type { WireBar } from '../../contracts/wire/index.ts'
import { DESK, DeskHarness, MINUTE } from '../../testkit/desk-harness.ts'

const FIVE = 5 * MINUTE
/** Weeks of minutes are told; two days are enough for a regime. */
const TOLD = 2 * 1_440

const BEAT = { brokerConnected: true, tradeAllowed: true, autoTrading: true, pingMs: null, queued: 0, unacked: 0 } // prettier-ignore
const beatAt = (marketMs: number) => ({ type: 'beat', body: { ...BEAT, marketMs } }) as never

/** A terminal that gives the minutes that it is asked for, up to its own time. */
function aDesk() {
  const clock = { marketMs: 0 }
  const desk: DeskHarness = new DeskHarness({
    history: () => {
      const asked = desk.sent.findLast(({ type }) => type === 'history')
      const fromMs = asked?.type === 'history' ? asked.body.fromMs : Infinity
      const endMs = clock.marketMs - (clock.marketMs % MINUTE)
      return Array.from({ length: TOLD }, (_, at) => minuteAt(endMs - (TOLD - at) * MINUTE)).filter(
        ({ timeMs }) => timeMs >= fromMs,
      )
    },
  })
  clock.marketMs = desk.nowMs()
  desk.play(1, () => 110_000)
  desk.link().play(1, () => 110_000)
  return { desk, clock }
}

const priceAt = (timeMs: number) => Math.round(110_000 + 40 * Math.sin(timeMs / MINUTE / 7)) / 100_000
const minuteAt = (timeMs: number): WireBar => {
  const price = priceAt(timeMs)
  return { timeMs: timeMs as WireBar['timeMs'], open: price, high: price, low: price, close: price, ticks: 9, spreadPoints: 6 } // prettier-ignore
}

const regimeOf = (desk: DeskHarness) => desk.feed.snapshot().regimes.EURUSD
const asked = (desk: DeskHarness) => desk.sent.filter(({ type }) => type === 'history').length

test('a terminal that comes back with an earlier time is asked for its history again, and the regime is there at once', () => {
  const { desk, clock } = aDesk()
  expect(regimeOf(desk)?.missing).toBeNull()
  desk.engine.terminalDown(DESK, 'it was killed')
  clock.marketMs = desk.nowMs() - FIVE
  desk.link().tell(beatAt(clock.marketMs)).deliver()
  expect(regimeOf(desk)).toMatchObject({ missing: null })
  expect(desk.engine.desk.terminals.get(DESK)?.at(0)?.warming).toBeNull()
  desk.engine.tickPoints(DESK, 0, clock.marketMs + 1_000, 110_001, 110_007)
  expect(desk.engine.desk.terminals.get(DESK)?.at(0)?.market).toMatchObject({ bid: 110_001 })
  expect(desk.events('linkFaulted').map(({ code, text }) => [code, text])).toEqual([
    [
      'CLOCK_BACK',
      "The market's time went back from 2026-01-06 09:02 to 2026-01-06 08:57 UTC: its history is read again.",
    ],
  ])
})

test('so is one whose clock steps back after the computer has slept, although it has told nothing new of its symbols', () => {
  const { desk, clock } = aDesk()
  const before = asked(desk)
  desk.tell(beatAt(desk.nowMs())).sleep(10 * MINUTE)
  clock.marketMs = desk.nowMs() - 10 * MINUTE - FIVE
  desk.tell(beatAt(clock.marketMs)).deliver()
  expect(asked(desk)).toBe(before + 1)
  expect(regimeOf(desk)).toMatchObject({ missing: null })
})

test('history alone that was told under a later time is no past either', () => {
  const { desk, clock } = aDesk()
  desk.engine.terminalDown(DESK, 'it was killed')
  clock.marketMs = desk.nowMs() + 2 * FIVE
  desk.link()
  desk.engine.terminalDown(DESK, 'it was killed')
  clock.marketMs = desk.nowMs()
  desk.link().tell(beatAt(clock.marketMs)).deliver()
  expect(desk.events('linkFaulted')).toHaveLength(1)
  desk.engine.tickPoints(DESK, 0, clock.marketMs + MINUTE, 110_001, 110_007)
  expect(desk.engine.desk.terminals.get(DESK)?.at(0)?.market.bars.horizonMs).toBe(clock.marketMs + 2 * MINUTE)
})

test('a step back within a minute is what ticks and beats do, and reads nothing again', () => {
  const { desk, clock } = aDesk()
  desk.engine.terminalDown(DESK, 'it was killed')
  clock.marketMs = desk.nowMs() - 30_000
  desk.link()
  const before = asked(desk)
  desk.tell(beatAt(clock.marketMs)).deliver()
  expect(asked(desk)).toBe(before)
  expect(desk.events('linkFaulted')).toEqual([])
})
