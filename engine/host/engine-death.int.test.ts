import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Cue } from '../contracts/cues.ts'
import { CueDesk } from '../cues/cue-desk.ts'
import type { Host } from './index.ts'
import { eventually } from '../testkit/eventually.ts'
import { bodyOf } from '../testkit/protocol-peer.ts'
import {
  bundleScripted,
  commandOf,
  folderWith,
  linkTo,
  ONE,
  SOME_ID,
  startHost,
} from '../testkit/scripted-host.ts'

beforeAll(bundleScripted)

describe('an engine that dies', () => {
  it('is started again, and every terminal is told to begin anew', async () => {
    const { host, heard } = await startHost()
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

  it('is told at this computer, and so is one that waits for its disk', async () => {
    const { host, folder } = await startHost()
    const told = async (given: Partial<Host>, fail: () => unknown) => {
      const cues: Cue[] = []
      const settings = () => host.settings().settings.alerts
      const ask = () =>
        Promise.resolve({ is: 'failed', code: 'ARCHIVE_DOWN', text: 'No archive here.' } as const)
      const desk = new CueDesk({ desk: { ...host, ask, ...given }, log: { write: () => undefined }, settings, tell: cue => cues.push(cue), now: () => performance.now() }) // prettier-ignore
      await fail()
      await eventually(() => expect(cues).toHaveLength(1))
      desk.stop()
      return cues[0]
    }
    await linkTo(host)
    const fromNowOn = { notices: () => [] }
    const die = () => host.command(commandOf('closePosition', { terminal: ONE, position: '1' }))
    expect(await told(fromNowOn, die)).toMatchObject({
      kind: 'trouble',
      isUrgent: true,
      body: expect.stringMatching(/^The engine stopped and is being started again/) as string,
    })
    const full = { failed: { code: 'DISK_FULL', text: 'The disk is full.' } }
    await eventually(() => expect(host.health().is).toBe('running'))
    writeFileSync(path.join(folder, 'behave.json'), JSON.stringify(full))
    expect(await told(fromNowOn, die)).toMatchObject({ kind: 'trouble', body: 'The disk is full.' }) // prettier-ignore
    const listensLate = await told({}, () => undefined)
    expect(listensLate).toMatchObject({ title: '2 alerts', body: expect.stringMatching(/problem: The engine stopped.*\n.*problem: The disk is full\.$/) as string }) // prettier-ignore
  })

  it('confirms nothing that came while it was down', async () => {
    const { host, heard } = await startHost()
    const terminal = await linkTo(host)
    await host.command(commandOf('closePosition', { terminal: ONE, position: '1' }))
    await terminal.send(terminal.peer.say('busy', { ms: 1 }))
    await terminal.receiveType('refuse')
    expect(heard('frame')).toEqual([])
    expect(terminal.heard.map(({ header }) => header.a)).not.toContain(1)
  })

  it('does not keep a trader from closing everything', async () => {
    const { host } = await startHost()
    const terminal = await linkTo(host)
    const answer = await host.command(commandOf('flattenAll'))
    expect(answer).toMatchObject({ is: 'done', text: expect.stringContaining('terminal-1') as string })
    expect(bodyOf('flatten', await terminal.receiveType('flatten'))).toEqual({ id: SOME_ID, magic: 777_001 })
  })

  it('with no terminal linked sends a trader to MetaTrader', async () => {
    const { host } = await startHost()
    expect(await host.command(commandOf('flattenAll'))).toMatchObject({ is: 'refused', code: 'LINK_DOWN' })
  })

  it('during a flatten leaves a terminal that halts, and an engine that is paused before it meets one', async () => {
    const { host, folder, lines } = await startHost()
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
    const { lines } = await startHost(folder)
    await eventually(() =>
      expect(lines.filter(({ text }) => text === 'pause')).toMatchObject([{ data: { origin: 'tray' } }]),
    )
    await eventually(() => expect(existsSync(path.join(folder, 'owed-pause.json'))).toBe(false))
  })

  it('during a flatten leaves a file for the next host, until an engine has stored the pause', async () => {
    const { host, folder } = await startHost()
    await host.command(commandOf('flattenAll'))
    expect(readFileSync(path.join(folder, 'owed-pause.json'), 'utf8')).toBe('"cli"')
  })

  it('forgets nothing of whose account is shown: the next one is told', async () => {
    const { host, heard } = await startHost()
    const terminal = await linkTo(host)
    expect(host.showTerminal(ONE)).toEqual({ is: 'done' })
    await eventually(() => expect(heard('show')).toEqual([{ terminal: ONE }]))
    await host.command(commandOf('closePosition', { terminal: ONE, position: '1' }))
    await terminal.receiveType('refuse')
    await eventually(() => expect(heard('show')).toHaveLength(2))
  })
})
