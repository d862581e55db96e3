import { existsSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { eventually } from '../testkit/eventually.ts'
import { Ulid } from '../contracts/primitives.ts'
import {
  bundleScripted,
  commandOf,
  folderWith,
  linkTo,
  ONE,
  optionsFor,
  SOME_ID,
  startHost,
} from '../testkit/scripted-host.ts'
import { newPairingKey } from '../wire/index.ts'
import { createHost } from './index.ts'

beforeAll(bundleScripted)

describe('a host', () => {
  it('starts, and says which port and key a terminal needs', async () => {
    const { host, folder } = await startHost()
    const facts = host.ready()
    expect(facts).toMatchObject({ portTaken: null, dataFolder: folder, settings: { port: 0, riskPct: 1 } })
    expect(facts.port).toBeGreaterThan(0)
    expect(host.health()).toEqual({ is: 'running' })
    expect(await linkTo(host).then(() => host.links().map(({ terminal }) => terminal))).toEqual([ONE])
  })

  it('says so when it had to take another port', async () => {
    const first = await startHost()
    const { port } = first.host.ready()
    const second = await startHost(folderWith({}, { port }))
    expect(second.host.ready()).toMatchObject({ portTaken: port })
    expect(second.host.ready().port).toBeGreaterThan(port)
  })

  it('carries messages from the terminal to the engine and back, and acknowledges what is on disk', async () => {
    const { host, heard } = await startHost()
    const terminal = await linkTo(host)
    await terminal.send(terminal.peer.say('synced', { id: Ulid.parse(SOME_ID) }))

    expect((await terminal.receiveType('flatten')).header).toMatchObject({ s: terminal.peer.session })
    expect(heard('terminalUp')).toEqual([{ session: terminal.peer.session }])
    expect(heard('frame')).toEqual([{ type: 'synced', bytes: 35 }])
    await terminal.send(terminal.peer.say('busy', { ms: 1 }))
    await eventually(async () => expect((await terminal.receive()).header.a).toBeGreaterThan(0))
  })

  it('counts an answer of the engine that is over the limits as a fault of the link', async () => {
    const { host, heard } = await startHost()
    const terminal = await linkTo(host)
    await terminal.send(terminal.peer.say('positions', { positions: [] }))
    await eventually(() => expect(heard('linkFaulted')).toEqual([{ code: 'BODY_LENGTH' }]))
  })

  it('lets the pairing key into no notice, and into no line of the log', async () => {
    const { host, lines } = await startHost(folderWith(), { training: {} })
    const key = host.ready().pairingKey
    await eventually(() => expect(host.notices().length).toBeGreaterThan(0))
    // The scripted simulator says everything that it was started with.
    expect(JSON.stringify(host.notices())).toContain('[hidden]')
    expect(JSON.stringify(host.notices())).not.toContain(key)
    expect(JSON.stringify(lines)).not.toContain(key)
  })

  it('tells a person why a terminal was refused', async () => {
    const { host } = await startHost()
    const notices: string[] = []
    host.onNotice(notice => notices.push(notice.text))
    await expect(linkTo(host, newPairingKey())).rejects.toThrow('WRONG_KEY')
    expect(notices).toEqual([expect.stringContaining('another pairing key')])
  })

  it('stops in order, tells the engine that the terminal has gone, and leaves the folder free', async () => {
    const { host, folder, heard } = await startHost(folderWith(), { training: {} })
    await linkTo(host)
    await Promise.all([host.stop(), host.stop()])
    expect(host.health()).toEqual({ is: 'stopped' })
    expect(heard('terminalUp')).toHaveLength(1)
    expect(existsSync(path.join(folder, 'bitten.lock'))).toBe(false)
    expect(await host.command(commandOf('pause'))).toMatchObject({ is: 'refused', code: 'ENGINE_DOWN' })
    await startHost(folder)
  })

  it('whose engine ignores the wish to stop still stops within three seconds', async () => {
    const { host } = await startHost(folderWith({ ignoreStop: true }))
    const before = performance.now()
    await host.stop()
    expect(performance.now() - before).toBeLessThan(5_000)
  })
})

describe('a host that can not start', () => {
  const refusalOf = async (folder: string) => {
    const host = await createHost(optionsFor(folder).options)
    if (host.is === 'started') await host.stop()
    return host
  }

  it('says why in one sentence, and leaves nothing behind', async () => {
    const failed = { code: 'NEWER_SCHEMA', text: 'ledger.db was written by a newer BITTEN: update this one.' }
    const folder = folderWith({ failed })
    expect(await refusalOf(folder)).toEqual({ is: 'refused', ...failed })
    expect(existsSync(path.join(folder, 'bitten.lock'))).toBe(false)
  })

  it('because the folder is in use leaves the first one alone', async () => {
    const { host, folder } = await startHost()
    expect(await refusalOf(folder)).toMatchObject({ is: 'refused', code: 'SECOND_INSTANCE' })
    expect(await host.command(commandOf('pause'))).toEqual({ is: 'done', text: 'paused' })
  })

  it('because of its settings names the key', async () => {
    expect(await refusalOf(folderWith({}, { port: 70_000 }))).toMatchObject({
      code: 'SETTINGS',
      text: expect.stringContaining('port') as string,
    })
  })
})
