import { readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { Command } from '../../contracts/commands.ts'
import { DeskSettings } from '../../contracts/settings.ts'
import { eventually } from '../../testkit/eventually.ts'
import { bodyOf } from '../../testkit/protocol-peer.ts'
import { bundleScripted, linkTo, optionsFor, SOME_ID, startHost } from '../../testkit/scripted-host.ts'
import { createHost } from '../index.ts'
import { callDesk } from './call-desk.ts'

beforeAll(bundleScripted)

async function start() {
  const { host, folder, heard } = await startHost()
  return { host, folder, settingsOfEngines: () => heard('settings').map(data => data?.['riskPct']) }
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
      id: SOME_ID,
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
