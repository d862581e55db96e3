import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { Calendar } from '../../contracts/wire/index.ts'
import { knownCalendar } from './known-calendar.ts'
import { news, newsDistanceMs } from './news.ts'

const NOON = Date.UTC(2026, 6, 7, 12)
const minutes = (count: number) => count * 60_000

const calendar = (...events: object[]) =>
  Calendar.parse({
    available: true,
    fromMs: NOON - minutes(600),
    toMs: NOON + minutes(600),
    events: events.map((event, at) => ({
      id: String(at + 1),
      timeMs: NOON,
      exact: true,
      currency: 'USD',
      importance: 'high',
      name: 'Payrolls',
      ...event,
    })),
  })
const codes = (known: Calendar | null, atMs = NOON, pair: 'EURUSD' | 'EURGBP' = 'EURUSD') =>
  news(knownCalendar(known, null), pair, atMs).map(reason => reason.code)

const anEvent = fc.record({
  timeMs: fc.integer({ min: -599, max: 599 }).map(minute => NOON + minutes(minute)),
  exact: fc.boolean(),
  currency: fc.constantFrom('EUR', 'USD', 'GBP'),
  importance: fc.constantFrom('high', 'moderate', 'low', 'none'),
})

describe('news', () => {
  it('cannot be ruled out without a calendar of now', () => {
    expect(codes(null)).toEqual(['CALENDAR_MISSING'])
    expect(codes({ ...calendar(), available: false })).toEqual(['CALENDAR_MISSING'])
    expect(codes(calendar(), NOON + minutes(590))).toEqual(['CALENDAR_MISSING'])
    expect(codes(calendar(), NOON - minutes(590))).toEqual(['CALENDAR_MISSING'])
    expect(codes(calendar())).toEqual([])
  })

  it('of high importance closes the quarter of an hour before and after', () => {
    for (const side of [-1, 1]) {
      expect(codes(calendar({}), NOON + side * (minutes(15) - 1))).toEqual(['NEWS_NEAR'])
      expect(codes(calendar({}), NOON + side * minutes(15))).toEqual([])
    }
  })

  it('of moderate importance closes the ten minutes before, and less important news none', () => {
    expect(codes(calendar({ importance: 'moderate' }), NOON - minutes(10) + 1)).toEqual(['NEWS_NEAR'])
    expect(codes(calendar({ importance: 'moderate' }), NOON - minutes(10))).toEqual([])
    expect(codes(calendar({ importance: 'moderate' }), NOON + 1)).toEqual([])
    expect(codes(calendar({ importance: 'low' }, { importance: 'none' }))).toEqual([])
  })

  it('counts for the pairs of its currency only', () => {
    expect(codes(calendar({}), NOON, 'EURGBP')).toEqual([])
    expect(codes(calendar({ currency: 'GBP' }), NOON, 'EURGBP')).toEqual(['NEWS_NEAR'])
  })

  it('whose hour is not known does not close the day', () => {
    expect(codes(calendar({ exact: false }))).toEqual([])
  })

  it('is named with its minutes', () => {
    const [before] = news(knownCalendar(calendar({}), null), 'EURUSD', NOON - minutes(4))
    expect(before).toMatchObject({
      text: 'USD Payrolls (high) in 4 min; no entries within 15 min of it.',
      value: minutes(4),
      limit: minutes(15),
    })
    const [after] = news(knownCalendar(calendar({}), null), 'EURUSD', NOON + minutes(4))
    expect(after?.text).toContain('4 min ago')
  })

  it('are as far away as the nearest of high importance, or as what is known reaches', () => {
    const far = (...events: object[]) =>
      newsDistanceMs(knownCalendar(calendar(...events), null), 'EURUSD', NOON)
    expect(far()).toBe(minutes(600))
    expect(far({ timeMs: NOON + minutes(90) }, { timeMs: NOON - minutes(50) })).toBe(minutes(50))
    expect(
      far({ timeMs: NOON + minutes(90), currency: 'GBP' }, { timeMs: NOON, importance: 'moderate' }),
    ).toBe(minutes(600))
    expect(newsDistanceMs(null, 'EURUSD', NOON)).toBeNull()
  })

  test.prop([fc.array(anEvent, { maxLength: 40 }), fc.integer({ min: -500, max: 500 })])(
    'are found as by a walk through the whole calendar, whatever its order',
    (events, minute) => {
      const known = knownCalendar(calendar(...events), null)
      const nowMs = NOON + minutes(minute)
      const ofPair = (known?.events ?? []).filter(
        ({ exact, currency }) => exact && (currency === 'EUR' || currency === 'USD'),
      )
      const silent = ofPair.filter(({ importance, timeMs }) => {
        const ahead = timeMs - nowMs
        if (importance === 'high') return Math.abs(ahead) < minutes(15)
        return importance === 'moderate' && ahead >= 0 && ahead < minutes(10)
      })
      expect(news(known, 'EURUSD', nowMs).map(({ value }) => value)).toEqual(
        silent.toSorted((a, b) => a.timeMs - b.timeMs).map(({ timeMs }) => Math.abs(timeMs - nowMs)),
      )
      const loud = ofPair.filter(({ importance }) => importance === 'high')
      const ends = [minutes(600 - minute), minutes(600 + minute)]
      expect(newsDistanceMs(known, 'EURUSD', nowMs)).toBe(
        Math.min(...ends, ...loud.map(({ timeMs }) => Math.abs(timeMs - nowMs))),
      )
    },
  )
})

describe('what is known of announcements', () => {
  const at = (timeMs: number, name: string) => ({ timeMs, name })
  const named = (known: ReturnType<typeof knownCalendar>) => known?.events.map(({ name }) => name)
  const span = (from: number, to: number, ...events: object[]) =>
    ({
      ...calendar(...events),
      fromMs: NOON + minutes(from),
      toMs: NOON + minutes(to),
    }) as Calendar

  it('is the terminal’s inside its span, and the file’s outside of it', () => {
    const terminal = span(-60, 60, at(NOON, 'told'))
    const file = span(-120, 120, at(NOON + 1, 'dropped inside'), at(NOON + minutes(90), 'dropped after'))
    const known = knownCalendar(terminal, file)
    expect(named(known)).toEqual(['told', 'dropped after'])
    expect(known).toMatchObject({ source: 'terminal and file', fromMs: file.fromMs, toMs: file.toMs })
  })

  it('says which of the two it is where only one is there', () => {
    expect(knownCalendar(span(-60, 60), null)?.source).toBe('terminal')
    expect(knownCalendar(null, span(-60, 60))?.source).toBe('file')
    expect(knownCalendar({ ...span(-60, 60), available: false }, span(-60, 60))?.source).toBe('file')
    expect(knownCalendar(null, null)).toBeNull()
  })

  it('leaves a file alone that does not touch what the terminal tells, and one that has ended is missing', () => {
    expect(knownCalendar(span(-60, 60), span(90, 120))).toMatchObject({
      source: 'terminal',
      toMs: NOON + minutes(60),
    })
    expect(news(knownCalendar(null, span(-600, 10)), 'EURUSD', NOON).map(({ code }) => code)).toEqual([
      'CALENDAR_MISSING',
    ])
  })
})
