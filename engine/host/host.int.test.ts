import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { eventually } from '../testkit/eventually.ts'
import { Command } from '../contracts/commands.ts'
import { TerminalId, Ulid } from '../contracts/primitives.ts'
import type { ViewPatch } from '../contracts/views.ts'
import { bundleProgram } from '../testkit/bundle-program.ts'
import { DealerTerminal } from '../testkit/dealer-terminal.ts'
import type { Behaviour } from '../testkit/programs/scripted-engine.ts'
import { bodyOf, ProtocolPeer } from '../testkit/protocol-peer.ts'
import { temporaryFolder } from '../testkit/temporary-folder.ts'
import { newPairingKey, parsePairingKey } from '../wire/index.ts'
import { createHost, nodeSpawner, type Host, type HostOptions } from './index.ts'

const ONE = TerminalId.parse('terminal-1')
const SOME_ID = '01KDVDNP00ABCDEFGHJKMNPQRS'

let paths = { engineWorker: '', archiveWorker: '', terminalSim: '' }
beforeAll(async () => {
  paths = {
    engineWorker: await bundleProgram('engine/testkit/programs/scripted-engine.ts'),
    archiveWorker: await bundleProgram('engine/testkit/programs/scripted-archive.ts'),
    terminalSim: await bundleProgram('engine/testkit/programs/scripted-simulator.ts'),
  }
})

/** A folder with any free port in its settings, so that tests don't meet each other or an app that runs here. */
function folderWith(behave: Behaviour = {}, settings: object = { port: 0 }): string {
  const folder = path.join(temporaryFolder(), 'data')
  mkdirSync(folder)
  writeFileSync(path.join(folder, 'behave.json'), JSON.stringify(behave))
  writeFileSync(path.join(folder, 'settings.json'), JSON.stringify({ version: 1, ...settings }))
  return folder
}

/** The options, and what was logged: what the scripted engine hears it says as log lines. */
function optionsFor(folder: string, fields: Partial<HostOptions> = {}) {
  const lines: { text: string; data?: Record<string, unknown> }[] = []
  const log = {
    write: (_level: string, text: string, data?: Record<string, unknown>) =>
      lines.push(data ? { text, data } : { text }),
  }
  const options: HostOptions = {
    dataFolder: folder,
    version: '0.1.0',
    paths,
    sqliteBinding: null,
    spawner: nodeSpawner,
    training: null,
    log,
    ...fields,
  }
  const heard = (text: string) => lines.filter(line => line.text === text).map(line => line.data)
  return { options, lines, heard }
}

async function start(folder = folderWith(), fields: Partial<HostOptions> = {}) {
  const { options, lines, heard } = optionsFor(folder, fields)
  const host = await createHost(options)
  if (host.is === 'refused') throw new Error(host.text)
  onTestFinished(() => host.stop())
  return { host, folder, lines, heard }
}

async function linkTo(host: Host, key?: Uint8Array): Promise<DealerTerminal> {
  const { port, pairingKey } = host.ready()
  const parsed = parsePairingKey(pairingKey)
  if (parsed.is === 'refused') throw new Error(parsed.text)
  const terminal = new DealerTerminal(port, new ProtocolPeer(key ?? parsed.key))
  onTestFinished(() => terminal.close())
  await terminal.link()
  return terminal
}

const commandOf = (kind: string, fields: object = {}, id = SOME_ID) =>
  Command.parse({ kind, id, origin: 'cli', ...fields })

describe('a host', () => {
  it('starts, and says which port and key a terminal needs', async () => {
    const { host, folder } = await start()
    const facts = host.ready()
    expect(facts).toMatchObject({ portTaken: null, dataFolder: folder, settings: { port: 0, riskPct: 1 } })
    expect(facts.port).toBeGreaterThan(0)
    expect(host.health()).toEqual({ is: 'running' })
    expect(await linkTo(host).then(() => host.links().map(({ terminal }) => terminal))).toEqual([ONE])
  })

  it('says so when it had to take another port', async () => {
    const first = await start()
    const { port } = first.host.ready()
    const second = await start(folderWith({}, { port }))
    expect(second.host.ready()).toMatchObject({ portTaken: port })
    expect(second.host.ready().port).toBeGreaterThan(port)
  })

  it('carries messages from the terminal to the engine and back, and acknowledges what is on disk', async () => {
    const { host, heard } = await start()
    const terminal = await linkTo(host)
    await terminal.send(terminal.peer.say('synced', { id: Ulid.parse(SOME_ID) }))

    expect((await terminal.receiveType('flatten')).header).toMatchObject({ s: terminal.peer.session })
    expect(heard('terminalUp')).toEqual([{ session: terminal.peer.session }])
    expect(heard('frame')).toEqual([{ type: 'synced', bytes: 35 }])
    await terminal.send(terminal.peer.say('busy', { ms: 1 }))
    await eventually(async () => expect((await terminal.receive()).header.a).toBeGreaterThan(0))
  })

  it('counts an answer of the engine that is over the limits as a fault of the link', async () => {
    const { host, heard } = await start()
    const terminal = await linkTo(host)
    await terminal.send(terminal.peer.say('positions', { positions: [] }))
    await eventually(() => expect(heard('linkFaulted')).toEqual([{ code: 'BODY_LENGTH' }]))
  })

  it('never lets the pairing key into the log', async () => {
    const { host, lines } = await start(folderWith(), { training: {} })
    const key = host.ready().pairingKey
    await eventually(() => expect(host.notices().length).toBeGreaterThan(0))
    expect(JSON.stringify(host.notices())).toContain(key)
    expect(JSON.stringify(lines)).not.toContain(key)
  })

  it('tells a person why a terminal was refused', async () => {
    const { host } = await start()
    const notices: string[] = []
    host.onNotice(notice => notices.push(notice.text))
    await expect(linkTo(host, newPairingKey())).rejects.toThrow('WRONG_KEY')
    expect(notices).toEqual([expect.stringContaining('another pairing key')])
  })

  it('stops in order, tells the engine that the terminal has gone, and leaves the folder free', async () => {
    const { host, folder, heard } = await start(folderWith(), { training: {} })
    await linkTo(host)
    await Promise.all([host.stop(), host.stop()])
    expect(host.health()).toEqual({ is: 'stopped' })
    expect(heard('terminalUp')).toHaveLength(1)
    expect(existsSync(path.join(folder, 'bitten.lock'))).toBe(false)
    expect(await host.command(commandOf('pause'))).toMatchObject({ is: 'refused', code: 'ENGINE_DOWN' })
    await start(folder)
  })

  it('whose engine ignores the wish to stop still stops within three seconds', async () => {
    const { host } = await start(folderWith({ ignoreStop: true }))
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
    const { host, folder } = await start()
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

describe('an engine that dies', () => {
  it('is started again, and every terminal is told to begin anew', async () => {
    const { host, heard } = await start()
    const terminal = await linkTo(host)
    const { session } = terminal.peer

    const answer = await host.command(commandOf('closePosition', { terminal: ONE, position: '1' }))

    expect(answer).toMatchObject({ is: 'refused', code: 'ENGINE_RESTARTED' })
    expect(host.notices().at(-1)?.text).toContain('is being started again')
    const refusal = bodyOf('refuse', await terminal.receiveType('refuse'))
    expect(refusal).toMatchObject({
      code: 'BAD_HELLO',
      text: expect.stringContaining('say hello again') as string,
    })
    await terminal.link()
    await eventually(() =>
      expect(heard('terminalUp')).toEqual([{ session }, { session: terminal.peer.session }]),
    )
  })

  it('confirms nothing that came while it was down', async () => {
    const { host, heard } = await start()
    const terminal = await linkTo(host)
    await host.command(commandOf('closePosition', { terminal: ONE, position: '1' }))
    await terminal.send(terminal.peer.say('busy', { ms: 1 }))
    await terminal.receiveType('refuse')
    expect(heard('frame')).toEqual([])
    expect(terminal.heard.map(({ header }) => header.a)).not.toContain(1)
  })

  it('does not keep a trader from closing everything', async () => {
    const { host } = await start()
    const terminal = await linkTo(host)
    const answer = await host.command(commandOf('flattenAll'))
    expect(answer).toMatchObject({ is: 'done', text: expect.stringContaining('terminal-1') as string })
    expect(bodyOf('flatten', await terminal.receiveType('flatten'))).toEqual({ id: SOME_ID, magic: 777_001 })
  })

  it('with no terminal linked sends a trader to MetaTrader', async () => {
    const { host } = await start()
    expect(await host.command(commandOf('flattenAll'))).toMatchObject({ is: 'refused', code: 'LINK_DOWN' })
  })

  it('during a flatten leaves a terminal that halts, and an engine that is paused before it meets one', async () => {
    const { host, folder, lines } = await start()
    const terminal = await linkTo(host)
    await host.command(commandOf('flattenAll'))
    await terminal.receiveType('flatten')
    const halt = bodyOf('halt', await terminal.receiveType('halt'))
    expect(halt).toMatchObject({ reason: expect.stringContaining('no new trades') as string })
    await terminal.receiveType('refuse')
    await terminal.link()
    await eventually(() => expect(lines.filter(({ text }) => text === 'terminalUp')).toHaveLength(2))
    const heard = lines.map(({ text }) => text)
    expect(lines.filter(({ text }) => text === 'pause')).toMatchObject([{ data: { origin: 'cli' } }])
    expect(heard.indexOf('pause')).toBeLessThan(heard.lastIndexOf('terminalUp'))
    await eventually(() => expect(existsSync(path.join(folder, 'owed-pause.json'))).toBe(false))
  })

  it('during a flatten is remembered by the next host, which pauses its engine', async () => {
    const folder = folderWith()
    writeFileSync(path.join(folder, 'owed-pause.json'), '"tray"')
    const { lines } = await start(folder)
    await eventually(() =>
      expect(lines.filter(({ text }) => text === 'pause')).toMatchObject([{ data: { origin: 'tray' } }]),
    )
    await eventually(() => expect(existsSync(path.join(folder, 'owed-pause.json'))).toBe(false))
  })

  it('during a flatten leaves a file for the next host, until an engine has stored the pause', async () => {
    const { host, folder } = await start()
    await host.command(commandOf('flattenAll'))
    expect(readFileSync(path.join(folder, 'owed-pause.json'), 'utf8')).toBe('"cli"')
  })
})

describe('commands, questions and views', () => {
  it('are answered, and told events reach their listeners', async () => {
    const { host } = await start()
    const told: number[] = []
    host.onTold(events => told.push(events.length))
    expect(await host.command(commandOf('pause'))).toEqual({ is: 'done', text: 'paused' })
    expect(told).toEqual([1])
    expect(await host.ask({ kind: 'ledgerSummary' })).toMatchObject({ is: 'answer', value: { events: 7 } })
    expect(await host.view()).toMatchObject({ is: 'answer', value: { rev: 0 } })
  })

  it('under an id that is in use are refused', async () => {
    const { host } = await start()
    void host.command(commandOf('resume'))
    expect(await host.command(commandOf('resume'))).toMatchObject({ is: 'refused', code: 'REPEATED' })
  })

  it('that kill the archive are answered all the same', async () => {
    const { host } = await start()
    expect(await host.ask({ kind: 'equityCurve', account: 'demo', points: 2 })).toMatchObject({
      is: 'failed',
      code: 'ARCHIVE_DOWN',
    })
    await eventually(async () => expect((await host.ask({ kind: 'ledgerSummary' })).is).toBe('answer'))
  })

  it('wait for an archive that starts behind the first picture, or for the end', async () => {
    let picture = () => {}
    const hungryAfter = new Promise<void>(resolve => (picture = resolve))
    const { host } = await start(folderWith(), { hungryAfter, training: { speed: 5 } })
    const early = host.ask({ kind: 'ledgerSummary' })
    await host.command(commandOf('pause'))
    expect(host.notices()).toEqual([])
    picture()
    expect(await early).toMatchObject({ is: 'answer', value: { events: 7 } })
    await eventually(() => expect(host.notices()).toHaveLength(1))

    const never = await start(folderWith(), { hungryAfter: new Promise(() => {}) })
    const late = never.host.ask({ kind: 'ledgerSummary' })
    await never.host.stop()
    expect(await late).toMatchObject({ is: 'failed', code: 'ARCHIVE_DOWN' })
  })

  it('give patches to whoever watches, after a restart of the engine too', async () => {
    const { host, heard } = await start()
    const terminal = await linkTo(host)
    const patches: ViewPatch[] = []
    const leave = host.watch(patch => patches.push(patch))
    const note = { level: 'info' as const, text: 'x' }
    await terminal.send(terminal.peer.say('note', note))
    await eventually(() => expect(patches).toEqual([{ rev: 1 }]))
    await host.command(commandOf('closePosition', { terminal: ONE, position: '1' }))
    await eventually(() => expect(heard('watch').map(data => data?.['on'])).toEqual([false, true, true]))
    leave()
    await eventually(() => expect(heard('watch').at(-1)).toEqual({ on: false }))
  })

  it('steer the training ground, where there is one', async () => {
    const without = await start()
    expect(without.host.simulate({ kind: 'pause' })).toMatchObject({ code: 'NO_SIMULATOR' })
    const { host } = await start(folderWith(), { training: { speed: 5 } })
    await eventually(() => expect(host.notices()).toHaveLength(1))
    const given = JSON.parse(host.notices()[0]?.text ?? '') as unknown
    expect(given).toMatchObject({ endpoint: `tcp://127.0.0.1:${host.ready().port}`, speed: 5 })
    expect(host.simulate({ kind: 'pause' })).toEqual({ is: 'done' })
  })
})

describe('the calendar folder', () => {
  const WEEK = 'utc,currency,importance,name\n2026-01-09 13:30,USD,high,Nonfarm Payrolls\n'
  const last = (heard: (text: string) => readonly unknown[]) => heard('calendars').at(-1)

  it('is made, read at the start and again when a file is dropped, and a new engine is told again', async () => {
    const folder = folderWith()
    mkdirSync(path.join(folder, 'calendar'))
    writeFileSync(path.join(folder, 'calendar', 'jan.csv'), WEEK)
    const { host, heard } = await start(folder)
    await eventually(() => expect(last(heard)).toEqual({ events: ['Nonfarm Payrolls'] }))
    writeFileSync(path.join(folder, 'calendar', 'feb.csv'), WEEK.replaceAll('2026-01-09', '2026-02-06').replace('Nonfarm Payrolls', 'Wages')) // prettier-ignore
    await eventually(() => expect(last(heard)).toEqual({ events: ['Nonfarm Payrolls', 'Wages'] }))
    expect(host.notices()[0]?.text).toBe('Calendar files: 2 announcements of 2 files.')
  })

  it('says once what is wrong with a file, leaves that one out, and reads it when it is mended', async () => {
    const { host, folder, heard } = await start()
    const file = path.join(folder, 'calendar', 'jan.csv')
    writeFileSync(path.join(folder, 'calendar', 'good.csv'), WEEK.replace('Nonfarm Payrolls', 'Wages'))
    writeFileSync(file, WEEK.replace('USD', 'US'))
    await eventually(() => expect(last(heard)).toEqual({ events: ['Wages'] }))
    const said = () =>
      host
        .notices()
        .filter(({ text }) => text.startsWith('jan.csv, line 2: currency: expected three letters'))
    expect(said()).toHaveLength(1)
    writeFileSync(file, WEEK)
    await eventually(() => expect(last(heard)).toEqual({ events: ['Wages', 'Nonfarm Payrolls'] }))
    expect(said()).toHaveLength(1)
  })
})
