import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { Command } from '../../contracts/commands.ts'
import { DeskSettings } from '../../contracts/settings.ts'
import { bundleProgram } from '../../testkit/bundle-program.ts'
import { DealerTerminal } from '../../testkit/dealer-terminal.ts'
import { eventually } from '../../testkit/eventually.ts'
import { bodyOf, ProtocolPeer } from '../../testkit/protocol-peer.ts'
import { temporaryFolder } from '../../testkit/temporary-folder.ts'
import { parsePairingKey } from '../../wire/index.ts'
import { createHost, nodeSpawner, type Host, type HostOptions } from '../index.ts'
import { callDesk } from './call-desk.ts'

let paths = { engineWorker: '', archiveWorker: '', terminalSim: '' }
beforeAll(async () => {
  paths = {
    engineWorker: await bundleProgram('engine/testkit/programs/scripted-engine.ts'),
    archiveWorker: await bundleProgram('engine/testkit/programs/scripted-archive.ts'),
    terminalSim: await bundleProgram('engine/testkit/programs/scripted-simulator.ts'),
  }
})

const ID = '01KDVDNP00ABCDEFGHJKMNPQRS'

function optionsFor(dataFolder: string) {
  const heard: { text: string; data?: Record<string, unknown> }[] = []
  const options: HostOptions = {
    dataFolder,
    version: '0.1.0',
    paths,
    sqliteBinding: null,
    spawner: nodeSpawner,
    training: null,
    log: { write: (_, text, data) => heard.push(data ? { text, data } : { text }) },
  }
  return { options, heard }
}

async function start() {
  const folder = path.join(temporaryFolder(), 'data')
  mkdirSync(folder)
  writeFileSync(path.join(folder, 'settings.json'), JSON.stringify({ version: 1, port: 0 }))
  const { options, heard } = optionsFor(folder)
  const host = await createHost(options)
  if (host.is === 'refused') throw new Error(host.text)
  onTestFinished(() => host.stop())
  const settingsOfEngines = () =>
    heard.filter(({ text }) => text === 'settings').map(({ data }) => data?.['riskPct'])
  return { host, folder, settingsOfEngines }
}

async function linkTo(host: Host): Promise<DealerTerminal> {
  const { port, pairingKey } = host.ready()
  const parsed = parsePairingKey(pairingKey)
  if (parsed.is === 'refused') throw new Error(parsed.text)
  const terminal = new DealerTerminal(port, new ProtocolPeer(parsed.key))
  onTestFinished(() => terminal.close())
  await terminal.link()
  return terminal
}

describe('a running desk that is asked from outside', () => {
  it('flattens though its engine dies of it', async () => {
    const { host, folder } = await start()
    const terminal = await linkTo(host)
    expect(await callDesk(folder, { ask: 'flatten' })).toMatchObject({
      is: 'answer',
      value: { is: 'done', text: expect.stringContaining('told terminal-1 directly') as string },
    })
    expect(bodyOf('flatten', await terminal.receiveType('flatten'))).toMatchObject({ magic: 777_001 })
  })

  it('flattens though its engine hangs', async () => {
    const { host, folder } = await start()
    const terminal = await linkTo(host)
    const alive = setInterval(() => void terminal.send(terminal.peer.say('busy', { ms: 1 })), 1_000)
    onTestFinished(() => clearInterval(alive))
    void callDesk(folder, { ask: 'selector', selector: 'SAFE' })
    expect(await callDesk(folder, { ask: 'flatten' })).toMatchObject({ is: 'answer', value: { is: 'done' } })
    expect(bodyOf('flatten', await terminal.receiveType('flatten'))).toMatchObject({ magic: 777_001 })
  })

  it('says what is wrong with its engine, and who is linked', async () => {
    const { host, folder } = await start()
    await linkTo(host)
    await callDesk(folder, { ask: 'flatten' })
    expect(await callDesk(folder, { ask: 'status' })).toMatchObject({
      is: 'answer',
      value: {
        engine: expect.stringContaining('is being started again') as string,
        linked: ['terminal-1'],
        desk: null,
      },
    })
  })

  it('brings its window to the front where it has one', async () => {
    const { host, folder } = await start()
    expect(await callDesk(folder, { ask: 'show' })).toMatchObject({ value: { code: 'NO_WINDOW' } })
    let shown = 0
    host.onShow(() => (shown += 1))
    expect(await callDesk(folder, { ask: 'show' })).toMatchObject({ value: { is: 'done' } })
    expect(shown).toBe(1)
  })

  it('tells an engine that is started again the settings that hold by then', async () => {
    const { folder, settingsOfEngines } = await start()
    const wish = { seen: 1, change: { riskPct: 0.5 }, typed: null }
    expect(await callDesk(folder, { ask: 'changeSettings', wish })).toMatchObject({
      value: { is: 'done', revision: 2 },
    })
    await callDesk(folder, { ask: 'flatten' })
    await eventually(() => expect(settingsOfEngines()).toEqual([1, 0.5]))
  })

  it('takes no settings past its file', async () => {
    const { host, folder } = await start()
    const before = readFileSync(path.join(folder, 'settings.json'), 'utf8')
    const past = Command.parse({
      kind: 'setSettings',
      id: ID,
      origin: 'window',
      settings: DeskSettings.parse({}),
    })
    expect(await host.command(past)).toMatchObject({ is: 'refused', code: 'USE_SETTINGS' })
    expect(readFileSync(path.join(folder, 'settings.json'), 'utf8')).toBe(before)
  })

  it('keeps a second desk off its data though somebody deleted the lock', async () => {
    const { folder } = await start()
    rmSync(path.join(folder, 'bitten.lock'))
    expect(await createHost(optionsFor(folder).options)).toMatchObject({
      is: 'refused',
      code: 'SECOND_INSTANCE',
    })
    expect(await callDesk(folder, { ask: 'settings' })).toMatchObject({
      is: 'answer',
      value: { revision: 1 },
    })
  })
})
