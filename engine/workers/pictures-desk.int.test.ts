/** Pictures for a chat, over a real ledger and the minutes of a real market store. */
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openArchive, openLedger } from '../adapters/ledger/index.ts'
import { openMarketStore } from '../adapters/market-store/index.ts'
import { pictureFile } from '../adapters/pictures/code/picture-file.ts'
import type { EngineEvent } from '../contracts/events.ts'
import type { ChartPictureQuery, PictureOf } from '../contracts/pictures.ts'
import { EpochMs, Points, TerminalId } from '../contracts/primitives.ts'
import { chartMinutes } from '../testkit/chart-minutes.ts'
import { aUlid } from '../testkit/events.ts'
import { sqliteBinding } from '../testkit/sqlite-binding.ts'
import { temporaryFolder } from '../testkit/temporary-folder.ts'
import { tradeHistory, type HistoryPlan } from '../testkit/trade-history.ts'
import { aMission } from '../testkit/views.ts'
import { KeptMinutes } from './kept-minutes.ts'
import { PicturesDesk } from './pictures-desk.ts'
import { RecordDesk } from './record/record-desk.ts'

/** A Friday, 12:30 UTC. */
const NOW = Date.UTC(2014, 5, 13, 12, 30)
const HOUR = 3_600_000
const TERMINAL = TerminalId.parse('terminal-1')

type Kept = Readonly<{ events?: readonly EngineEvent[]; minutes?: number | null; digits?: number }>

function aDesk({ events = [], minutes = 1_600, digits = 5 }: Kept) {
  const folder = temporaryFolder()
  const at = (name: string) => ({ file: path.join(folder, name), binding: sqliteBinding() })
  const ledger = openLedger(at('ledger.db'))
  if (events.length > 0) ledger.append([...events], EpochMs.parse(1_000))
  ledger.close()
  if (minutes !== null) {
    const store = openMarketStore(at('market.db'))
    store.write(TERMINAL, 'EURUSD', digits, chartMinutes(NOW, minutes))
    store.close()
  }
  const archive = openArchive(at('ledger.db'))
  const record = new RecordDesk(archive)
  const kept = new KeptMinutes(at('market.db'))
  onTestFinished(() => {
    kept.close()
    archive.close()
  })
  return { desk: new PicturesDesk({ minutes: kept, record, archive }), record }
}

const MARKET: ChartPictureQuery = {
  kind: 'chartPicture',
  of: { is: 'market', pair: 'EURUSD', terminal: TERMINAL, account: 'simulated' },
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

function drawn<F>(answer: PictureOf<F> | null): { png: Uint8Array; facts: F } {
  if (answer?.is !== 'picture') throw new Error(`it drew nothing: ${JSON.stringify(answer)}`)
  expect(pictureFile(answer.png)).toEqual({ is: 'picture', width: 1_200, height: 675 })
  return answer
}
const isSame = (one: Uint8Array, other: Uint8Array): boolean => Buffer.from(one).equals(Buffer.from(other))

test('a market is a hundred candles of a quarter of an hour, up to the newest minute that is kept', async () => {
  const { facts } = drawn(await aDesk({}).desk.chart(MARKET))

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
  const { desk } = aDesk({ events: [issued] })
  const market = drawn(await desk.chart(MARKET))
  const mission = drawn(await desk.chart(OF_PLAN))

  expect(mission.facts).toMatchObject({ pair: 'EURUSD', account: 'simulated', plan: { id: plan.id } })
  expect(isSame(market.png, mission.png)).toBe(false)
  const hourly: EngineEvent = { ...issued, mission: { ...plan, barMinutes: 60 } }
  expect(drawn(await aDesk({ events: [hourly] }).desk.chart(OF_PLAN)).facts).toMatchObject({
    frameMinutes: 60,
    candles: 28,
  })
})

test('an older mission ends forty bars after it', async () => {
  const barMs = EpochMs.parse(NOW - 15 * HOUR)
  const { facts } = drawn(
    await aDesk({ events: [{ ...issued, mission: { ...plan, barMs } }], minutes: 3_000 }).desk.chart(OF_PLAN),
  )
  expect(facts.last.closedMs).toBe(NOW - 5 * HOUR)
})

test('nothing is drawn that lies behind the time of its terminal, as a training ground’s last run may', async () => {
  const { desk } = aDesk({ events: [issued] })
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
    drawn(await aDesk({ events: [{ ...issued, mission }] }).desk.chart(OF_PLAN)).png
  expect(isSame(await png(old), await png(now))).toBe(true)
})

test.each([
  ['no minute of the pair', { minutes: 0 }, MARKET, 'Of EURUSD at terminal-1 0 bars of 15 min are kept; a chart takes 10.'],
  ['no market store at all', { minutes: null }, MARKET, 'Of EURUSD at terminal-1 0 bars of 15 min are kept; a chart takes 10.'],
  ['a quarter of an hour', { minutes: 15 }, MARKET, 'Of EURUSD at terminal-1 1 bar of 15 min is kept; a chart takes 10.'],
  ['a mission that nobody knows', {}, { kind: 'chartPicture', of: { is: 'mission', mission: aUlid(99) }, clock: null }, `The ledger knows no mission ${aUlid(99)}.`],
] as const)('of %s there is one sentence', async (_what, kept, query, text) => {
  expect(await aDesk(kept).desk.chart(query)).toEqual({ is: 'nothing', text })
}) // prettier-ignore

const history = (change: Partial<HistoryPlan>) => [...tradeHistory(change)].map(({ event }) => event)
const EQUITY = { kind: 'equityPicture', account: 'simulated', currency: 'USD' } as const

test('results are added up trade by trade, in R and in money', async () => {
  const events = history({ trades: 120, account: 'simulated' })
  const trades = events.flatMap(event => (event.kind === 'tradeClosed' ? [event.trade] : []))
  const { facts } = drawn(await aDesk({ events }).desk.equity(EQUITY))

  expect(facts).toMatchObject({
    n: 120,
    scope: 'trades',
    currency: 'USD',
    netCents: trades.reduce((sum, { netCents }) => sum + netCents, 0),
  })
  expect(facts.sumR).toBeCloseTo(trades.reduce((sum, { r }) => sum + r, 0))
  expect(facts.points.at(-1)).toMatchObject({ n: 120, netCents: facts.netCents })
  expect(facts.points[0]).toEqual({ n: 0, r: 0, depthR: 0, netCents: 0 })
})

test('kinds of money and practice are apart, and one result is no curve', async () => {
  const events = [
    ...history({ trades: 30 }),
    ...history({ trades: 5, account: 'simulated', drill: true, seed: 3 }),
  ]
  const { desk, record } = aDesk({ events })

  expect(drawn(await desk.equity(EQUITY)).facts).toMatchObject({
    n: 5,
    scope: 'drills',
    account: 'simulated',
  })
  expect(await desk.equity({ ...EQUITY, account: 'live' })).toEqual({
    is: 'nothing',
    text: 'Fewer than two trades of this kind of money are closed: that is no curve yet.',
  })
  record.stop()
  expect(await desk.equity(EQUITY)).toBeNull()
})

test('money of several accounts is not added together', async () => {
  const relinked = { kind: 'terminalLinked', atMs: EpochMs.parse(1), terminal: TERMINAL, session: 'two', broker: 'C', server: 'S', account: 'simulated', loginHash: 'another' } as const // prettier-ignore
  const [first, ...rest] = history({ trades: 6, account: 'simulated' })
  if (!first) throw new Error('no history')
  const [before, after] = [rest.slice(0, 12), rest.slice(12)]
  const { facts } = drawn(await aDesk({ events: [first, ...before, relinked, ...after] }).desk.equity(EQUITY))
  expect(facts).toMatchObject({ netCents: null, currency: null, n: 6 })
})
