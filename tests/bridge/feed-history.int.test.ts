import { describe, expect, it, vi } from 'vitest'
import { londonOffsetMs, newYorkOffsetMs } from '../../engine/domain/market/city-time.ts'
import type { EpochMs, Ulid } from '../../engine/contracts/primitives.ts'
import type { AppSide } from '../../engine/testkit/app-side.ts'
import { EaOnHost, openApp, PATIENCE } from './ea-on-host.ts'

const HOUR_MS = 3_600_000
const WEEK_MS = 168 * HOUR_MS
const REQUEST = '01HZY0000000000000000000BB' as Ulid

type Zone = Readonly<{ name: string; verb: string; aheadMs: (utcMs: number) => number }>

const summerOf = (offsetMs: (utcMs: number) => number, winterMs: number) => (utcMs: number) =>
  offsetMs(utcMs) - winterMs
const american = summerOf(newYorkOffsetMs, -5 * HOUR_MS)
const european = summerOf(londonOffsetMs, 0)

const ZONES: readonly Zone[] = [
  {
    name: 'UTC+2 with American summer time',
    verb: '7200 america',
    aheadMs: utc => 2 * HOUR_MS + american(utc),
  },
  {
    name: 'UTC+2 with European summer time',
    verb: '7200 europe',
    aheadMs: utc => 2 * HOUR_MS + european(utc),
  },
  { name: 'UTC with European summer time', verb: '0 europe', aheadMs: utc => european(utc) },
  { name: 'UTC+3 all year', verb: '10800 none', aheadMs: () => 3 * HOUR_MS },
  { name: 'UTC−5 all year', verb: '-18000 none', aheadMs: () => -5 * HOUR_MS },
]

/** The hours in which the market was open, UTC: Sunday to Friday 17:00 in New York. */
function marketHours(weeks: number): number[] {
  const now = Math.floor(Date.now() / HOUR_MS) * HOUR_MS
  const hours: number[] = []
  for (let utc = now - weeks * WEEK_MS; utc < now; utc += HOUR_MS) {
    const newYork = new Date(utc + newYorkOffsetMs(utc))
    const hourOfWeek = newYork.getUTCDay() * 24 + newYork.getUTCHours()
    if (hourOfWeek >= 17 && hourOfWeek < 5 * 24 + 17) hours.push(utc)
  }
  return hours
}

async function ask(app: AppSide, fromMs = 0, max = 50_000, index = 0): Promise<number[]> {
  app.send('history', { id: REQUEST, index, tf: 1, fromMs: fromMs as EpochMs, max })
  const bars = await vi.waitFor(
    () => {
      const got = app.barsOf(REQUEST)
      if (got === null) throw new Error('no bars so far')
      return got
    },
    { timeout: 20_000, interval: 20 },
  )
  return bars.map(({ timeMs }) => timeMs)
}

async function start(
  app: AppSide,
  zone: Pick<Zone, 'verb'>,
  serverTimes: readonly number[],
): Promise<EaOnHost> {
  const ea = await EaOnHost.start(app, { symbols: ['EURUSD'], before: [`zone server ${zone.verb}`] })
  await ea.bars(
    'EURUSD',
    serverTimes.map(time => time / 1_000),
  )
  await ea.quoteUntil(() => expect(app.ticks.length).toBeGreaterThan(0), ['EURUSD'])
  return ea
}

describe('history of the EA', () => {
  it.each(ZONES)('is in UTC through both changes of clocks when the broker is on $name', async zone => {
    const app = await openApp()
    const hours = marketHours(60)
    await start(
      app,
      zone,
      hours.map(utc => utc + zone.aheadMs(utc)),
    )
    const times = await ask(app)
    const covered = hours.filter(utc => utc >= (times[0] ?? Infinity) && utc < Date.now() - HOUR_MS)
    expect(covered.length).toBeGreaterThan(58 * 120)
    expect(times.filter(time => time < Date.now() - HOUR_MS)).toEqual(covered)
  })

  it('is the newest bars at or after the time that is asked for, and no bar that is still open', async () => {
    const app = await openApp()
    const [zone] = ZONES as readonly [Zone]
    const hours = marketHours(20)
    await start(
      app,
      zone,
      hours.map(utc => utc + zone.aheadMs(utc)),
    )
    const fromMs = hours.at(-200) as number
    expect((await ask(app, fromMs)).slice(0, 2)).toEqual(hours.slice(-200, -198))
    app.forget()
    expect(await ask(app, 0, 50)).toHaveLength(50)
    expect((await ask(app)).every(time => time + 60_000 <= Date.now())).toBe(true)
  })

  it('comes in several messages when it is long', async () => {
    const app = await openApp()
    const [zone] = ZONES as readonly [Zone]
    const hours = marketHours(60)
    await start(
      app,
      zone,
      hours.map(utc => utc + zone.aheadMs(utc)),
    )
    const times = await ask(app)
    const parts = app.heard.filter(({ header }) => header.t === 'bars')
    expect(parts.length).toBe(Math.ceil(times.length / 500))
    expect(parts.map(({ header }) => header.more)).toEqual([...parts.slice(1).map(() => 1), undefined])
    expect(times).toEqual([...times].toSorted((a, b) => a - b))
  })

  it('is refused with a note when the weeks contradict the clock that was measured', async () => {
    const app = await openApp()
    await start(
      app,
      { verb: '7200 none' },
      // Behind the clock, not ahead of it: a bar that is yet to come would be newer than every quote.
      marketHours(30).map(utc => utc - 5 * HOUR_MS),
    )
    expect(await ask(app)).toEqual([])
    await vi.waitFor(
      () =>
        expect(
          app
            .all('note')
            .map(({ body }) => body.text)
            .join(),
        ).toContain('begin as on no known clock'),
      PATIENCE,
    )
  })

  it('is an empty answer with a note for a symbol that is not there', async () => {
    const app = await openApp()
    const ea = await EaOnHost.start(app, { symbols: ['EURUSD'] })
    await ea.quoteUntil(() => expect(app.ticks.length).toBeGreaterThan(0), ['EURUSD'])
    expect(await ask(app, 0, 100, 7)).toEqual([])
    await app.first('note', ({ text }) => text.includes('no symbol 7'))
  })
})
