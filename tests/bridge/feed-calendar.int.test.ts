import { describe, expect, it } from 'vitest'
import { EaOnHost, openApp } from './ea-on-host.ts'

const HOUR_S = 3_600
const serverNow = (): number => Math.floor(Date.now() / 1_000) + 2 * HOUR_S

const calendar = (timeS: number): string[] => [
  'calendar country 840 US USD United States',
  'calendar country 999 EU EUR European Union',
  'calendar event 840010001 840 high Nonfarm Payrolls',
  'calendar event 999010001 999 moderate ECB "Minutes"',
  `calendar value 501 840010001 ${timeS}`,
  `calendar value 502 999010001 ${timeS + HOUR_S}`,
  `calendar value 503 840010001 ${timeS + 60 * 24 * HOUR_S}`,
]

describe('the calendar of the EA', () => {
  it('is told in UTC with currency, importance and name, and no further than its end', async () => {
    const timeS = serverNow() + 26 * HOUR_S
    const app = await openApp()
    const ea = await EaOnHost.start(app, { before: calendar(timeS) })
    const { body } = await ea.quoteUntil(() => {
      const told = app.all('calendar').find(fact => fact.body.available)
      if (told === undefined) throw new Error('no calendar so far')
      return told
    })
    expect(body.events).toEqual([
      { id: '501', timeMs: (timeS - 2 * HOUR_S) * 1_000, exact: true, currency: 'USD', importance: 'high', name: 'Nonfarm Payrolls' },
      { id: '502', timeMs: (timeS - HOUR_S) * 1_000, exact: true, currency: 'EUR', importance: 'moderate', name: 'ECB "Minutes"' },
    ]) // prettier-ignore
    expect(body.fromMs).toBeLessThan(Date.now())
    expect(body.toMs).toBeGreaterThan(Date.now() + 7 * 24 * HOUR_S * 1_000)
  })

  it('is told again in the next session', async () => {
    const app = await openApp()
    const ea = await EaOnHost.start(app, { before: calendar(serverNow() + HOUR_S) })
    await ea.quoteUntil(() => expect(app.all('calendar').length).toBe(1))
    await app.close()
    const next = await openApp({ port: app.port })
    const { body } = await next.first('calendar')
    expect(body.events).toHaveLength(2)
  })

  it('is not available when the terminal cannot read it, and the note says why', async () => {
    const app = await openApp()
    const ea = await EaOnHost.start(app, { before: ['calendar fails 5401'] })
    await ea.quoteUntil(() =>
      expect(app.all('calendar').at(-1)?.body).toMatchObject({ available: false, events: [] }),
    )
    await app.first('note', ({ text }) => text.includes('error 5401'))
  })

  it('is complete up to an earlier end when it is longer than a message', async () => {
    const timeS = serverNow() + HOUR_S
    const values = Array.from(
      { length: 1_500 },
      (_, at) => `calendar value ${1_000 + at} 840010001 ${timeS + at * 400}`,
    )
    const app = await openApp()
    const ea = await EaOnHost.start(app, { before: [...calendar(timeS).slice(0, 4), ...values] })
    const { body } = await ea.quoteUntil(() => {
      const told = app.all('calendar').find(fact => fact.body.available)
      if (told === undefined) throw new Error('no calendar so far')
      return told
    })
    const endS = body.toMs / 1_000 + 2 * HOUR_S
    expect(body.events.length).toBeLessThanOrEqual(1_000)
    expect(body.events).toHaveLength(values.filter((_, at) => timeS + at * 400 < endS).length)
  })
})
