import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { EpochMs } from '../../contracts/primitives.ts'
import { aUlid } from '../../testkit/events.ts'
import { aDrop, aLinkedDrop, KEY, optionsFor } from '../../testkit/file-drop-bench.ts'
import { FileTerminal } from '../../testkit/file-terminal.ts'
import { aHello } from '../../testkit/protocol-peer.ts'
import { temporaryFolder } from '../../testkit/temporary-folder.ts'
import { encodeBody, readTicks } from '../../wire/index.ts'
import { FileDrop } from './file-drop.ts'

describe('a terminal on the file road', () => {
  it('is linked by its first status, and tells the same as over ZeroMQ', () => {
    const { lines, types, heard } = aLinkedDrop()
    expect(lines).toEqual(['up terminal-1'])
    expect(types()).toEqual(['specs', 'account', 'positions', 'beat', 'ticks'])
    expect(heard.map(({ header }) => header.n)).toEqual([1, 2, 3, 4, 5])
    const prices: number[] = []
    readTicks(heard[4]?.body ?? new Uint8Array(), (_, __, bid, ask) => prices.push(bid, ask))
    expect(prices).toEqual([1.10234, 1.10236])
  })

  it('tells what changed, and a price that stands still is no tick', () => {
    const { terminal, drop, types, heard } = aLinkedDrop()
    heard.length = 0
    terminal.status()
    drop.poll()
    drop.poll()
    expect(types()).toEqual(['beat'])
  })

  it('that writes nothing for five seconds is down, and its busy time counts', () => {
    const { terminal, drop, lines, wait } = aLinkedDrop()
    terminal.status({ busyMs: 10_000 })
    drop.poll()
    wait(14_000)
    drop.poll()
    expect(lines).toEqual(['up terminal-1'])
    wait(2_000)
    drop.poll()
    expect(lines.at(-1)).toBe('down: it has fallen silent')
  })

  it('that was started again begins a new session', () => {
    const { terminal, drop, lines } = aLinkedDrop()
    terminal.status({ hello: aHello({ nonce: 'ab'.repeat(16) }) })
    drop.poll()
    expect(lines).toEqual(['up terminal-1', 'down: it was started again', 'up terminal-1'])
  })

  it('is not linked by an old status, nor by one that was put back', () => {
    const { terminal, drop, lines, wait, folder } = aDrop()
    terminal.status()
    wait(6_000)
    drop.poll()
    expect(lines).toEqual([])
    terminal.status()
    const older = readFileSync(path.join(folder, 'status.txt'))
    terminal.status()
    drop.poll()
    drop.end('a test')
    writeFileSync(path.join(folder, 'status.txt'), older)
    drop.poll()
    expect(lines).toEqual(['up terminal-1', 'down: a test'])
  })

  it('is linked again after the clock of the computer was set back', () => {
    const { terminal, drop, lines, wait } = aLinkedDrop()
    wait(-3_600_000)
    drop.end('a test')
    const again = new FileTerminal(terminal.folder, KEY, () => Date.now() - 3_600_000)
    again.status()
    drop.poll()
    expect(lines.at(-1)).toBe('up terminal-1')
  })

  it('that is linked by another road is refused with a notice, once', () => {
    const { terminal, drop, lines } = aDrop({ isElsewhere: () => true })
    for (let look = 0; look < 3; look += 1) {
      terminal.status()
      drop.poll()
    }
    expect(lines).toHaveLength(1)
    expect(lines[0]).toContain('notice: Terminal terminal-1 is linked by another road')
  })

  it('gets no bars, and nobody waits for them', () => {
    const { drop, heard } = aLinkedDrop()
    const history = { id: aUlid(1), index: 0, tf: 1 as const, fromMs: EpochMs.parse(0), max: 100 }
    drop.send('history', encodeBody('history', history))
    expect(heard.at(-1)).toMatchObject({
      header: { t: 'bars', rq: aUlid(1), i: 0, tf: 1 },
      body: { length: 0 },
    })
  })
})

describe('the folder', () => {
  it('belongs to one app: a second one stays out, and comes in when the first is gone', () => {
    const { terminal, drop, folder, lines } = aLinkedDrop()
    const second = aDrop({ newToken: () => 'second' }, folder)
    second.terminal.status()
    second.drop.poll()
    expect(second.lines[0]).toContain('is in use by another BITTEN: close one of the two.')
    drop.poll()
    expect(lines).toEqual(['up terminal-1'])
    drop.close()
    terminal.status()
    second.drop.poll()
    expect(second.lines.at(-1)).toBe('up terminal-1')
  })

  it('of an app that died is taken over after five seconds', () => {
    const { folder } = aLinkedDrop()
    const second = aDrop({ newToken: () => 'second' }, folder)
    second.wait(5_100)
    second.terminal.status()
    second.drop.poll()
    expect(second.lines).toEqual(['up terminal-1'])
  })

  it('that another terminal has locked is left alone', () => {
    const { terminal, drop, lines } = aDrop()
    terminal.put('lock.txt', 'terminal-2 123\n')
    terminal.status()
    drop.poll()
    expect(lines[0]).toContain('its lock.txt is of terminal-2')
  })

  it('that vanishes ends the session, and one that returns begins another', () => {
    const { terminal, drop, lines, folder } = aLinkedDrop()
    rmSync(folder, { recursive: true })
    drop.poll()
    expect(lines.some(line => line.startsWith('down: The folder') && line.includes('no such file'))).toBe(
      true,
    )
    mkdirSync(folder)
    terminal.start().status()
    drop.poll()
    expect(lines.at(-1)).toBe('up terminal-1')
  })

  it('that can not be read is named once, with the reason, and ends the session', () => {
    const { drop, lines, folder } = aLinkedDrop()
    rmSync(folder, { recursive: true })
    // Permissions say nothing to an administrator; a link to itself is read by nobody.
    symlinkSync(folder, folder)
    for (let look = 0; look < 3; look += 1) drop.poll()
    expect(lines.filter(line => line.startsWith('notice'))).toHaveLength(1)
    expect(lines.at(-1)).toContain('too many symbolic links')
    expect(lines.some(line => line.startsWith('down: The folder'))).toBe(true)
  })

  it('that is a file, or holds a folder in place of a file, is named with the reason', () => {
    const file = path.join(temporaryFolder(), 'file')
    writeFileSync(file, '')
    const lines: string[] = []
    const options = { ...optionsFor(file), notice: (text: string) => void lines.push(text) }
    new FileDrop(options).poll()
    expect(lines[0]).toContain("can't be used: not a directory")
    const { drop, lines: faults, folder, wait, terminal } = aLinkedDrop()
    mkdirSync(path.join(folder, `trade_result_${aUlid(1)}.txt`))
    drop.poll()
    wait(2_100)
    terminal.status()
    drop.poll()
    expect(faults.at(-1)).toBe('fault NOT_WHOLE')
  })
})
