/** A host over the desk's real programs, in this process; it is stopped after each test. */
import { onTestFinished } from 'vitest'
import type { WarRoomView } from '../contracts/views.ts'
import { createHost, nodeSpawner, type Host, type HostOptions } from '../host/index.ts'
import { bundleProgram } from './bundle-program.ts'
import { newDataFolder } from './data-folder.ts'
import { sqliteBinding } from './sqlite-binding.ts'

let paths = { engineWorker: '', archiveWorker: '', terminalSim: '' }

/** Before the tests of a file: the programs that the host starts. */
export async function bundleHost(): Promise<void> {
  paths = {
    engineWorker: await bundleProgram('engine/workers/engine.worker.ts'),
    archiveWorker: await bundleProgram('engine/workers/archive.worker.ts'),
    terminalSim: await bundleProgram('engine/terminal-sim/terminal-sim.process.ts'),
  }
}

/** Without a training ground unless the test wishes for one. */
export async function startWholeHost(
  dataFolder = newDataFolder(),
  training: HostOptions['training'] = null,
  fields: Partial<HostOptions> = {},
): Promise<Host> {
  const host = await createHost({
    dataFolder,
    version: '0.1.0',
    paths,
    sqliteBinding: sqliteBinding(),
    spawner: nodeSpawner,
    training,
    log: { write: () => undefined },
    ...fields,
  })
  if (host.is === 'refused') throw new Error(host.text)
  onTestFinished(() => host.stop())
  return host
}

export async function viewOf(host: Host): Promise<WarRoomView> {
  const answer = await host.view()
  if (answer.is === 'failed') throw new Error(answer.text)
  return answer.value
}
