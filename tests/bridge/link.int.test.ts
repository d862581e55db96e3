/** How the EA's link begins: with the app, and with whoever else listens on its port. */
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { commands } from '../../ea/host/driver/commands.ts'
import { formatPairingKey } from '../../engine/wire/index.ts'
import { commandFrame, greeting } from './fuzz/zmtp-oracle.ts'
import { LinkBench, onWire, ready } from './link-bench.ts'

let bench = new LinkBench()
beforeEach(() => {
  bench.terminal.close()
  bench = new LinkBench()
})
afterAll(() => bench.terminal.close())

const pauses = () => bench.opened.slice(1).map((ms, at) => ms - (bench.opened[at] ?? 0))

describe('a link', () => {
  it('stands within a few timers, confirms what was said and commits what was heard', () => {
    bench.link()
    expect(bench.nowMs).toBeLessThan(150)
    expect(bench.ask('beat')).toBe('said 1')
    expect(bench.ask('fact')).toBe('said 2')
    bench.pass(50)
    expect(bench.heard).toEqual(['beat', 'deal'])
    bench.board.committed(bench.terminalId(), 'session-1', 2)
    bench.sayFlatten()
    expect(bench.until('message flatten')).toMatch(/^message flatten \d+ \d+ 0$/)
    expect(bench.prints).toContain('confirmed 2')
    expect(bench.told).toEqual(['up session-1'])
  })

  it.each(['ideal', 'speculative'] as const)(
    'stands with a socket that is %s about what is readable',
    socket => {
      bench.terminal.close()
      bench = new LinkBench({ socket })
      bench.link()
      bench.pass(3_000)
      expect(bench.told).toEqual(['up session-1'])
    },
  )

  it('stands when every byte comes alone and every send takes three', () => {
    bench.wire = frames => Array.from(onWire(frames), byte => Uint8Array.of(byte))
    bench.greets = null
    bench.start()
    bench.until('uuid')
    bench.pass(32)
    bench.run(commands.netSends(bench.connection, 3))
    for (const byte of Buffer.concat([greeting(), ready()])) bench.send(Uint8Array.of(byte))
    bench.until('live')
    bench.ask('beat')
    bench.pass(1_000)
    expect(bench.heard).toEqual(['beat'])
  })

  it('says goodbye when the chart is closed', () => {
    bench.link()
    bench.run('deinit 4')
    expect(bench.told.at(-1)).toBe('down: it said goodbye: chart closed')
  })
})

describe('whoever listens there', () => {
  const reasons: [string, () => void, string][] = [
    ['says nothing', () => (bench.greets = null), 'does not finish the handshake within 5.0 s'],
    [
      'stops after the greeting',
      () => (bench.greets = greeting()),
      'does not finish the handshake within 5.0 s',
    ],
    ['is a web server', () => (bench.greets = Buffer.from('HTTP/1.1 400')), 'does not speak ZeroMQ'],
    [
      'is a publisher',
      () => (bench.greets = Buffer.concat([greeting(), ready('PUB')])),
      'is a PUB of another program',
    ],
    [
      'wants a password',
      () => (bench.greets = Buffer.from(greeting()).fill('PLAIN', 12, 17)),
      'wants the mechanism PLAIN',
    ],
    [
      'sends an endless frame',
      () => (bench.greets = Buffer.concat([greeting(), ready(), Buffer.from('027fffffffffffffff', 'hex')])),
      'a frame of 9223372036854775807 bytes, the limit is 262144',
    ],
    [
      'refuses on the level of ZeroMQ',
      () =>
        (bench.greets = Buffer.concat([
          greeting(),
          commandFrame('ERROR', Buffer.from([2]), Buffer.from('no')),
        ])),
      'the other side refuses: no',
    ],
    [
      'closes at once',
      () => bench.run(commands.netAnswer('refuse')),
      'BITTEN does not answer on 127.0.0.1:5577, error 5272',
    ],
  ]

  it.each(reasons)('and %s, is left and tried again, and told once', (_, make, reason) => {
    bench.terminal.wipe()
    bench.start()
    make()
    bench.pass(20_000)
    expect(bench.told).toEqual([])
    const notes = bench.prints.filter(line => line.startsWith('note'))
    expect(notes).toHaveLength(1)
    expect(notes[0]).toContain(reason)
  })

  it('and has another key, is not believed', () => {
    bench.start({ InpKey: formatPairingKey(Buffer.alloc(32, 8)) })
    expect(bench.until('note')).toContain('WRONG_KEY: The terminal has another pairing key')
    bench.pass(20_000)
    expect(Math.max(...pauses())).toBeLessThanOrEqual(2_000 + 200)
    expect(Math.min(...pauses())).toBeGreaterThanOrEqual(100)
    expect(bench.opened.length).toBeGreaterThan(8)
  })

  it('and forges the welcome, gives no order', () => {
    let count = 0
    bench.wire = ([header, body, mac]) => [
      onWire([header, body, (count += 1) > 1 ? Buffer.from(mac).fill(1) : mac]),
    ]
    bench.start()
    expect(bench.until('note')).toContain('another program listens on the port of BITTEN')
    expect(bench.ask('beat')).toBe('said 0')
  })

  it('is not even tried when the terminal does not allow the address', () => {
    bench.terminal.wipe()
    bench.terminal.input('InpKey', formatPairingKey(Buffer.alloc(32, 9)))
    bench.terminal.init()
    bench.nowMs = 0
    expect(bench.until('note')).toContain('the terminal does not allow 127.0.0.1')
  })
})
