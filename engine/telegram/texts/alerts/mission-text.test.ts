import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import type { Alert, AlertFact, MissionStage } from '../../../contracts/alerts.ts'
import { AccountKind, EpochMs, Points } from '../../../contracts/primitives.ts'
import { ALERT_STORY, anAlert } from '../../../testkit/alert-story.ts'
import {
  aCourse,
  closedCourse,
  filledCourse,
  storyFill,
  storyMission,
  storyMs,
  storyOrder,
  storyTrade,
} from '../../../testkit/mission-course.ts'
import { saidByButtons, shownText, tableLines } from '../../../testkit/shown-reply.ts'
import { alertReply } from '../alert-reply.ts'
import { COLUMNS } from '../parts.ts'

const reply = (alert: Alert, currency: string | null = 'USD') =>
  alertReply(alert, { nowMs: alert.wallMs, currency })
const linesOf = (alert: Alert, currency: string | null = 'USD') =>
  shownText(reply(alert, currency)).split('\n')
const ofMission = (course = aCourse()) => anAlert({ kind: 'mission', course })

describe('the message of a mission', () => {
  it('has the whole plan before it is fired', () => {
    expect(linesOf(ofMission())).toEqual([
      '🎯 PRECISION STRIKE · EURUSD LONG ▲',
      'PENDING until 10:35 UTC · 65 min left',
      'Entry    1.10234',
      'Stop     1.10122   −11.2 pips',
      'Target   1.10514   +28.0 pips',
      'R:R      1 : 2.50',
      'Confidence p 0.38 · n 1,240 · 12 % end by time',
      'Value +0.14 R after 0.09 R cost',
      'Shield 7.2 of 10, ACTIVE: 75 % of the risk',
      'Setting Gold · BIGBAR-FADE · calm range · London session',
      'Out by 13:30 UTC, whatever it is worth.',
      'Saw the big bar at 1.10120 to 1.10260',
      'Cancelled by an M5 close half the stop beyond the close that made the signal (1.10178).',
      'Evidence Six majors in 2019: +0.051 R after cost (n 1,240, 95 % −0.010 to +0.112).',
      'IC Markets · demo · a3f9 · 09:30 UTC',
    ])
  })

  it('is headed by its type of signal, and by SNIPER OPS when it is of the best tenth', () => {
    const headOf = (change: Parameters<typeof storyMission>[0]) =>
      linesOf(ofMission(aCourse({ mission: storyMission(change) })))[0]
    expect(headOf({ signal: 'RAPID_ASSAULT', side: 'sell' })).toBe('⚡ RAPID ASSAULT · EURUSD SHORT ▼')
    expect(headOf({ signal: 'PRECISION_STRIKE' })).toBe('🎯 PRECISION STRIKE · EURUSD LONG ▲')
    expect(headOf({ signal: 'RAPID_ASSAULT', sniper: true })).toBe('🔭 SNIPER OPS · EURUSD LONG ▲')
  })

  it('goes with it to its end: the stage below the head, and only the buttons that make sense', () => {
    const { id } = storyMission()
    const seen = (course: ReturnType<typeof aCourse>) => [
      linesOf(ofMission(course))[1],
      saidByButtons(reply(ofMission(course))),
    ]
    const waiting = storyOrder({ waitsUntilMs: storyMs(65), ticket: '48213300' })
    const stages: readonly [MissionStage, ReturnType<typeof aCourse>, string, readonly string[]][] = [
      ['pending', aCourse(), 'PENDING until 10:35 UTC · 65 min left', [`/fire ${id}`, `/reject ${id}`, `/chart EURUSD ${id}`]],
      ['fired', aCourse({ stage: 'fired', order: storyOrder() }), 'FIRED 0.40 lots: no fill yet.', ['/status']],
      ['fired', aCourse({ stage: 'fired', order: waiting }), 'WAITING at 1.10236 until 10:35 UTC · order #48213300', [`/cancel ${waiting.order}`, '/status']],
      ['unknown', aCourse({ stage: 'unknown', order: storyOrder(), why: 'No answer in 5 s' }), 'UNKNOWN: No answer in 5 s. It counts as open until the terminal says otherwise.', ['/status']],
      ['filled', filledCourse(), 'FILLED #48213390 · slippage 0.2 pips worse', ['/close 48213390', '/be 48213390', '/status', `/chart EURUSD ${id}`]],
      ['closed', closedCourse(), 'CLOSED +2.26 R · +108.24 USD', []],
      ['expired', aCourse({ stage: 'expired', why: 'Its time ran out.' }), 'EXPIRED: Its time ran out.', []],
      ['declined', aCourse({ stage: 'declined', why: 'News ahead' }), 'DECLINED: News ahead.', []],
      ['notFilled', aCourse({ stage: 'notFilled', order: storyOrder(), why: 'Off quotes' }), 'NOT FILLED: Off quotes.', []],
      ['settled', aCourse({ stage: 'settled', order: storyOrder() }), 'SETTLED without a result', []],
    ] // prettier-ignore
    for (const [stage, course, line, buttons] of stages) expect(seen(course), stage).toEqual([line, buttons])
  })

  it('says how many minutes are left when it is told, never more than it lives', () => {
    const told = (minutes: number) =>
      shownText(alertReply(ofMission(), { nowMs: storyMs(minutes) })).split('\n')[1]
    expect([told(-5), told(30), told(64.5), told(90)].map(line => line?.split(' · ')[1])).toEqual([
      '65 min left',
      '35 min left',
      'under a minute left',
      'no time left',
    ])
  })

  it('says of a simulated market how long it lives in all: no message knows what time it is there', () => {
    const drill = aCourse({ mission: storyMission({ kind: 'simulated' }) })
    const told = (minutes: number) =>
      shownText(alertReply({ ...ofMission(drill), at: null }, { nowMs: storyMs(minutes) })).split('\n')[1]
    expect(told(0)).toBe('PENDING until 10:35 market time · 65 min in all')
    expect(told(60)).toBe(told(0))
  })

  it('says slippage to the trader’s cost and gain, and stands by the levels of the broker', () => {
    const line = (slippagePoints: number) =>
      linesOf(ofMission(filledCourse({ fill: storyFill({ slippagePoints }) })))[1]
    expect([line(-3), line(0), line(12)].map(text => text?.split(' · ')[1])).toEqual([
      'slippage 0.3 pips better',
      'no slippage',
      'slippage 1.2 pips worse',
    ])
    const parts = filledCourse({
      fill: storyFill({ lots: 0.3, parts: 2 }),
      stop: null,
      target: null,
      closedLots: 0.1,
    })
    expect(tableLines(reply(ofMission(parts)))).toEqual([
      'Filled   1.10238',
      'Stop     none',
      'Target   none',
      'Lots     0.30   of 0.40',
      'Closed   0.10',
    ])
  })

  it('says the day of a time exit that is another, and of a simulated market as well', () => {
    const outBy = (kind: AccountKind, minutes: number) => {
      const mission = storyMission({ kind, timeExitMs: storyMs(minutes) })
      const alert = anAlert({ kind: 'mission', course: aCourse({ mission }) }, { at: null })
      return linesOf(alert).find(line => line.startsWith('Out by'))
    }
    expect(outBy('simulated', 480)).toBe('Out by 17:30 market time, whatever it is worth.')
    expect(outBy('simulated', 1_440)).toBe('Out by 2026-01-07 09:30 market time, whatever it is worth.')
    expect(outBy('live', 1_440)).toBe('Out by 2026-01-07 09:30 UTC, whatever it is worth.')
  })

  it('of a drill on simulated money says both, and that its p is uncalibrated', () => {
    const [, , , , drill] = ALERT_STORY.mission
    if (!drill) throw new Error('the story has a drill')
    const text = shownText(reply(drill))
    expect(text).toContain('DRILL: practice, not advice.')
    expect(text).toContain('until 09:55 market time')
    expect(text).toContain('Mind Issued without the value and calendar gates.')
    expect(text).toContain('p 0.31 UNCALIBRATED · n 0')
    expect(text).toContain('Shield UNVERIFIED, never measured: 25 % of the risk')
    expect(text).toContain('SIMULATED')
  })
})

describe('money', () => {
  const closed = (kind: AccountKind): AlertFact => ({
    kind: 'closed',
    course: null,
    trade: storyTrade({ kind, netCents: storyTrade().netCents }),
  })

  it('has its currency where that is known, and simulated money is always called so', () => {
    const moneyOf = (kind: AccountKind, currency: string | null) =>
      linesOf(anAlert(closed(kind), { at: null }), currency).find(line => line.startsWith('Money'))
    expect(moneyOf('demo', 'EUR')).toBe('Money    +108.24 EUR')
    expect(moneyOf('live', null)).toBe('Money    +108.24')
    expect(moneyOf('simulated', 'USD')).toBe('Money    +108.24 USD simulated')
  })

  test.prop([
    fc.record({
      cents: fc.integer({ min: -999_999_999, max: 999_999_999 }),
      kind: fc.constantFrom(...AccountKind.options),
      digits: fc.constantFrom(2, 3, 4, 5),
      lots: fc.integer({ min: 1, max: 1_000_000 }).map(steps => steps / 1_000),
      heldMs: fc.integer({ min: 0, max: 30 * 86_400_000 }),
      stop: fc.integer({ min: 100_000, max: 199_999 }).map(points => Points.parse(points)),
    }),
  ])('and whatever else stands in a table fits a phone', ({ cents, kind, digits, lots, heldMs, stop }) => {
    const mission = storyMission({ kind, digits, stop })
    const trade = storyTrade({ kind, digits, lots, closeMs: EpochMs.parse(storyMs(4) + heldMs) })
    const order = storyOrder({ lots, riskCents: Math.abs(cents), stop })
    const course = {
      mission,
      order,
      trade: { ...trade, netCents: Math.round(cents) as typeof trade.netCents },
    }
    for (const stage of ['pending', 'fired', 'filled', 'closed'] as const) {
      const told = ofMission(
        aCourse({ ...course, stage, fill: storyFill({ lots: lots / 2 }), closedLots: lots / 4 }),
      )
      for (const line of tableLines(reply(told, 'USD')))
        expect(line.length, line).toBeLessThanOrEqual(COLUMNS)
    }
  })
})
