import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, expect, it, onTestFinished } from 'vitest'
import type { Pair } from '../contracts/pairs.ts'
import { TerminalId } from '../contracts/primitives.ts'
import type { WarRoomView } from '../contracts/views.ts'
import { bundleProgram } from '../testkit/bundle-program.ts'
import { eventually } from '../testkit/eventually.ts'
import { simulate, startFor } from '../testkit/simulated-terminal.ts'
import { sqliteBinding } from '../testkit/sqlite-binding.ts'
import { temporaryFolder } from '../testkit/temporary-folder.ts'
import { createHost, nodeSpawner, type Host } from './index.ts'

const ALPHA = TerminalId.parse('alpha')
const BRAVO = TerminalId.parse('bravo')

let paths = { engineWorker: '', archiveWorker: '', terminalSim: '' }
beforeAll(async () => {
  paths = {
    engineWorker: await bundleProgram('engine/workers/engine.worker.ts'),
    archiveWorker: await bundleProgram('engine/workers/archive.worker.ts'),
    terminalSim: 'none is started',
  }
}, 60_000)

async function aHost(): Promise<Host> {
  const dataFolder = path.join(temporaryFolder(), 'data')
  mkdirSync(dataFolder)
  writeFileSync(path.join(dataFolder, 'settings.json'), JSON.stringify({ version: 1, port: 0 }))
  const host = await createHost({
    dataFolder,
    version: '0.1.0',
    paths,
    sqliteBinding: sqliteBinding(),
    spawner: nodeSpawner,
    training: null,
    log: { write: () => undefined },
  })
  if (host.is === 'refused') throw new Error(host.text)
  onTestFinished(() => host.stop())
  return host
}

/** A terminal with a broker, an account and a market of its own. */
async function linkTo(host: Host, uuid: TerminalId, balance: number, pairs: Pair[]) {
  const { port, pairingKey } = host.ready()
  const start = startFor({ endpoint: `tcp://127.0.0.1:${port}` }, { uuid, pairs })
  const { simulator } = await simulate({ ...start, pairingKey, account: { ...start.account, balance } })
  return simulator
}

/** A window: it watches, and asks for the whole view whenever the revisions leave a gap. */
function aWindow(host: Host): { view(): Promise<WarRoomView> } {
  onTestFinished(host.watch(() => undefined))
  return {
    async view() {
      const answer = await host.view()
      if (answer.is === 'failed') throw new Error(answer.text)
      return answer.value
    },
  }
}

const whose = ({ shown, account, prices }: WarRoomView) => ({
  shown,
  balance: account && account.balanceCents / 100,
  pairs: Object.keys(prices),
})

it('two terminals have each its own account and market, and the room shows the one that was asked for', async () => {
  const host = await aHost()
  const window = aWindow(host)
  await linkTo(host, ALPHA, 10_000, ['EURUSD'])
  await eventually(async () => expect((await window.view()).links).toMatchObject([{ armed: true }]))
  const bravo = await linkTo(host, BRAVO, 25_000, ['USDJPY'])
  await eventually(async () =>
    expect((await window.view()).links).toMatchObject([
      { terminal: ALPHA, armed: true, currency: 'USD' },
      { terminal: BRAVO, armed: true, currency: 'USD' },
    ]),
  )
  const ofAlpha = { shown: ALPHA, balance: 10_000, pairs: ['EURUSD'] }
  await eventually(async () => expect(whose(await window.view())).toEqual(ofAlpha))

  expect(host.showTerminal(BRAVO)).toEqual({ is: 'done' })
  await eventually(async () =>
    expect(whose(await window.view())).toEqual({ shown: BRAVO, balance: 25_000, pairs: ['USDJPY'] }),
  )
  const [first, second] = (await window.view()).links
  expect(first?.accountMark).not.toBe(second?.accountMark)

  await bravo.stop()
  await eventually(async () => expect(whose(await window.view())).toEqual(ofAlpha))
  expect(host.showTerminal(BRAVO)).toMatchObject({ is: 'failed', code: 'LINK_DOWN' })
}, 60_000)
