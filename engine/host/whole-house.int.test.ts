import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { eventually } from '../testkit/eventually.ts'
import type { WarRoomView } from '../contracts/views.ts'
import { bundleProgram } from '../testkit/bundle-program.ts'
import { sqliteBinding } from '../testkit/sqlite-binding.ts'
import { temporaryFolder } from '../testkit/temporary-folder.ts'
import { createHost, nodeSpawner, type Host } from './index.ts'

let paths = { engineWorker: '', archiveWorker: '', terminalSim: '' }
beforeAll(async () => {
  paths = {
    engineWorker: await bundleProgram('engine/workers/engine.worker.ts'),
    archiveWorker: await bundleProgram('engine/workers/archive.worker.ts'),
    terminalSim: await bundleProgram('engine/terminal-sim/terminal-sim.process.ts'),
  }
}, 60_000)

async function startIn(dataFolder: string): Promise<Host> {
  const host = await createHost({
    dataFolder,
    version: '0.1.0',
    paths,
    sqliteBinding: sqliteBinding(),
    spawner: nodeSpawner,
    training: { speed: 60 },
    log: { write: () => undefined },
  })
  if (host.is === 'refused') throw new Error(host.text)
  onTestFinished(() => host.stop())
  return host
}

async function viewOf(host: Host): Promise<WarRoomView> {
  const answer = await host.view()
  if (answer.is === 'failed') throw new Error(answer.text)
  return answer.value
}

function newFolder(): string {
  const folder = path.join(temporaryFolder(), 'data')
  mkdirSync(folder)
  writeFileSync(path.join(folder, 'settings.json'), JSON.stringify({ version: 1, port: 0 }))
  return folder
}

describe('the whole house', () => {
  it('carries a market from the simulated terminal to the view, steers it, and goes on where it stopped', async () => {
    const folder = newFolder()
    const first = await startIn(folder)
    const isLinked = async (host: Host) => {
      const [link] = (await viewOf(host)).links
      expect(link).toMatchObject({ terminal: 'training-ground', state: 'live', armed: true, faults: 0 })
    }
    await eventually(() => isLinked(first))
    await eventually(async () => expect(Object.keys((await viewOf(first)).prices)).toHaveLength(15))

    first.simulate({ kind: 'pause' })
    await eventually(async () =>
      expect((await viewOf(first)).links[0]?.simulation).toEqual({ speed: 60, paused: true }),
    )
    const { marketMs } = await viewOf(first)
    await first.stop()

    const second = await startIn(folder)
    await eventually(() => isLinked(second))
    expect((await viewOf(second)).marketMs).toBeGreaterThanOrEqual(marketMs ?? Infinity)
    expect(await second.ask({ kind: 'ledgerSummary' })).toMatchObject({ is: 'answer' })
  }, 120_000)
})
