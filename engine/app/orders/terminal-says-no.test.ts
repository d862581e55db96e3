import { expect, test } from 'vitest'
import type { EpochMs, Mission, Ticket } from '../../contracts/index.ts'
import type { BodyOf } from '../../contracts/wire/index.ts'
import { DESK, DeskHarness, MINUTE } from '../../testkit/desk-harness.ts'

/** The market's time at the terminal, moved by so many minutes. */
const timeAt = (desk: DeskHarness, minutes = 0) =>
  ((desk.engine.desk.terminals.get(DESK)?.marketMs ?? 0) + minutes * MINUTE) as EpochMs

function codesOf(desk: DeskHarness, { id }: Mission): string[] {
  const answer = desk.fire(id)
  return answer.is === 'denied' ? answer.denials.map(denial => denial.code) : []
}

function beat(desk: DeskHarness, over: Partial<BodyOf<'beat'>>): BodyOf<'beat'> {
  const well = { autoTrading: true, tradeAllowed: true, brokerConnected: true }
  return { marketMs: timeAt(desk), pingMs: null, queued: 0, unacked: 0, ...well, ...over }
}

test('news that the terminal has told of denies the shot until it is over', () => {
  const desk = new DeskHarness()
  const mission = desk.mission()
  const calendar = (minutes: number): BodyOf<'calendar'> => ({
    available: true,
    fromMs: timeAt(desk, -60),
    toMs: timeAt(desk, 60),
    events: [
      {
        id: '1' as Ticket,
        timeMs: timeAt(desk, minutes),
        exact: true,
        currency: 'USD',
        importance: 'high',
        name: 'Payrolls',
      },
    ],
  })
  desk.tell({ type: 'calendar', body: calendar(5) })
  expect(codesOf(desk, mission)).toEqual(['NEWS_NEAR'])
  desk.tell({ type: 'calendar', body: calendar(-16) })
  expect(codesOf(desk, mission)).toEqual([])
})

test('what the terminal would deny is denied before it is sent, and said on the link', () => {
  const desk = new DeskHarness()
  const mission = desk.mission()
  desk.tell({ type: 'beat', body: beat(desk, { denies: 'The day has lost its limit.' }) })
  expect(codesOf(desk, mission)).toEqual(['TERMINAL_DENIES'])
  expect(desk.feed.snapshot().links[0]?.problem).toContain('The day has lost its limit.')
  desk.tell({ type: 'beat', body: beat(desk, {}) })
  expect(codesOf(desk, mission)).toEqual([])
})

test('a shot of more lots than the terminal takes is denied before it is sent, and never cut down', () => {
  const desk = new DeskHarness()
  const mission = desk.mission()
  desk.tell({ type: 'beat', body: beat(desk, { maxLots: '0.05' }) })
  expect(codesOf(desk, mission)).toEqual(['LOTS_ABOVE_TERMINAL'])
  desk.tell({ type: 'beat', body: beat(desk, { maxLots: '5.00' }) })
  expect(codesOf(desk, mission)).toEqual([])
})
