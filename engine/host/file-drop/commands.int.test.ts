import { readdirSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { EpochMs, type TerminalId, type Ulid } from '../../contracts/primitives.ts'
import type { Header } from '../../contracts/wire/index.ts'
import { eventually } from '../../testkit/eventually.ts'
import { aUlid } from '../../testkit/events.ts'
import { aDrop, aFire, aLinkedDrop, idIn, KEY, optionsFor } from '../../testkit/file-drop-bench.ts'
import { FileTerminal } from '../../testkit/file-terminal.ts'
import { aHello } from '../../testkit/protocol-peer.ts'
import { temporaryFolder } from '../../testkit/temporary-folder.ts'
import { decodeBody, encodeBody } from '../../wire/index.ts'
import { FileRoad } from './file-road.ts'

describe('a command', () => {
  it('waits until the one before it was taken away', () => {
    const { drop, terminal, send } = aLinkedDrop()
    for (const id of [1, 2]) send(aFire(aUlid(id)))
    drop.poll()
    drop.poll()
    expect(idIn(terminal.take())).toBe(aUlid(1))
    expect(terminal.take()).toBeNull()
    drop.poll()
    expect(idIn(terminal.take())).toBe(aUlid(2))
  })

  it('that has waited longer than it is valid is never written', () => {
    const { drop, terminal, send, wait } = aLinkedDrop()
    for (const id of [1, 2]) send(aFire(aUlid(id)))
    drop.poll()
    wait(5_001)
    terminal.status()
    terminal.take()
    drop.poll()
    expect(terminal.take()).toBeNull()
  })

  it('for real money is denied without consent, and written with it', () => {
    for (const hasConsent of [false, true]) {
      const { drop, terminal, send, heard } = aDrop({ hasConsent })
      terminal.status({ hello: aHello({ kind: 'live' }) })
      drop.poll()
      send(aFire(aUlid(1)))
      drop.poll()
      expect(terminal.take() !== null).toBe(hasConsent)
      const verdict = heard.find(({ type }) => type === 'verdict')
      const beat = decodeBody('beat', heard.find(({ type }) => type === 'beat')?.body ?? new Uint8Array())
      expect(verdict === undefined).toBe(hasConsent)
      expect(beat.is === 'body' && beat.body.denies === undefined).toBe(hasConsent)
    }
  })

  it('of another kind does not travel here, and says so', () => {
    const { drop } = aLinkedDrop()
    expect(drop.send('resume', encodeBody('resume', { id: aUlid(1) }))).toMatchObject({
      code: 'NOT_ON_THIS_ROAD',
    })
  })

  it('to let an order wait, or to take one back, is denied at once and never written', () => {
    const { drop, terminal, heard } = aLinkedDrop()
    const { deviation: _, ...order } = aFire(aUlid(1))
    const placed = drop.send(
      'place',
      encodeBody('place', { ...order, untilMs: EpochMs.parse(Date.now() + 60_000) }),
    )
    const cancelled = drop.send('cancel', encodeBody('cancel', { id: aUlid(2), order: aUlid(1) }))
    expect([placed.is, cancelled.is]).toEqual(['refused', 'refused'])
    drop.poll()
    expect(terminal.take()).toBeNull()
    const verdicts = heard
      .filter(({ type }) => type === 'verdict')
      .map(({ body }) => decodeBody('verdict', body))
    expect(verdicts).toMatchObject([
      { body: { id: aUlid(1), is: 'denied' } },
      { body: { id: aUlid(2), is: 'denied' } },
    ])
  })

  it('to a terminal that is not there is not kept', () => {
    expect(aDrop().send(aFire(aUlid(1)))).toEqual({ is: 'down' })
  })
})

describe('the file road, watching by itself', () => {
  function aRoad() {
    const folder = path.join(temporaryFolder(), 'drop')
    const frames: { header: Header; terminal: TerminalId }[] = []
    const road: FileRoad = new FileRoad({
      ...optionsFor(folder),
      folders: [folder],
      listener: {
        ...optionsFor(folder).listener,
        frame: (terminal, header) => {
          frames.push({ header, terminal })
          if (header.t === 'verdict') setImmediate(() => road.committed(terminal, header.s ?? '', header.n))
        },
      },
    })
    onTestFinished(() => road.close())
    return { road, frames, folder }
  }

  it('finds a folder and files that appeared while it was not there', async () => {
    const { frames, folder } = aRoad()
    const terminal = new FileTerminal(folder, KEY)
    for (let id = 1; id <= 20; id += 1) terminal.verdict(aUlid(id))
    terminal.status()
    await eventually(() => expect(frames.filter(({ header }) => header.t === 'verdict')).toHaveLength(20))
    await eventually(() => expect(readdirSync(folder).filter(name => name.startsWith('trade_'))).toEqual([]))
  })

  it('carries 100 commands in a row, each once and in order', async () => {
    const { road, frames, folder } = aRoad()
    const terminal = new FileTerminal(folder, KEY)
    terminal.status()
    const beating = setInterval(() => terminal.status(), 500)
    onTestFinished(() => clearInterval(beating))
    await eventually(() => expect(frames.length).toBeGreaterThan(0))
    const sent = Array.from({ length: 100 }, (_, at) => aUlid(at + 1))
    for (const id of sent)
      road.send(terminal.uuid, 'fire', encodeBody('fire', { ...aFire(id), ttlMs: 60_000 }))
    const taken: (string | null)[] = []
    await eventually(() => {
      const message = terminal.take()
      if (message) {
        taken.push(idIn(message))
        terminal.verdict(taken.at(-1) as Ulid)
      }
      expect(taken).toHaveLength(100)
    })
    expect(taken).toEqual(sent)
    await eventually(() => expect(frames.filter(({ header }) => header.t === 'verdict')).toHaveLength(100))
  })
})
