import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, copyFileSync } from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import { beforeAll, expect, it, onTestFinished } from 'vitest'
import { newDataFolder } from '../../testkit/data-folder.ts'
import { eventually } from '../../testkit/eventually.ts'
import { dealerOf } from '../../testkit/host-dealer.ts'
import { temporaryFolder } from '../../testkit/temporary-folder.ts'
import { bundleHost, startWholeHost, viewOf } from '../../testkit/whole-host.ts'
import type { Host } from '../index.ts'

beforeAll(bundleHost, 60_000)

const computerOf = async (host: Host) => (await viewOf(host)).computer

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
    const host = await startWholeHost(newDataFolder({ port: taken }))
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

    await dealerOf(host, { kind: 'demo' }).link()
    await eventually(async () =>
      expect(await computerOf(host)).toMatchObject({ code: 'WELL', problem: null }),
    )
  },
)
