import { beforeAll, describe, expect, it } from 'vitest'
import type { ViewPatch } from '../contracts/views.ts'
import { eventually } from '../testkit/eventually.ts'
import { bundleScripted, commandOf, folderWith, linkTo, ONE, startHost } from '../testkit/scripted-host.ts'

beforeAll(bundleScripted)

describe('commands, questions and views', () => {
  it('are answered, and told events reach their listeners', async () => {
    const { host } = await startHost()
    const told: number[] = []
    host.onTold(events => told.push(events.length))
    expect(await host.command(commandOf('pause'))).toEqual({ is: 'done', text: 'paused' })
    expect(told).toEqual([1])
    expect(await host.ask({ kind: 'ledgerSummary' })).toMatchObject({ is: 'answer', value: { events: 7 } })
    expect(await host.view()).toMatchObject({ is: 'answer', value: { rev: 0 } })
  })

  it('under an id that is in use are refused', async () => {
    const { host } = await startHost()
    void host.command(commandOf('resume'))
    expect(await host.command(commandOf('resume'))).toMatchObject({ is: 'refused', code: 'REPEATED' })
  })

  it('that kill the archive are answered all the same', async () => {
    const { host } = await startHost()
    expect(await host.ask({ kind: 'equityCurve', account: 'demo', points: 2 })).toMatchObject({
      is: 'failed',
      code: 'ARCHIVE_DOWN',
    })
    await eventually(async () => expect((await host.ask({ kind: 'ledgerSummary' })).is).toBe('answer'))
  })

  it('wait for an archive that starts behind the first picture, or for the end', async () => {
    let picture = () => {}
    const hungryAfter = new Promise<void>(resolve => (picture = resolve))
    const { host } = await startHost(folderWith(), { hungryAfter, training: { speed: 5 } })
    const early = host.ask({ kind: 'ledgerSummary' })
    await host.command(commandOf('pause'))
    expect(host.notices()).toEqual([])
    picture()
    expect(await early).toMatchObject({ is: 'answer', value: { events: 7 } })
    await eventually(() => expect(host.notices()).toHaveLength(1))

    const never = await startHost(folderWith(), { hungryAfter: new Promise(() => {}) })
    const late = never.host.ask({ kind: 'ledgerSummary' })
    await never.host.stop()
    expect(await late).toMatchObject({ is: 'failed', code: 'ARCHIVE_DOWN' })
  })

  it('give patches to whoever watches, after a restart of the engine too', async () => {
    const { host, heard } = await startHost()
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
    const without = await startHost()
    expect(without.host.simulate({ kind: 'pause' })).toMatchObject({ code: 'NO_SIMULATOR' })
    const { host } = await startHost(folderWith(), { training: { speed: 5 } })
    await eventually(() => expect(host.notices()).toHaveLength(1))
    const given = JSON.parse(host.notices()[0]?.text ?? '') as unknown
    expect(given).toMatchObject({ endpoint: `tcp://127.0.0.1:${host.ready().port}`, speed: 5 })
    expect(host.simulate({ kind: 'pause' })).toEqual({ is: 'done' })
  })
})
