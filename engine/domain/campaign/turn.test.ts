import { describe, expect, test } from 'vitest'
import { CampaignStream } from '../../testkit/campaign-stream.ts'
import { kindOf, newCampaign } from './campaign-book.ts'
import { takeFact } from './campaign.ts'
import { statesOf } from './campaign-states.ts'

const stream = () => new CampaignStream(1, 'demo').day(0)

function played({ events }: Pick<CampaignStream, 'events'>) {
  const campaign = newCampaign()
  for (const event of events) takeFact(campaign, event)
  const book = kindOf(campaign, 'demo')
  const paid = (reason: string) => [...book.due.values()].filter(award => award.reason === reason)
  return { book, paid, states: statesOf(campaign, 'demo', 0) }
}
const keysOf = (of: CampaignStream, reason: string) =>
  played(of)
    .paid(reason)
    .map(({ key }) => key)

describe('a day kept', () => {
  test('is one inside all limits with a debrief, and is paid when the trading day has turned, dated at its end', () => {
    const day = stream().trade().debrief()
    expect(keysOf(day, 'DAY_KEPT')).toEqual([])
    const [kept] = played(day.day(1)).paid('DAY_KEPT')
    expect(kept).toMatchObject({ key: 'day:2026-11-02', xp: 50, atMs: Date.UTC(2026, 10, 2, 22) - 1 })
  })

  test('may be a day without any trade', () => {
    const old = stream().trade().day(1).debrief().day(2)
    expect(keysOf(old, 'DAY_KEPT')).toEqual(['day:2026-11-03'])
  })

  test('is none without a debrief, with a rule broken, or with a stop of the day reached', () => {
    expect(keysOf(stream().trade().day(1), 'DAY_KEPT')).toEqual([])
    expect(keysOf(stream().trade().debrief().tryLimit().day(1), 'DAY_KEPT')).toEqual([])
    expect(keysOf(stream().trade().debrief().raise('DAILY_STOP').day(1), 'DAY_KEPT')).toEqual([])
    expect(keysOf(stream().trade().debrief().day(1).debrief().day(2), 'DAY_KEPT')).toHaveLength(1)
  })

  test('is paid once, and none is made up by a clock that goes back', () => {
    const back = stream()
      .trade()
      .debrief()
      .day(4)
      .day(0)
      .trade()
      .debrief()
      .day(1)
      .trade()
      .debrief()
      .day(3)
      .day(4)
    expect(keysOf(back, 'DAY_KEPT')).toEqual(['day:2026-11-02'])
    expect(keysOf(back.day(7), 'DAY_KEPT')).toEqual(['day:2026-11-02', 'day:2026-11-06'])
    expect(played(back).states.streak).toMatchObject({ days: 2, best: 2 })
  })

  test('may be one of an earlier year on another training ground, and the same date is not paid again', () => {
    const first = new CampaignStream(1, 'simulated').day(7).trade().debrief().day(8)
    const second = new CampaignStream(2, 'simulated').day(0).trade().debrief().day(7).trade().debrief().day(8)
    const campaign = newCampaign()
    for (const event of [...first.events, ...second.events]) takeFact(campaign, event)
    const paid = [...kindOf(campaign, 'simulated').due.values()].filter(({ reason }) => reason === 'DAY_KEPT')
    expect(paid.map(({ key }) => key)).toEqual(['day:2026-11-09', 'day:2026-11-02'])
  })

  test('takes the weekend with its Friday', () => {
    const weekend = stream().day(4).trade().day(5).debrief().day(6).day(7)
    expect(keysOf(weekend, 'DAY_KEPT')).toEqual(['day:2026-11-06'])
  })
})

test('a week without a broken rule pays 150 once it has turned, when a day of it was kept', () => {
  const week = stream().trade().debrief()
  expect(keysOf(week.day(4), 'WEEK_KEPT')).toEqual([])
  expect(played(week.day(7)).paid('WEEK_KEPT')).toMatchObject([{ key: 'week of 2026-11-02', xp: 150 }])
  expect(keysOf(stream().day(7), 'WEEK_KEPT')).toEqual([])
  expect(keysOf(stream().trade().debrief().day(1).tryLimit().day(7), 'WEEK_KEPT')).toEqual([])
})

describe('a streak', () => {
  test('forgives days that were missed or quiet, and ends with a broken one', () => {
    const kept = stream().trade().debrief().day(1).day(2).trade().debrief().day(7)
    expect(played(kept).states.streak).toMatchObject({ days: 2, best: 2 })
    expect(played(kept.tryLimit().day(8)).states.streak).toMatchObject({ days: 0, best: 2 })
  })

  test('shows twelve weeks of trading days, to the end of the present one', () => {
    const { calendar } = played(stream().trade().debrief().day(1)).states.streak
    expect(calendar).toHaveLength(60)
    expect(calendar.at(0)?.day).toBe('2026-08-17')
    expect(calendar.at(-1)?.day).toBe('2026-11-06')
    expect(calendar.filter(({ is }) => is !== null)).toEqual([{ day: '2026-11-02', is: 'kept' }])
  })
})

describe('challenges', () => {
  test('are three a day and one a week, by the date alone, and different on the next day', () => {
    const { today, week, day } = played(stream()).states.challenges
    expect([day, today.length, week?.n]).toEqual(['2026-11-02', 3, 0])
    const next = played(stream().day(1)).states.challenges
    expect(next.today.map(({ id }) => id)).not.toEqual(today.map(({ id }) => id))
    expect(next.week?.id).toBe(week?.id)
  })

  test('are met by what was done, and never on a day that nobody attended', () => {
    const idle = stream()
    for (let day = 1; day < 5; day++) idle.day(day)
    expect(keysOf(idle.day(7), 'CHALLENGE')).toEqual([])
    const busy = stream()
    for (let day = 0; day < 5; day++)
      busy
        .day(day)
        .journal(day)
        .answer(`lesson ${day}`)
        .issue()
        .decline('too late', 'FRESH')
        .debrief(busy.id(day))
    const met = keysOf(busy.day(7), 'CHALLENGE')
    expect(met.filter(key => key.startsWith('challenge:2026'))).not.toEqual([])
    expect(new Set(met).size).toBe(met.length)
  })

  test('that ask to hold still are missed as soon as they are broken, and none asks for a trade', () => {
    for (let day = 0; day < 5; day++) {
      const quiet = played(stream().day(day)).states.challenges.today
      expect(quiet.filter(({ is }) => is === 'kept').length).toBeGreaterThan(0)
      const loud = stream().day(day).raise('MEDIC').trade({ netCents: -5 }).trade({ netCents: -5 }).issue().shoot().tryLimit().close({ reason: 'manual' }) // prettier-ignore
      expect(played(loud).states.challenges.today.some(({ is }) => is === 'missed')).toBe(true)
    }
  })
})
