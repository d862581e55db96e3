/** What a session of the EA's link outlives, and at what it ends. */
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { commands } from '../../ea/host/driver/commands.ts'
import { commandFrame, frame } from './fuzz/zmtp-oracle.ts'
import { BEAT_MS, LinkBench, onWire } from './link-bench.ts'

let bench = new LinkBench()
beforeEach(() => {
  bench.terminal.close()
  bench = new LinkBench()
})
afterAll(() => bench.terminal.close())

describe('a session', () => {
  it('ends after five beats of silence on a connection that is half open, and begins anew', () => {
    bench.link()
    bench.run(commands.netDo(bench.connection, 'halfopen'))
    const began = bench.nowMs
    expect(bench.until('apart')).toBe('apart BITTEN has answered nothing for 5.0 s')
    expect(bench.nowMs - began).toBeLessThan(5 * BEAT_MS + 100)
    bench.pass(1_000)
    expect(bench.told.filter(line => line.startsWith('up'))).toHaveLength(2)
  })

  it('is not given up because the EA itself was busy for a minute', () => {
    bench.link()
    bench.ask('sleep', 60_000)
    bench.pass(200)
    expect(bench.ask('state')).toMatch(/^live faults 0/)
  })

  it.each(['close', 'reset'] as const)('that the app ends with a %s is noticed and replaced', how => {
    bench.link()
    bench.run(commands.netDo(bench.connection, how))
    bench.board.close(`connection-${bench.connection}`, 'its connection was closed')
    bench.ask('beat')
    bench.until('apart', 7_000)
    bench.prints = bench.prints.filter(line => !line.startsWith('live'))
    bench.until('live', 3_000)
  })

  it('ends at a message that was lost', () => {
    bench.link()
    const carry = bench.wire
    bench.wire = () => []
    bench.sayFlatten()
    bench.wire = carry
    bench.sayFlatten()
    expect(bench.until('apart')).toContain('messages of BITTEN were lost')
  })

  it('drops a message that came before, and lives on', () => {
    bench.link()
    bench.wire = frames => [onWire(frames), onWire(frames)]
    bench.sayFlatten()
    bench.until('message flatten')
    bench.pass(500)
    expect(bench.prints.filter(line => line.startsWith('message'))).toHaveLength(1)
    expect(bench.ask('state')).toMatch(/^live faults [1-9]/)
  })

  it.each([0, 1, 2])('drops a message whose frame %i was altered, and ends at the next', which => {
    bench.link()
    const carry = bench.wire
    bench.wire = frames => [
      onWire(
        frames.map((part, at) => (at === which ? Buffer.concat([part.subarray(1), Buffer.from('x')]) : part)),
      ),
    ]
    bench.sayFlatten()
    bench.wire = carry
    bench.sayFlatten()
    bench.until('apart')
    expect(bench.prints.some(line => line.startsWith('message'))).toBe(false)
  })

  it('ends at a body over the limit before it is stored', () => {
    bench.link()
    bench.send(frame(1, Buffer.from('{}')))
    bench.send(frame(1, Buffer.alloc(262_145)).subarray(0, 4_000))
    expect(bench.until('apart')).toContain('a frame of 262145 bytes')
  })

  it('outlives 50,000 pings, and answers no more than it can keep', () => {
    bench.link()
    const pings = Buffer.concat(
      Array.from({ length: 5_000 }, () => commandFrame('PING', Buffer.from([0, 1]))),
    )
    bench.run(commands.netWindow(bench.connection, 0))
    for (let at = 0; at < 10; at += 1) bench.send(pings)
    bench.pass(300)
    expect(bench.ask('ticks', 10)).toMatch(/waiting 6\d{4}$/)
    bench.run(commands.netWindow(bench.connection, -1))
    bench.ask('beat')
    bench.pass(500)
    expect(bench.ask('state')).toMatch(/^live faults 0/)
  })

  it('takes no more ticks for an app that does not read, and ends when it does not read at all', () => {
    bench.link()
    bench.run(commands.netWindow(bench.connection, 0))
    const said = Array.from({ length: 12 }, () => bench.ask('ticks', 200_000))
    expect(said.filter(line => line.startsWith('said 0'))).toHaveLength(2)
    expect(bench.ask('fact')).toBe('said 11')
    for (let at = 0; at < 12; at += 1) bench.ask('deal', 200_000)
    expect(bench.ask('fact')).toBe('said 0')
    expect(bench.until('apart')).toBe('apart BITTEN does not read what is sent to it')
  })

  it('keeps nothing that was not sent when it ends', () => {
    bench.link()
    bench.run(commands.netWindow(bench.connection, 0))
    bench.ask('ticks', 100_000)
    bench.until('apart')
    expect(bench.ask('ticks', 1)).toBe('said 0 waiting 0')
  })

  it('says nothing that is over a limit', () => {
    bench.link()
    expect(bench.ask('deal', 262_145)).toMatch(/^said 0/)
    expect(bench.ask('deal', 262_144)).toMatch(/^said 1/)
  })
})
