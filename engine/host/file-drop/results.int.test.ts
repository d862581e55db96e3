import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { EpochMs } from '../../contracts/primitives.ts'
import { aUlid } from '../../testkit/events.ts'
import { aDeal, aLinkedDrop } from '../../testkit/file-drop-bench.ts'
import { decodeBody, encodeBody } from '../../wire/index.ts'

describe('a file', () => {
  it('that is half written is read again, and taken when it is whole', () => {
    const { terminal, drop, types, folder } = aLinkedDrop()
    const file = path.join(folder, `trade_result_${aUlid(1)}.txt`)
    const whole = terminal.verdict(aUlid(1)) && readFileSync(file)
    writeFileSync(file, whole.subarray(0, whole.length - 20))
    drop.poll()
    expect(types()).not.toContain('verdict')
    writeFileSync(file, whole)
    drop.poll()
    expect(types()).toContain('verdict')
  })

  it('that stays torn for two seconds is put aside and reported', () => {
    const { drop, lines, files, folder, wait, terminal } = aLinkedDrop()
    writeFileSync(path.join(folder, `trade_result_${aUlid(1)}.txt`), '{"v":1,"t":"verd')
    drop.poll()
    wait(1_900)
    drop.poll()
    expect(lines).toEqual(['up terminal-1'])
    wait(200)
    terminal.status()
    drop.poll()
    expect(lines.at(-1)).toBe('fault NOT_WHOLE')
    expect(files().filter(name => name.startsWith('rejected_'))).toHaveLength(1)
  })

  it('with a wrong MAC is put aside and reported, whichever it is', () => {
    const { drop, lines, files, terminal } = aLinkedDrop()
    const forged = terminal.signed('status', Buffer.from('{}'), new Uint8Array(32))
    terminal.put('status.txt', forged)
    terminal.put(`trade_result_${aUlid(1)}.txt`, forged)
    drop.poll()
    expect(lines).toContain('fault BAD_MAC')
    expect(files().filter(name => name.startsWith('rejected_'))).toHaveLength(2)
  })

  it('under the name of another command is put aside', () => {
    const { drop, lines, folder, terminal } = aLinkedDrop()
    terminal.verdict(aUlid(1))
    const [from, to] = [1, 2].map(id => path.join(folder, `trade_result_${aUlid(id)}.txt`))
    renameSync(from ?? '', to ?? '')
    drop.poll()
    expect(lines.at(-1)).toBe('fault WRONG_NAME')
  })
})

describe('a result', () => {
  it('is told once, in the order of writing, and deleted when the engine has stored it and not before', () => {
    const { terminal, drop, types, files, confirm } = aLinkedDrop()
    terminal.verdict(aUlid(1)).deal(aDeal('200'))
    drop.poll()
    drop.poll()
    expect(types().slice(5)).toEqual(['verdict', 'deal'])
    expect(files().filter(name => name.startsWith('trade_result'))).toHaveLength(2)
    confirm()
    expect(files().filter(name => name.startsWith('trade_result'))).toEqual([])
  })

  it('that nobody confirmed is told again in the next session', () => {
    const { terminal, drop, types, heard } = aLinkedDrop()
    terminal.verdict(aUlid(1))
    drop.poll()
    heard.length = 0
    drop.end('the engine was started again')
    drop.poll()
    expect(types()).toEqual(['specs', 'verdict', 'account', 'positions', 'beat', 'ticks'])
  })

  it('that is put back after it was stored is not told again', () => {
    const { terminal, drop, lines, heard, confirm, folder } = aLinkedDrop()
    terminal.verdict(aUlid(1))
    const file = path.join(folder, `trade_result_${aUlid(1)}.txt`)
    const replay = readFileSync(file)
    drop.poll()
    confirm()
    heard.length = 0
    writeFileSync(file, replay)
    drop.poll()
    expect(heard).toEqual([])
    expect(lines.at(-1)).toBe('fault RESULT_REPEAT')
    expect(existsSync(file)).toBe(false)
  })

  it('that says more than the one before it is told too, and not deleted with it', () => {
    const { terminal, drop, heard, confirm, files } = aLinkedDrop()
    terminal.verdict(aUlid(1), { is: 'unknown' })
    drop.poll()
    terminal.verdict(aUlid(1))
    confirm()
    expect(files()).toContain(`trade_result_${aUlid(1)}.txt`)
    drop.poll()
    const words = heard.flatMap(({ type, body }) => {
      const read = type === 'verdict' ? decodeBody('verdict', body) : null
      return read?.is === 'body' ? [read.body.is] : []
    })
    expect(words).toEqual(['unknown', 'accepted'])
  })

  it('of a sync is told before the sync counts as answered, also when it is written slowly', () => {
    const { terminal, drop, types, heard, folder } = aLinkedDrop()
    heard.length = 0
    drop.send(
      'sync',
      encodeBody('sync', { id: aUlid(9), commands: [aUlid(1)], dealsSinceMs: EpochMs.parse(0) }),
    )
    drop.poll()
    terminal.verdict(aUlid(1), { is: 'buried' })
    const file = path.join(folder, `trade_result_${aUlid(1)}.txt`)
    const whole = readFileSync(file)
    writeFileSync(file, whole.subarray(0, 40))
    expect(terminal.answerSync()).toBe(aUlid(9))
    drop.poll()
    expect(types()).toEqual(['beat'])
    writeFileSync(file, whole)
    drop.poll()
    expect(types()).toEqual(['beat', 'verdict', 'synced'])
  })
})
