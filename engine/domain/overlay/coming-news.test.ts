import { describe, expect, it } from 'vitest'
import { Calendar } from '../../contracts/wire/index.ts'
import { comingNews } from './coming-news.ts'
import { knownCalendar } from './known-calendar.ts'

const NOON = Date.UTC(2026, 6, 7, 12)
const HOUR = 3_600_000

const known = (...events: object[]) => {
  const told = { available: true, fromMs: NOON - 10 * HOUR, toMs: NOON + 10 * HOUR }
  const all = events.map((event, at) => ({ id: String(at + 1), timeMs: NOON, exact: true, currency: 'USD', importance: 'high', name: `N${at}`, ...event })) // prettier-ignore
  const calendar = knownCalendar(Calendar.parse({ ...told, events: all }), null)
  if (!calendar) throw new Error('the calendar is available')
  return calendar
}
const names = (calendar: ReturnType<typeof known>, marketMs = NOON, most = 8) =>
  comingNews(calendar, marketMs, most).map(({ name }) => name)

describe('coming announcements', () => {
  it('are those from now on, the soonest first', () => {
    const calendar = known(
      { timeMs: NOON + 2 * HOUR },
      { timeMs: NOON - 1 },
      { timeMs: NOON },
      { timeMs: NOON + HOUR },
    )
    expect(names(calendar)).toEqual(['N2', 'N3', 'N0'])
    expect(names(calendar, NOON + HOUR)).toEqual(['N3', 'N0'])
    expect(names(calendar, NOON, 1)).toEqual(['N2'])
  })

  it('leave out what holds no shot of the desk back', () => {
    const low = known({ importance: 'low' }, { importance: 'none' }, { currency: 'CNY' }, { exact: false })
    expect(names(low)).toEqual([])
    expect(names(known({ importance: 'moderate' }, { currency: 'NZD' }))).toEqual(['N0', 'N1'])
  })
})
