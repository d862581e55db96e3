import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mergeCalendars } from './merge-calendars.ts'
import { readCalendar, type FileCalendar } from './read-calendar.ts'

const HEAD = 'utc,currency,importance,name\n'
const DAY = 86_400_000
const day = (text: string) => Date.parse(`${text}T00:00:00Z`)

function stretches(file: string, text: string): readonly FileCalendar[] {
  const answer = readCalendar(file, text)
  if (answer.is === 'refused') throw new Error(answer.text)
  return answer.stretches
}
/** The only stretch of a file. */
function read(file: string, text: string): FileCalendar {
  const [only, more] = stretches(file, text)
  if (!only || more) throw new Error(`${file} has not one stretch`)
  return only
}
const complaint = (file: string, text: string): string => {
  const answer = readCalendar(file, text)
  return answer.is === 'refused' ? answer.text : 'nothing is wrong with it'
}
const csv = (...lines: string[]) => read('a.csv', HEAD + lines.join('\n'))

describe('a calendar file', () => {
  it('of comma-separated rows is read with its columns in any order, comments, quotes and a mark of its bytes', () => {
    const text =
      '\uFEFFName,UTC,Importance,Currency\r\n# the first week\r\n\r\n' +
      '"Employment Change, ""adjusted""",2026-01-09 13:30,Medium,cad\r\n' +
      'Payrolls,2026-01-09T13:30:00Z,high,USD\r\n'
    expect(read('week.csv', text)).toEqual({
      fromMs: day('2026-01-09'),
      toMs: day('2026-01-10'),
      rows: [
        { timeMs: day('2026-01-09') + 13.5 * 3_600_000, currency: 'CAD', importance: 'moderate', name: 'Employment Change, "adjusted"' },
        { timeMs: day('2026-01-09') + 13.5 * 3_600_000, currency: 'USD', importance: 'high', name: 'Payrolls' },
      ],
    }) // prettier-ignore
  })

  it('covers whole days, from its first announcement to its last', () => {
    const { fromMs, toMs } = csv('2026-01-09 13:30,USD,high,B', '2026-01-05 00:00,USD,low,A')
    expect([fromMs, toMs]).toEqual([day('2026-01-05'), day('2026-01-10')])
  })

  it('does not cover a silence of more than fourteen days', () => {
    const rows = (...dates: string[]) => HEAD + dates.map(date => `${date},USD,high,A`).join('\n')
    const spans = (text: string) =>
      stretches('a.csv', text).map(({ fromMs, toMs }) =>
        [fromMs, toMs].map(ms => new Date(ms).toISOString().slice(0, 10)),
      )
    expect(spans(rows('2026-01-09 13:30', '2027-01-08 13:30'))).toEqual([
      ['2026-01-09', '2026-01-10'],
      ['2027-01-08', '2027-01-09'],
    ])
    expect(spans(rows('2026-01-23 13:30', '2026-01-09 13:30'))).toEqual([['2026-01-09', '2026-01-24']])
    expect(spans(rows('2026-01-09 13:30', '2026-01-23 13:31')).length).toBe(2)
  })

  it('of JSON that says what it covers covers its silences, and one that says half of it covers that', () => {
    const at = (utc: string) => ({ utc, currency: 'EUR', importance: 'high', name: 'Rate' })
    const year = {
      fromUtc: '2026-01-01',
      toUtc: '2027-01-01',
      events: [at('2026-02-05 13:15'), at('2026-09-10 13:15')],
    }
    expect(read('year.json', JSON.stringify(year))).toMatchObject({
      fromMs: day('2026-01-01'),
      toMs: day('2027-01-01'),
    })
    const { toUtc: _, ...open } = year
    expect(stretches('open.json', JSON.stringify(open)).map(({ fromMs, toMs }) => [fromMs, toMs])).toEqual([
      [day('2026-01-01'), day('2026-02-06')],
      [day('2026-09-10'), day('2026-09-11')],
    ])
  })

  it('of JSON may say which days it covers, quiet ones too', () => {
    const events = [{ utc: '2026-01-07 10:00', currency: 'EUR', importance: 'high', name: 'Rate' }]
    const week = { fromUtc: '2026-01-05', toUtc: '2026-01-12' }
    expect(read('week.json', JSON.stringify({ ...week, events }))).toMatchObject({ fromMs: day('2026-01-05'), toMs: day('2026-01-12') }) // prettier-ignore
    expect(read('quiet.JSON', JSON.stringify({ ...week, events: [] })).rows).toEqual([])
  })

  it.each([
    ['no header', '2026-01-09 13:30,USD,high,Payrolls', 'a.csv, line 1: expected the columns utc, currency, importance, name'],
    ['a date that is none', `${HEAD}2026-02-30 13:30,USD,high,Payrolls`, 'a.csv, line 2: utc: expected a time in UTC like 2026-01-09 13:30, found "2026-02-30T13:30:00Z"'],
    ['a day without a time', `${HEAD}2026-02-03,USD,high,Payrolls`, 'a.csv, line 2: utc: expected a time in UTC like 2026-01-09 13:30, found "2026-02-03"'],
    ['a currency that is none', `${HEAD}\n2026-01-09 13:30,US,high,Payrolls`, 'a.csv, line 3: currency: expected three letters like USD, found "US"'],
    ['an importance that is none', `${HEAD}2026-01-09 13:30,USD,huge,Payrolls`, 'a.csv, line 2: importance: expected high, moderate, low or none, found "huge"'],
    ['no name', `${HEAD}2026-01-09 13:30,USD,high`, 'a.csv, line 2: name: expected a name'],
    ['an open quote', `${HEAD}2026-01-09 13:30,USD,high,"Payrolls`, 'a.csv, line 2: a double quote is opened and never closed'],
    ['nothing', '', 'a.csv, line 1: expected the columns'],
    ['a header alone', HEAD, 'a.csv: there is no announcement in it'],
  ])('with %s is refused whole, in one sentence with the place', (_, text, sentence) => {
    expect(complaint('/data/calendar/a.csv', text)).toContain(sentence)
    expect(complaint('a.csv', text)).toMatch(/\. It is left out; docs\/calendar\.md shows how it should look\.$/)
  }) // prettier-ignore

  it.each([
    ['{"events": [}', 'it is not JSON'],
    ['{"events": [{"utc": "2026-01-07 10:00", "currency": "EUR", "importance": "high"}]}', 'events.0.name'],
    ['{"events": []}', 'without announcements it needs fromUtc and toUtc'],
    ['{"fromUtc": "2026-01-12", "toUtc": "2026-01-12", "events": []}', 'fromUtc is not before toUtc'],
    ['{"fromUtc": "2026-01-12", "events": [{"utc": "2026-01-07 10:00", "currency": "EUR", "importance": "high", "name": "A"}]}', 'fromUtc is not before toUtc'],
    ['{"fromUtc": "2026-01-08", "toUtc": "2026-01-12", "events": [{"utc": "2026-01-07 10:00", "currency": "EUR", "importance": "high", "name": "A"}]}', 'events.0 is not between'],
  ])('of JSON such as %s is refused whole', (text, sentence) => {
    expect(complaint('a.json', text)).toContain(sentence)
  }) // prettier-ignore

  it('never makes the reader throw', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom('a.csv', 'a.json'), (text, file) => {
        expect(() => readCalendar(file, text)).not.toThrow()
        expect(() => readCalendar(file, HEAD + text)).not.toThrow()
      }),
    )
  })
})

describe('several files', () => {
  it('that overlap are one calendar; what they both have is there once, with the higher importance', () => {
    const merged = mergeCalendars([
      csv('2026-01-09 13:30,USD,moderate,Payrolls', '2026-01-08 10:00,EUR,low,Sales'),
      csv('2026-01-09 13:30,USD,high,payrolls', '2026-01-12 10:00,EUR,high,Rate'),
    ])
    expect(merged).toHaveLength(1)
    expect(merged[0]).toMatchObject({ available: true, fromMs: day('2026-01-08'), toMs: day('2026-01-13') })
    expect(merged[0]?.events.map(({ name, importance }) => [name, importance])).toEqual([
      ['Sales', 'low'],
      ['payrolls', 'high'],
      ['Rate', 'high'],
    ])
  })

  it('whose days touch are one calendar, and those with unknown days between them are not', () => {
    const [a, b, c] = ['2026-01-05', '2026-01-06', '2026-01-08'].map(date => csv(`${date} 10:00,EUR,high,A`))
    expect(a && b && mergeCalendars([b, a])).toHaveLength(1)
    expect(a && c && mergeCalendars([a, c]).map(({ toMs, fromMs }) => (toMs - fromMs) / DAY)).toEqual([1, 1])
  })
})
