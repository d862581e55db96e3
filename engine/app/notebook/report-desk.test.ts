import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { localTime } from '../../adapters/identity/index.ts'
import type { EpochMs } from '../../contracts/primitives.ts'
import type { ReportName } from '../../contracts/reports.ts'
import type { LocalTime } from '../../ports/index.ts'
import { DeskHarness, MINUTE } from '../../testkit/desk-harness.ts'
import { aTrade, ofR } from '../../testkit/notebook.ts'
import { lastDueMs } from './report-desk.ts'

const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** A wall whose clock is so many hours ahead of UTC. */
const wall = (hours: number): LocalTime => ({
  moment: (atMs, days, hour) =>
    (Math.floor((atMs + hours * HOUR) / DAY) * DAY + days * DAY + (hour - hours) * HOUR) as EpochMs,
  weekday: atMs => new Date(atMs + hours * HOUR).getUTCDay(),
})
const due = (report: ReportName, at: string, hours = 0) =>
  new Date(lastDueMs(report, Date.parse(at), wall(hours))).toISOString()

describe('a report is due', () => {
  it('every day at 18:00 on the clock on the wall', () => {
    expect(due('drill', '2026-01-06T18:00:00Z')).toBe('2026-01-06T18:00:00.000Z')
    expect(due('drill', '2026-01-06T17:59:59Z')).toBe('2026-01-05T18:00:00.000Z')
    expect(due('drill', '2026-01-06T17:00:00Z', 1)).toBe('2026-01-06T17:00:00.000Z')
    expect(due('drill', '2026-01-06T02:00:00Z', -8)).toBe('2026-01-06T02:00:00.000Z')
  })

  it('on Saturdays at 8:00, the SITREP', () => {
    expect(due('sitrep', '2026-01-10T08:00:00Z')).toBe('2026-01-10T08:00:00.000Z')
    expect(due('sitrep', '2026-01-10T07:59:00Z')).toBe('2026-01-03T08:00:00.000Z')
    expect(due('sitrep', '2026-01-16T23:00:00Z')).toBe('2026-01-10T08:00:00.000Z')
    expect(due('sitrep', '2026-01-09T20:00:00Z', 12)).toBe('2026-01-09T20:00:00.000Z')
  })

  test.prop([fc.integer({ min: 0, max: 60 * 365 * 24 }), fc.constantFrom<ReportName>('drill', 'sitrep')])(
    'never in the future, never longer ago than its day or week, on this computer’s own wall',
    (hours, report) => {
      const nowMs = hours * HOUR + 1_000_000_000_000
      const dueMs = lastDueMs(report, nowMs, localTime)

      expect(dueMs).toBeLessThanOrEqual(nowMs)
      expect(nowMs - dueMs).toBeLessThanOrEqual((report === 'drill' ? DAY : 7 * DAY) + 2 * HOUR)
      expect(lastDueMs(report, dueMs, localTime)).toBe(dueMs)
    },
  )
})

/** It starts on a Tuesday at 9:00 UTC. */
const aDesk = () => new DeskHarness({ localTime: wall(0) }).link()
const told = (desk: DeskHarness) => desk.events('reportTold')

describe('the desk', () => {
  it('tells the day at 18:00 as a notice, once', () => {
    const desk = aDesk()
    for (const event of aTrade(1, { ...ofR(2), kind: 'simulated' })) desk.engine.desk.record(event)
    desk.sleep(8 * HOUR + 59 * MINUTE)
    expect(told(desk)).toEqual([])

    desk.sleep(2 * MINUTE).sleep(HOUR)

    expect(told(desk)).toMatchObject([
      { report: 'drill', account: 'simulated', dueMs: Date.UTC(2026, 0, 6, 18), tone: 'balanced' },
    ])
    expect(told(desk)[0]?.text).toContain(
      'Drill report: 1 trade, 1 won and 0 lost, +2.00 R, +2.00. (simulated)',
    )
    expect(desk.feed.snapshot().notices.map(({ text }) => text)).toContain(told(desk)[0]?.text)
  })

  it('tells an honest nothing of an account that is linked, and nothing at all before one ever was', () => {
    const desk = aDesk()
    desk.sleep(10 * HOUR)
    expect(told(desk).map(({ text }) => text)).toEqual([
      'Drill report: no trade was closed. (simulated) No note either. There is nothing more to report.',
    ])

    const unlinked = new DeskHarness({ localTime: wall(0) })
    unlinked.sleep(10 * HOUR)
    expect(told(unlinked)).toEqual([])
  })

  it('tells what fell due while it was off, and nothing twice after a restart', () => {
    const desk = aDesk()
    for (const event of aTrade(1, { ...ofR(-1), kind: 'demo' }, { kind: 'demo' }))
      desk.engine.desk.record(event)
    desk.engine.desk.commit()
    desk.crash()
    desk.sleep(2 * DAY)

    expect(told(desk).map(({ account, dueMs }) => [account, dueMs])).toEqual([
      ['demo', Date.UTC(2026, 0, 7, 18)],
    ])
    desk.crash().sleep(MINUTE)
    expect(told(desk)).toHaveLength(1)
  })

  it('tells nothing twice when the clock on the wall goes back', () => {
    const hours = { ahead: 0 }
    const moving: LocalTime = {
      moment: (...of) => wall(hours.ahead).moment(...of),
      weekday: atMs => wall(hours.ahead).weekday(atMs),
    }
    const desk = new DeskHarness({ localTime: moving }).link()
    desk.sleep(9 * HOUR + MINUTE)
    expect(told(desk)).toHaveLength(1)
    hours.ahead = 3
    desk.sleep(MINUTE)

    expect(told(desk)).toHaveLength(1)
  })

  it('tells the week on Saturday, of everything since the last one', () => {
    const desk = aDesk()
    for (const event of aTrade(1, { ...ofR(1), kind: 'simulated' })) desk.engine.desk.record(event)
    for (let day = 0; day < 5; day++) desk.sleep(DAY)

    const weeks = told(desk).filter(({ report }) => report === 'sitrep')
    expect(weeks.map(({ dueMs }) => dueMs)).toEqual([Date.UTC(2026, 0, 10, 8)])
    expect(weeks[0]?.text).toContain('SITREP: 1 trade')
    expect(told(desk).filter(({ report }) => report === 'drill')).toHaveLength(5)
  })

  it('tells nothing where no evening comes, such as in a replay', () => {
    const desk = new DeskHarness().link()
    desk.sleep(20 * HOUR)

    expect(told(desk)).toEqual([])
  })
})
