import { expect, test } from 'vitest'
import type { BodyOf } from '../../contracts/wire/index.ts'
import type { EpochMs, Ticket } from '../../contracts/index.ts'
import { DeskHarness, MINUTE, START } from '../../testkit/desk-harness.ts'

const calm = (minute: number) => 110_000 + 40 * Math.sin(minute / 7) + 25 * Math.sin(minute / 3.1)
const HOUR = 60 * MINUTE

const calendar = (newsMs: number): BodyOf<'calendar'> => ({
  available: true,
  fromMs: (START - 24 * HOUR) as EpochMs,
  toMs: (START + 240 * HOUR) as EpochMs,
  events: [
    {
      id: '1' as Ticket,
      timeMs: newsMs as EpochMs,
      exact: true,
      currency: 'USD',
      importance: 'high',
      name: 'Payrolls',
    },
  ],
})

test('the window shows NEWS_EVENT with its minutes while a loud announcement is near, and the price’s regime after it', () => {
  const desk = new DeskHarness()
  desk.play(1, () => 110_000).link()
  desk.play(30 * 60, calm)
  const shown = () => desk.feed.snapshot().regimes.EURUSD
  const byPrice = shown()?.regime
  expect(byPrice).toBeTruthy()
  expect(byPrice).not.toBe('NEWS_EVENT')
  desk.tell({ type: 'calendar', body: calendar(desk.nowMs() + 10 * MINUTE) })
  desk.play(2, calm)
  expect(shown()).toMatchObject({ regime: 'NEWS_EVENT', probability: 0 })
  expect(shown()?.figures.map(({ name }) => name)).toContain('minutes since USD Payrolls')
  desk.play(60, calm)
  expect(shown()?.regime).not.toBe('NEWS_EVENT')
})
