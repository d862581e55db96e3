import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import Sqlite from 'better-sqlite3'
import { beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest'
import { backUpLedger, openLedger, verifyLedger } from '../adapters/ledger/index.ts'
import { countedIds } from '../adapters/identity/index.ts'
import type { Cue } from '../contracts/cues.ts'
import type { StoredEvent } from '../contracts/events.ts'
import { EpochMs } from '../contracts/primitives.ts'
import type { NoticeView } from '../contracts/views.ts'
import { CueDesk } from '../cues/cue-desk.ts'
import { bundleDeskProcess } from '../testkit/bundle-program.ts'
import { longHistory } from '../testkit/long-history.ts'
import { smallDisk } from '../testkit/small-disk.ts'
import { sqliteBinding } from '../testkit/sqlite-binding.ts'
import { temporaryFolder } from '../testkit/temporary-folder.ts'
import { createHost, nodeSpawner, type Host } from './index.ts'

const binding = sqliteBinding()
const NOW = Date.now()
const ids = countedIds()
let paths = { engineWorker: '', archiveWorker: '', terminalSim: '' }
beforeAll(async () => {
  ;({ paths } = await bundleDeskProcess('test-ledger-troubles'))
}, 60_000)

function aFolder(folder = temporaryFolder()) {
  const dataFolder = path.join(folder, 'data')
  mkdirSync(dataFolder)
  writeFileSync(path.join(dataFolder, 'settings.json'), JSON.stringify({ version: 1, port: 0 }))
  const file = path.join(dataFolder, 'ledger.db')
  return { dataFolder, file, healthy: () => verifyLedger({ file, binding }) }
}

function withHistory(file: string, events: number): void {
  const ledger = openLedger({ file, binding })
  ledger.append([...longHistory(events)], EpochMs.parse(NOW))
  ledger.close()
}

function tamper(file: string, seq: number): void {
  const database = new Sqlite(file, binding === null ? {} : { nativeBinding: binding })
  database.exec('DROP TRIGGER event_never_changes')
  database.exec(`UPDATE event SET wall_ms = wall_ms + 1 WHERE seq = ${seq}`)
  database.close()
}

async function startIn(dataFolder: string, training: object | null = null) {
  const host = await createHost({
    dataFolder,
    version: '0.1.0',
    paths,
    sqliteBinding: binding,
    spawner: nodeSpawner,
    training: training as never,
    log: { write: () => undefined },
  })
  if (host.is === 'refused') throw new Error(host.text)
  onTestFinished(() => host.stop())
  const told: StoredEvent[] = []
  const notices: NoticeView[] = []
  host.onTold(events => told.push(...events))
  host.onNotice(notice => notices.push(notice))
  return { host, told, notices }
}

/** Engines start several times here, and a machine may be busy. */
const eventually = <T>(check: () => T | Promise<T>) => vi.waitFor(check, { timeout: 60_000, interval: 20 })

const quarantined = (dataFolder: string): string[] => {
  const folder = path.join(dataFolder, 'quarantine')
  return existsSync(folder) ? readdirSync(folder) : []
}

/** What this computer tells of it: the desk of cues is there once the host is, as in the app. */
function cuesOf(host: Host): Cue[] {
  const cues: Cue[] = []
  const settings = () => host.settings().settings.alerts
  const desk = new CueDesk({ desk: host, log: { write: () => undefined }, settings, tell: cue => cues.push(cue), now: () => performance.now() }) // prettier-ignore
  onTestFinished(() => desk.stop())
  return cues
}

async function noticesOf(host: Host): Promise<string> {
  const view = await host.view()
  return view.is === 'answer' ? view.value.notices.map(({ text }) => text).join('\n') : view.text
}

describe('a ledger that cannot be trusted', () => {
  it('is put aside at the start, the newest whole backup takes its place, and the trader is told', async () => {
    const { dataFolder, file, healthy } = aFolder()
    withHistory(file, 300)
    backUpLedger(dataFolder, binding, NOW - 1_000)
    tamper(file, 100)

    const { host } = await startIn(dataFolder)
    const cues = cuesOf(host)

    await eventually(() => expect(cues).toHaveLength(1))
    expect(cues).toMatchObject([{ kind: 'trouble', isUrgent: true, spoken: expect.stringContaining('could not be trusted') as string }]) // prettier-ignore
    expect(await noticesOf(host)).toMatch(
      /could not be trusted \(Event 100 .*The backup .* with 300 events .*took its place/,
    )
    expect(quarantined(dataFolder)).toHaveLength(1)
    await host.stop()
    expect(healthy().events).toBeGreaterThan(300)
  })

  it.each([
    ['is no database', (file: string) => writeFileSync(file, 'x'.repeat(9_000))],
    ['is broken', (file: string) => tamper(file, 3)],
  ])('that %s and has no backup makes room for a new one that fires nothing', async (_, breakIt) => {
    const { dataFolder, file, healthy } = aFolder()
    withHistory(file, 50)
    breakIt(file)

    const { host } = await startIn(dataFolder)
    const cues = cuesOf(host)

    await eventually(() => expect(cues).toHaveLength(1))
    expect(cues).toMatchObject([{ kind: 'trouble', title: '2 alerts', isUrgent: true }])
    expect(await noticesOf(host)).toMatch(
      /no backup that is whole, so a new ledger begins and nothing is fired/,
    )
    const view = await host.view()
    expect(view).toMatchObject({ value: { fire: { paused: true } } })
    expect(quarantined(dataFolder)).toHaveLength(1)
    await host.stop()
    expect(healthy().events).toBeLessThan(10)
  })

  it('behind a checkpoint is found by the archive, and the engine starts again without it', async () => {
    const { dataFolder, file, healthy } = aFolder()
    withHistory(file, 3_000)
    backUpLedger(dataFolder, binding, NOW - 1_000)
    const first = await startIn(dataFolder)
    await eventually(() => expect(existsSync(path.join(dataFolder, 'desk.checkpoint'))).toBe(true))
    await first.host.stop()
    tamper(file, 100)

    const { host, told, notices } = await startIn(dataFolder)

    await eventually(() => expect(notices.map(({ text }) => text).join()).toMatch(/Event 100 .*changed/))
    await eventually(() => expect(told.map(({ event }) => event.kind)).toContain('ledgerRecovered'))
    await eventually(() => expect(host.health().is).toBe('running'))
    await eventually(async () =>
      expect(await host.ask({ kind: 'ledgerSummary' })).toMatchObject({ is: 'answer' }),
    )
    await host.stop()
    expect(healthy().events).toBeGreaterThan(3_000)
  }, 180_000)
})

describe('a ledger that is whole', () => {
  it('gives this computer nothing to tell at a first start, nor at the next', async () => {
    const { dataFolder } = aFolder()
    for (const start of ['first', 'next']) {
      const { host } = await startIn(dataFolder)
      const cues = cuesOf(host)
      await eventually(async () =>
        expect(await host.ask({ kind: 'telegramRecord' })).toMatchObject({ is: 'answer' }),
      )
      await pause(1_500)
      expect(cues, start).toEqual([])
      await host.stop()
    }
  })
})

describe('a full disk', () => {
  it('stops the firing with one sentence, lets everything be closed, and is over when there is space', async context => {
    const disk = smallDisk(16)
    if ('cannot' in disk) return context.skip(disk.cannot)
    const { dataFolder, healthy } = aFolder(disk.folder)
    // A terminal has a disk of its own; its market is quick, so that there is always something to store.
    const stateFile = path.join(temporaryFolder(), 'account.json')
    const { host, told } = await startIn(dataFolder, { speed: 60, stateFile })
    const isArmed = async () => {
      const view = await host.view()
      expect(view).toMatchObject({ value: { links: [{ armed: true }] } })
    }
    await eventually(isArmed)

    disk.fill()
    await eventually(() =>
      expect(host.health()).toMatchObject({
        is: 'waiting',
        code: 'DISK_FULL',
        text: expect.stringContaining('disk is full') as string,
      }),
    )
    const fire = await host.command({ kind: 'resume', id: ids.next(EpochMs.parse(NOW)), origin: 'cli' })
    expect(fire).toMatchObject({ is: 'refused', code: 'DISK_FULL' })
    const flatten = await host.command({
      kind: 'flattenAll',
      id: ids.next(EpochMs.parse(NOW)),
      origin: 'cli',
    })
    expect(flatten).toMatchObject({ is: 'done' })

    disk.makeSpace()
    await eventually(() => expect(host.health().is).toBe('running'))
    await eventually(isArmed)
    await host.stop()
    expect(healthy().events).toBeGreaterThanOrEqual(Math.max(...told.map(({ seq }) => seq)))
  }, 180_000)

  it('under the account of the training ground is told', async context => {
    const disk = smallDisk(1)
    if ('cannot' in disk) return context.skip(disk.cannot)
    const stateFile = path.join(disk.folder, 'account.json')
    const { notices } = await startIn(aFolder().dataFolder, { speed: 1, stateFile })
    await eventually(() => expect(existsSync(stateFile)).toBe(true))
    disk.fill()
    await eventually(() => expect(notices.map(({ text }) => text).join()).toMatch(/simulated account cannot/))
  }, 180_000)
})
