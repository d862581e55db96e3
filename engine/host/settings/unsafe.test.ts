import { describe, expect, it } from 'vitest'
import { CONSENT, Settings } from '../../contracts/settings.ts'
import { unsafeIn } from './unsafe.ts'

const settings = (fields: object = {}) => Settings.parse({ version: 1, ...fields })
const drawdown = (pct: number, fields: object = {}) => ({
  prop: { maxDrawdown: { by: 'static', pct, startBalanceCents: 1_000_000, ...fields } },
})

describe('a change that can cost more than a trader may think', () => {
  it.each([
    ['unlocks live accounts', {}, { liveUnlocked: true }, 'I passed the checklist'],
    ['risks more than one percent', {}, { riskPct: 1.5 }, 'I risk more than one percent'],
    ['risks yet more', { riskPct: 1.5 }, { riskPct: 2 }, 'I risk more than one percent'],
    ['does without a calendar', {}, { noCalendar: 'warn' }, 'I trade without knowing the news'],
    ['unlocks practice', {}, { practiceUnlocked: true }, 'I practise with every power'],
    ['drops the drawdown', drawdown(10), {}, "I loosen the firm's limits"],
    ['widens the drawdown', drawdown(8), drawdown(10), "I loosen the firm's limits"],
    ['counts it otherwise', drawdown(8), drawdown(8, { by: 'trailing' }), "I loosen the firm's limits"],
    ['counts it from less', drawdown(8), drawdown(8, { startBalanceCents: 1 }), "I loosen the firm's limits"],
    ['drops the daily loss', { prop: { dailyLossPct: 5 } }, {}, "I loosen the firm's limits"],
    [
      'cuts the minutes of news',
      { prop: { newsMinutes: 30 } },
      { prop: { newsMinutes: 5 } },
      "I loosen the firm's limits",
    ],
    ['stays over the week-end', { prop: { flatByWeekend: true } }, {}, "I loosen the firm's limits"],
    ['lets AUTO take less quality', { auto: { minQuality: 'GOLD' } }, {}, 'AUTO may do more'],
    ['lets AUTO take less shield', { auto: { minShield: 8 } }, {}, 'AUTO may do more'],
    ['gives AUTO more slots', {}, { auto: { slots: 2 } }, 'AUTO may do more'],
    ['gives AUTO more shots', {}, { auto: { shotsADay: 4 } }, 'AUTO may do more'],
    ['consents to files', {}, { roads: { files: { consent: CONSENT } } }, CONSENT],
    ['consents to the predecessor', {}, { roads: { legacy: { consent: CONSENT } } }, CONSENT],
  ])('wants its words when it %s', (_, from, to, phrase) => {
    const unsafe = unsafeIn(settings(from), settings(to))
    expect(unsafe?.phrase).toBe(phrase)
    expect(unsafe?.text).toMatch(/^\S.*\.$/)
  })

  it('wants all of them when it does several at once', () => {
    expect(unsafeIn(settings(), settings({ liveUnlocked: true, riskPct: 2 }))?.phrase).toBe(
      'I passed the checklist, I risk more than one percent',
    )
  })

  it('says what ten losses would take', () => {
    expect(unsafeIn(settings(), settings({ riskPct: 2 }))?.text).toContain(
      'take 18.3 % of the balance; at 1 they take 9.6 %',
    )
  })

  it.each([
    ['nothing', {}, {}],
    ['less risk', { riskPct: 2 }, { riskPct: 1.5 }],
    ['more risk up to one percent', { riskPct: 0.5 }, { riskPct: 1 }],
    ['what stays unsafe', { liveUnlocked: true, noCalendar: 'warn', riskPct: 2 }, { liveUnlocked: true, noCalendar: 'warn', riskPct: 2, port: 1 }], // prettier-ignore
    ['locking again', { liveUnlocked: true, practiceUnlocked: true, noCalendar: 'warn' }, {}],
    ['limits of a firm', {}, { prop: { dailyLossPct: 5, newsMinutes: 30, flatByWeekend: true } }],
    ['a nearer drawdown', drawdown(10), drawdown(8)],
    [
      'an AUTO that does less',
      { auto: { slots: 3, shotsADay: 9 } },
      { auto: { minQuality: 'PLATINUM', minShield: 9 } },
    ],
    ['consent taken back', { roads: { files: { consent: CONSENT } } }, {}],
    ['own limits', {}, { limits: { openTrades: 1, totalRiskPct: 2 } }],
  ])('wants none for %s', (_, from, to) => {
    expect(unsafeIn(settings(from), settings(to))).toBeNull()
  })
})
