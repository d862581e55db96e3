/** The lab beside a running desk: the real programs, minutes that the desk has kept, and files on a disk. */
import { fork, type ChildProcess } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { openMarketStore } from '../../adapters/market-store/index.ts'
import type { LabData, LabPlan, LabView } from '../../contracts/lab-desk.ts'
import type { LabRun } from '../../contracts/lab-runs.ts'
import { EpochMs, TerminalId } from '../../contracts/primitives.ts'
import type { MinuteTape } from '../../ports/minute-tape.ts'
import type { ProcessSpawner } from '../../ports/process-spawner.ts'
import { bundleDesk } from '../../testkit/bundle-program.ts'
import { bitten } from '../../testkit/command-line.ts'
import { newDataFolder } from '../../testkit/data-folder.ts'
import { eventually } from '../../testkit/eventually.ts'
import { aMinuteFile } from '../../testkit/minute-file.ts'
import { aWanderingTape } from '../../testkit/minute-tapes.ts'
import { sqliteBinding } from '../../testkit/sqlite-binding.ts'
import { temporaryFolder } from '../../testkit/temporary-folder.ts'
import { writeMinutes } from '../../workers/lab-desk/minute-files.ts'
import { bundleHost, startWholeHost, viewOf } from '../../testkit/whole-host.ts'
import type { Host } from '../index.ts'

let built = ''
beforeAll(async () => {
  built = path.dirname(await bundleDesk())
  await bundleHost()
})

const TERMINAL = TerminalId.parse('own-terminal')
const MADE_UP: LabData = { is: 'generated', seed: 3, days: 30 }
const aPlan = (over: Partial<LabPlan> = {}): LabPlan => ({
  job: 'backtest',
  data: MADE_UP,
  pairs: ['EURUSD'],
  fromMs: null,
  toMs: null,
  windows: { mode: 'expanding', fitMonths: 1, stepMonths: 1 },
  seed: 1,
  ...over,
})

/** A desk with a lab, what a window was told of it and when, and the processes that were started. */
async function aDesk(dataFolder = newDataFolder(), dyingMs = 0) {
  const children: ChildProcess[] = []
  const spawner: ProcessSpawner = {
    spawn(file, listener) {
      const child = fork(file, { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] })
      children.push(child)
      child.on('message', message => listener.message(message))
      child.on('close', code => listener.exited(code))
      return {
        send: message => void child.send(message as object),
        kill: () => void setTimeout(() => child.kill('SIGKILL'), dyingMs),
      }
    },
  }
  const lab = { desk: path.join(built, 'lab-desk.js'), worker: path.join(built, 'lab.worker.js') }
  const host = await startWholeHost(dataFolder, null, { lab, spawner })
  const told: { atMs: number; view: LabView }[] = []
  host.onLab(view => told.push({ atMs: performance.now(), view }))
  return { host, told, children, dataFolder }
}

/** It yields to everything else on the machine: another test that works hard holds it up. */
const ending = (host: Host) =>
  vi.waitFor(() => expect(host.lab().running).toBeNull(), { timeout: 150_000, interval: 20 })

async function endOf(host: Host, plan: LabPlan) {
  expect(host.labWish({ kind: 'start', plan })).toEqual({ is: 'done' })
  await ending(host)
  return host.lab().last?.end
}

async function runsOf(host: Host): Promise<readonly LabRun[]> {
  const answer = await host.ask({ kind: 'labRuns' })
  if (answer.is === 'failed') throw new Error(answer.text)
  return answer.value.runs.filter(run => run.is === 'run')
}

/** Minutes of a pair as the engine keeps them. */
function keep(dataFolder: string, tape: MinuteTape): void {
  const store = openMarketStore({ file: path.join(dataFolder, 'market.db'), binding: sqliteBinding() })
  store.write(TERMINAL, 'EURUSD', 5, barsOf(tape))
  store.close()
}

function barsOf({ length, openMs, open, high, low, close }: MinuteTape) {
  const at = (column: ArrayLike<number>, row: number) => column[row] as number
  return Array.from({ length }, (_, row) => ({
    openMs: EpochMs.parse(at(openMs, row)),
    open: at(open, row),
    high: at(high, row),
    low: at(low, row),
    close: at(close, row),
    ticks: 10,
    spread: 11.5,
  }))
}

describe('the lab of the desk', () => {
  it('says how far it is, keeps its answer with where the minutes came from, and leaves no file behind', async () => {
    const { host, told, children, dataFolder } = await aDesk()
    expect(host.labWish({ kind: 'start', plan: aPlan() })).toEqual({ is: 'done' })
    expect(host.labWish({ kind: 'start', plan: aPlan() })).toMatchObject({ code: 'LAB_BUSY' })
    await eventually(() => expect(host.lab().running?.stage).not.toBeNull())
    expect(os.getPriority(children[0]?.pid)).toBe(os.constants.priority.PRIORITY_LOW)
    await ending(host)

    expect(host.lab().last?.end).toEqual({ is: 'done', run: { trial: 1, seed: 1 } })
    await eventually(() => expect(told.at(-1)?.view.last).not.toBeNull())
    const pauses = told.slice(1).map(({ atMs }, at) => atMs - (told[at]?.atMs ?? 0))
    expect(pauses.filter(ms => ms < 240)).toEqual([])
    expect(new Set(told.map(({ view }) => view.running?.stage?.name)).size).toBeGreaterThan(2)
    await eventually(() => expect(existsSync(path.join(dataFolder, 'lab-data'))).toBe(false))
    await eventually(() => expect(children[0]?.signalCode).toBe('SIGKILL'))

    expect(await runsOf(host)).toMatchObject([
      { kind: 'backtest', origin: MADE_UP, pairs: ['EURUSD'], files: ['made-up-EURUSD.csv'] },
    ])
    const story = await host.ask({ kind: 'labRun', run: { trial: 1, seed: 1 } })
    expect(JSON.stringify(story)).toContain('say nothing about any market')
  })

  it('is gone at once when it is cancelled, and takes the next run', async () => {
    const { host, children } = await aDesk()
    expect(host.labWish({ kind: 'cancel' })).toMatchObject({ code: 'LAB_IDLE' })
    host.labWish({ kind: 'start', plan: aPlan() })
    await eventually(() => expect(host.lab().running?.stage).not.toBeNull())

    const startedMs = performance.now()
    expect(host.labWish({ kind: 'cancel' })).toEqual({ is: 'done' })
    expect(host.lab()).toMatchObject({ running: null, last: { end: { is: 'cancelled' } } })
    await eventually(() => expect(children[0]?.signalCode).toBe('SIGKILL'))
    expect(performance.now() - startedMs).toBeLessThan(1_000)
    expect(await runsOf(host)).toEqual([])

    expect(await endOf(host, aPlan())).toMatchObject({ is: 'done' })
  })

  it('that breaks down is told of, and the desk goes on', async () => {
    const { host, children } = await aDesk()
    host.labWish({ kind: 'start', plan: aPlan() })
    await eventually(() => expect(host.lab().running?.stage).not.toBeNull())
    children[0]?.kill('SIGSEGV')

    await ending(host)
    expect(host.lab().last?.end).toMatchObject({ is: 'failed', code: 'LAB_DOWN' })
    expect(host.notices()[0]?.text).toContain('Nothing of the desk is lost')
    expect(host.health().is).toBe('running')
    expect((await viewOf(host)).version).toBe('0.1.0')
  })

  it('ends with the desk, which waits until nothing of it is left', async () => {
    const { host, children, dataFolder } = await aDesk(newDataFolder(), 1_000)
    host.labWish({ kind: 'start', plan: aPlan({ data: { is: 'generated', seed: 1, days: 300 } }) })
    await eventually(() => expect(existsSync(path.join(dataFolder, 'lab-data'))).toBe(true))
    await host.stop()
    expect(children[0]?.signalCode).toBe('SIGKILL')
    expect(existsSync(path.join(dataFolder, 'lab-data'))).toBe(false)
  })

  it('has nothing left of a run that a power cut has ended', async () => {
    const dataFolder = newDataFolder()
    const left = path.join(dataFolder, 'lab-data', '1400000000000')
    mkdirSync(left, { recursive: true })
    writeFileSync(path.join(left, 'desk-EURUSD.csv'), 'half a line')
    await aDesk(dataFolder)
    await eventually(() => expect(existsSync(path.join(dataFolder, 'lab-data'))).toBe(false))
  })

  it('walks forward over the minutes that the desk has kept, and says how many there are', async () => {
    const dataFolder = newDataFolder()
    const tape = aWanderingTape(75, 5, { startMs: Date.UTC(2018, 0, 8) })
    keep(dataFolder, tape)
    const { host } = await aDesk(dataFolder)

    const data: LabData = { is: 'desk', terminal: TERMINAL }
    const end = await endOf(host, aPlan({ job: 'walkforward', data, pairs: null }))

    expect(end).toEqual({ is: 'done', run: { trial: 1, seed: 1 } })
    expect(await runsOf(host)).toMatchObject([{ kind: 'walkforward', origin: data, pairs: ['EURUSD'] }])
    expect(await host.ask({ kind: 'labMarket' })).toMatchObject({
      value: { terminals: [{ terminal: TERMINAL, pairs: [{ pair: 'EURUSD', minutes: tape.length }] }] },
    })
    const missing = await endOf(host, aPlan({ data, pairs: ['EURUSD', 'USDJPY'] }))
    expect(missing).toMatchObject({
      code: 'PAIR_NOT_KEPT',
      text: expect.stringContaining('USDJPY') as string,
    })
  })

  it('says of minutes on another clock what can be done in the window', async () => {
    const { host } = await aDesk()
    const folder = temporaryFolder()
    const tape = aWanderingTape(40, 5, { startMs: Date.UTC(2018, 0, 8) })
    const late = barsOf(tape).map(bar => ({ ...bar, openMs: bar.openMs + 7 * 3_600_000 }))
    writeMinutes({ folder, kind: 'own', pair: 'EURUSD', digits: 5 }, late)
    const end = await endOf(host, aPlan({ data: { is: 'folder', path: folder, serverTime: 0 }, pairs: null }))
    expect(end).toMatchObject({ is: 'failed', code: 'WRONG_CLOCK' })
    expect(JSON.stringify(end)).toMatch(/7 h too late\. .*“Clock of MetaTrader files”/)
  })

  it('reads a folder as the command line does, names what is wrong with it, and shows the runs of both', async () => {
    const { host, dataFolder } = await aDesk()
    const folder = temporaryFolder()
    const ofFolder = (named: string) =>
      endOf(host, aPlan({ data: { is: 'folder', path: named, serverTime: null }, pairs: null }))

    expect(await ofFolder(folder)).toMatchObject({ code: 'NO_FILES' })
    expect(await ofFolder('somewhere')).toMatchObject({ code: 'NOT_WHOLE' })
    expect(await ofFolder(path.join(folder, 'gone'))).toMatchObject({ code: 'NO_SUCH_FILE' })
    if (process.platform === 'linux')
      expect(await ofFolder('/dev/null')).toMatchObject({ code: 'CANNOT_READ' })
    const odd = path.join(folder, 'odd')
    mkdirSync(odd)
    writeFileSync(path.join(odd, 'EURUSD.csv'), 'a letter to a friend\n')
    expect(await ofFolder(odd)).toMatchObject({
      is: 'failed',
      text: expect.stringContaining('EURUSD.csv') as string,
    })

    const file = aMinuteFile(folder, 10)
    writeFileSync(path.join(folder, 'DAT_ASCII_EURUSD_M1_2018.txt'), 'Gap of 61s found between 1 and 2.\n')
    expect(await ofFolder(folder)).toMatchObject({ is: 'done' })
    expect(host.lab().last?.notes[0]).toMatch(/^Left out: DAT_ASCII_EURUSD_M1_2018\.txt\./)
    const windows = ['--fit-months', '1', '--step-months', '1']
    const walked = await bitten(dataFolder, 'walkforward', '--data', file, ...windows, '--json')
    expect(walked.code).toBe(0)
    const kept = await bitten(dataFolder, 'backtest', '--data', file, '--seed', '2', '--keep')
    expect(kept.code).toBe(0)
    const runs = await runsOf(host)
    expect(runs.map(({ kind, origin }) => [kind, origin])).toEqual([
      ['backtest', null],
      ['walkforward', null],
      ['backtest', null],
    ])
    const comparison = await host.ask({ kind: 'labCompare', runs: runs.map(({ key }) => key) })
    expect(comparison).toMatchObject({ value: { is: 'comparison', runs: [{}, {}, {}] } })
    expect(await host.ask({ kind: 'labRun', run: { trial: 99, seed: 1 } })).toMatchObject({
      value: { is: 'none' },
    })
  })
})
