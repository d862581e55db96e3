import { expect, test } from 'vitest'
import type { EngineEvent } from '../contracts/events.ts'
import type { ChartPictureQuery, OpenLevels } from '../contracts/pictures.ts'
import { EpochMs, LotsText, Points, PriceText, TerminalId, Ticket } from '../contracts/primitives.ts'
import { textFromPoints } from '../domain/market/price.ts'
import { chartMinutes } from '../testkit/chart-minutes.ts'
import { aUlid } from '../testkit/events.ts'
import { drawn, isSame, NOW, picturesBench, TERMINAL } from '../testkit/pictures-bench.ts'
import { aMission } from '../testkit/views.ts'

const HOUR = 3_600_000

const MARKET: ChartPictureQuery = {
  kind: 'chartPicture',
  of: { is: 'market', pair: 'EURUSD', terminal: TERMINAL, account: 'simulated', open: [] },
  clock: null,
}
const [newest] = chartMinutes(NOW, 1_600).slice(-1)
const price = (offset: number) => Points.parse((newest?.close ?? 0) + offset)
const plan = aMission({
  setup: 'RANGE-FADE',
  entry: price(-20),
  stop: price(-140),
  target: price(220),
  invalidBeyond: price(-80),
  barMinutes: 15,
  barMs: EpochMs.parse(NOW - HOUR / 2),
  issuedMs: EpochMs.parse(NOW - HOUR / 2),
  timeExitMs: EpochMs.parse(NOW + 1.5 * HOUR),
  structure: [
    { kind: 'zone', label: 'Asian range', fromMs: NOW - 12 * HOUR, toMs: NOW - 5 * HOUR, low: price(-160), high: price(-60) },
  ],
}) // prettier-ignore
const issued: EngineEvent = { kind: 'missionIssued', atMs: plan.issuedMs, mission: plan }
const OF_PLAN: ChartPictureQuery = {
  kind: 'chartPicture',
  of: { is: 'mission', mission: plan.id },
  clock: null,
}

test('a market is a hundred candles of a quarter of an hour, up to the newest minute that is kept', async () => {
  const { facts } = drawn(await picturesBench({}).desk.chart(MARKET))

  expect(facts).toMatchObject({
    account: 'simulated',
    digits: 5,
    frameMinutes: 15,
    candles: 100,
    plan: null,
    last: { price: newest?.close, closedMs: NOW },
  })
  expect(facts.sessions.map(({ session }) => session)).toEqual([
    'LONDON',
    'OVERLAP',
    'NEW_YORK',
    'ROLLOVER',
    'ASIAN',
    'LONDON',
    'OVERLAP',
  ])
})

test('a mission is drawn at its own terminal, in bars of its own length, and its plan is seen', async () => {
  const { desk } = picturesBench({ events: [issued] })
  const market = drawn(await desk.chart(MARKET))
  const mission = drawn(await desk.chart(OF_PLAN))

  expect(mission.facts).toMatchObject({ pair: 'EURUSD', account: 'simulated', plan: { id: plan.id } })
  expect(isSame(market.png, mission.png)).toBe(false)
  const hourly: EngineEvent = { ...issued, mission: { ...plan, barMinutes: 60 } }
  expect(drawn(await picturesBench({ events: [hourly] }).desk.chart(OF_PLAN)).facts).toMatchObject({
    frameMinutes: 60,
    candles: 28,
  })
})

test('what is open is drawn where it was opened, with its stop and its target, or without one', async () => {
  const { desk } = picturesBench({})
  const at = (offset: number) => PriceText.parse(textFromPoints(price(offset), 5))
  const levels: OpenLevels = {
    position: Ticket.parse('50012345'),
    side: 'buy',
    lots: LotsText.parse('0.40'),
    open: at(-20),
    stop: at(-60),
    target: at(60),
  }
  const withOpen = async (...open: OpenLevels[]) =>
    drawn(await desk.chart({ of: { ...MARKET.of, open } as ChartPictureQuery['of'], clock: null }))
  const pictures = [
    await withOpen(),
    await withOpen(levels),
    await withOpen({ ...levels, stop: null }),
    await withOpen({ ...levels, target: null }),
    await withOpen({ ...levels, open: at(10) }),
    await withOpen(levels, { ...levels, side: 'sell' }),
  ]
  expect(pictures[1]?.facts.open).toEqual([levels])
  expect(new Set(pictures.map(({ png }) => Buffer.from(png).toString('base64'))).size).toBe(pictures.length)
})

test('an older mission ends forty bars after it', async () => {
  const barMs = EpochMs.parse(NOW - 15 * HOUR)
  const { facts } = drawn(
    await picturesBench({ events: [{ ...issued, mission: { ...plan, barMs } }], minutes: 3_000 }).desk.chart(
      OF_PLAN,
    ),
  )
  expect(facts.last.closedMs).toBe(NOW - 5 * HOUR)
})

test('nothing is drawn that lies behind the time of its terminal, as a training ground’s last run may', async () => {
  const { desk } = picturesBench({ events: [issued] })
  const marketMs = EpochMs.parse(NOW - 3 * HOUR)
  for (const query of [MARKET, OF_PLAN]) {
    const now = drawn(await desk.chart({ ...query, clock: { terminal: TERMINAL, marketMs } }))
    expect(now.facts.last.closedMs).toBe(marketMs)
    const elsewhere = { terminal: TerminalId.parse('another'), marketMs }
    expect(drawn(await desk.chart({ ...query, clock: elsewhere })).facts.last.closedMs).toBe(NOW)
  }
})

test('a plan of a broker that went from 4 to 5 digits meanwhile lies where its prices are', async () => {
  const old = { ...plan, digits: 4, structure: [] }
  for (const name of ['entry', 'stop', 'target'] as const)
    old[name] = Points.parse(Math.round(plan[name] / 10))
  old.invalidBeyond = null
  const now = {
    ...old,
    digits: 5,
    entry: Points.parse(old.entry * 10),
    stop: Points.parse(old.stop * 10),
    target: Points.parse(old.target * 10),
  }
  const png = async (mission: typeof plan) =>
    drawn(await picturesBench({ events: [{ ...issued, mission }] }).desk.chart(OF_PLAN)).png
  expect(isSame(await png(old), await png(now))).toBe(true)
})

test.each([
  ['no minute of the pair', { minutes: 0 }, MARKET, 'Of EURUSD at terminal-1 0 bars of 15 min are kept; a chart takes 10.'],
  ['no market store at all', { minutes: null }, MARKET, 'Of EURUSD at terminal-1 0 bars of 15 min are kept; a chart takes 10.'],
  ['a quarter of an hour', { minutes: 15 }, MARKET, 'Of EURUSD at terminal-1 1 bar of 15 min is kept; a chart takes 10.'],
  ['a mission that nobody knows', {}, { kind: 'chartPicture', of: { is: 'mission', mission: aUlid(99) }, clock: null }, `The ledger knows no mission ${aUlid(99)}.`],
] as const)('of %s there is one sentence', async (_what, kept, query, text) => {
  expect(await picturesBench(kept).desk.chart(query)).toEqual({ is: 'nothing', text })
}) // prettier-ignore
