import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import type { EpochMs } from '../contracts/primitives.ts'
import type { Pair } from '../contracts/pairs.ts'
import { SimulatorStart, type FromSimulator } from '../contracts/simulator.ts'
import { textFromPoints } from '../domain/market/price.ts'
import { createGenerator } from '../broker-sim/index.ts'
import { AppSide } from '../testkit/app-side.ts'
import { smallDisk } from '../testkit/small-disk.ts'
import { idOf } from '../testkit/sim-broker.ts'
import { formatPairingKey, newPairingKey } from '../wire/index.ts'
import { runSimulator } from './index.ts'

const KEY = newPairingKey()
const PATIENCE = { timeout: 30_000 }
const DAY = Date.UTC(2024, 4, 8)
const MINUTES = 40

const toClose: (() => unknown)[] = []
afterEach(async () => {
  for (const close of toClose.splice(0).toReversed()) await close()
})

/** A day file as LEAN writes them, of a generated market; gives its path and its number of ticks. */
function tickFile(pair: Pair, digits: number): { file: string; ticks: number } {
  const folder = mkdtempSync(path.join(tmpdir(), 'ticks-'))
  toClose.push(() => rmSync(folder, { recursive: true }))
  const market = createGenerator({ seed: 3, startMs: DAY + 36_000_000, pairs: [pair] })
  const rows = Array.from({ length: MINUTES }, () => market.next()).flatMap(columns =>
    columns
      ? Array.from(columns.timeMs, (timeMs, k) =>
          [
            timeMs - DAY,
            ...[columns.bid[k], columns.ask[k]].map(points => textFromPoints(points ?? 0, digits)),
          ].join(','),
        )
      : [],
  )
  const file = path.join(folder, `20240508_${pair.toLowerCase()}_tick_quote.csv`)
  writeFileSync(file, rows.join('\n'))
  return { file, ticks: rows.length }
}

async function startWith(files: string[], over: Partial<SimulatorStart> = {}) {
  const app = await AppSide.open({ pairingKey: KEY })
  toClose.push(() => app.close())
  const told: FromSimulator[] = []
  const start = SimulatorStart.parse({
    endpoint: app.endpoint,
    pairingKey: formatPairingKey(KEY),
    uuid: 'training-ground',
    source: { kind: 'files', files },
    speed: 0,
    ...over,
  })
  const simulator = await runSimulator(start, { tell: message => told.push(message) })
  if (simulator.is === 'running') toClose.push(() => simulator.stop())
  return { app, told, simulator }
}

test('ticks of files are played to their end, all of them, and the end is told', async () => {
  const { file, ticks } = tickFile('EURUSD', 5)
  const { app, told } = await startWith([file])
  await vi.waitFor(() => expect(told.at(-1)?.kind).toBe('ended'), PATIENCE)
  expect(told.at(-1)).toMatchObject({ text: expect.stringContaining(`${ticks} played`) as string })
  await vi.waitFor(() => expect(app.ticks).toHaveLength(ticks), PATIENCE)
  expect((await app.first('beat', ({ simulation }) => simulation?.paused === true)).body.marketMs).toBe(
    app.ticks.at(-1)?.timeMs,
  )
  app.send('history', { id: idOf(7), index: 0, tf: 1, fromMs: 0 as EpochMs, max: 1_000 })
  const bars = await vi.waitFor(
    () => app.barsOf(idOf(7)) ?? Promise.reject(new Error('no bars yet')),
    PATIENCE,
  )
  expect(bars).toHaveLength(MINUTES - 1)
  expect(bars.reduce((sum, bar) => sum + bar.ticks, 0)).toBe(
    app.ticks.filter(({ timeMs }) => timeMs < (bars.at(-1)?.timeMs ?? 0) + 60_000).length,
  )
})

test('a later run takes the files up where an earlier one stopped', async () => {
  const { file, ticks } = tickFile('EURUSD', 5)
  const stateFile = path.join(path.dirname(file), 'account.json')
  const first = await startWith([file], { speed: 300, stateFile })
  await vi.waitFor(() => expect(first.app.ticks.length).toBeGreaterThan(100), PATIENCE)
  if (first.simulator.is === 'running') await first.simulator.stop()
  const second = await startWith([file], { stateFile })
  await vi.waitFor(() => expect(second.told.at(-1)?.kind).toBe('ended'), PATIENCE)
  const stoppedMs = first.app.ticks.at(-1)?.timeMs ?? 0
  const later = () => second.app.ticks.filter(({ timeMs }) => timeMs > stoppedMs)
  await vi.waitFor(() => expect(first.app.ticks.length + later().length).toBe(ticks), PATIENCE)
  // The minute in which it stopped is told again, so that a new app can make it whole.
  const minuteMs = stoppedMs - (stoppedMs % 60_000)
  const again = second.app.ticks.slice(0, -later().length)
  expect(again).toEqual(first.app.ticks.filter(({ timeMs }) => timeMs >= minuteMs))
})

test('an account without room on its disk falls silent, does not start, and goes on when there is room', async context => {
  const disk = smallDisk(1)
  if ('cannot' in disk) return context.skip(disk.cannot)
  const { file } = tickFile('EURUSD', 5)
  const stateFile = path.join(disk.folder, 'account.json')
  const first = await startWith([file], { speed: 1, stateFile })
  disk.fill()
  const noRoom = {
    code: 'DISK_FULL',
    text: expect.stringMatching(/account\.json: no space left on device/) as string,
  }
  const isTold = () => expect(first.told).toContainEqual({ kind: 'failed', ...noRoom })
  await vi.waitFor(isTold, PATIENCE)
  expect((await startWith([file], { stateFile })).simulator).toMatchObject({ is: 'refused', ...noRoom })
  expect(readdirSync(disk.folder).toSorted()).toEqual(['account.json', 'filler'])
  disk.makeSpace()
  expect((await startWith([file], { stateFile })).simulator).toMatchObject({ is: 'running' })
})

test('a market that cannot be valued in the currency of the account is refused with what is missing', async () => {
  const { file } = tickFile('EURJPY', 3)
  expect((await startWith([file])).simulator).toMatchObject({
    is: 'refused',
    code: 'CURRENCY',
    text: expect.stringContaining('JPY into USD') as string,
  })
})

test('a generated market brings along the pairs that its own are valued by', async () => {
  const source = { kind: 'generator' as const, seed: 1, startMs: DAY + 36_000_000, pairs: ['EURJPY' as Pair] }
  const { app } = await startWith([], { source, speed: 1 })
  expect((await app.first('specs')).body.symbols.map(({ pair }) => pair)).toEqual(['EURJPY', 'USDJPY'])
})
