import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, copyFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import type { ComputerView } from '../../contracts/views.ts'
import { bundleProgram } from '../../testkit/bundle-program.ts'
import { DealerTerminal } from '../../testkit/dealer-terminal.ts'
import { eventually } from '../../testkit/eventually.ts'
import { ProtocolPeer } from '../../testkit/protocol-peer.ts'
import { sqliteBinding } from '../../testkit/sqlite-binding.ts'
import { temporaryFolder } from '../../testkit/temporary-folder.ts'
import { parsePairingKey } from '../../wire/index.ts'
import { createHost, nodeSpawner, type Host } from '../index.ts'

async function aHost(port: number): Promise<Host> {
  const dataFolder = path.join(temporaryFolder(), 'data')
  mkdirSync(dataFolder)
  writeFileSync(path.join(dataFolder, 'settings.json'), JSON.stringify({ version: 1, port }))
  const host = await createHost({
    dataFolder,
    version: '0.1.0',
    paths: {
      engineWorker: await bundleProgram('engine/workers/engine.worker.ts'),
      archiveWorker: await bundleProgram('engine/workers/archive.worker.ts'),
      terminalSim: '',
    },
    sqliteBinding: sqliteBinding(),
    spawner: nodeSpawner,
    training: null,
    log: { write: () => undefined },
  })
  if (host.is === 'refused') throw new Error(host.text)
  onTestFinished(() => host.stop())
  return host
}

async function computerOf(host: Host): Promise<ComputerView> {
  const answer = await host.view()
  if (answer.is === 'failed') throw new Error(answer.text)
  return answer.value.computer
}

async function aTakenPort(): Promise<number> {
  const server = createServer()
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('no port')
  return address.port
}

it.runIf(process.platform === 'linux')(
  'a host without a terminal says whether MetaTrader runs, then what else is in the way, and a real terminal ends it',
  async () => {
    const taken = await aTakenPort()
    const host = await aHost(taken)
    await eventually(async () => expect(await computerOf(host)).toMatchObject({ metaTrader: 'absent', code: 'NOT_RUNNING' })) // prettier-ignore
    await eventually(() => expect(host.notices()[0]?.text).toMatch(/^MetaTrader is not running on this computer\./)) // prettier-ignore

    const program = path.join(temporaryFolder(), 'terminal64.exe')
    copyFileSync('/bin/sleep', program)
    chmodSync(program, 0o755)
    const child = spawn(program, ['90'], { stdio: 'ignore' })
    onTestFinished(() => void child.kill('SIGKILL'))
    await once(child, 'spawn')
    await eventually(async () =>
      expect(await computerOf(host)).toMatchObject({ metaTrader: 'running', code: 'PORT_TAKEN' }),
    )
    expect((await computerOf(host)).problem).toContain(`Port ${taken} was taken`)

    const key = parsePairingKey(host.ready().pairingKey)
    if (key.is === 'refused') throw new Error(key.text)
    const dealer = new DealerTerminal(host.ready().port, new ProtocolPeer(key.key, { kind: 'demo' }))
    onTestFinished(() => dealer.close())
    await dealer.link()
    await eventually(async () =>
      expect(await computerOf(host)).toMatchObject({ code: 'WELL', problem: null }),
    )
  },
)
