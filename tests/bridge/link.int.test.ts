import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { commands } from '../../ea/host/driver/commands.ts'
import { encodeBody, formatPairingKey } from '../../engine/wire/index.ts'
import { TerminalId } from '../../engine/contracts/primitives.ts'
import { commandFrame, frame, greeting } from './fuzz/zmtp-oracle.ts'
import { BEAT_MS, LinkBench, onWire, ready } from './link-bench.ts'

let bench = new LinkBench()
beforeEach(() => {
  bench.terminal.close()
  bench = new LinkBench()
})
afterAll(() => bench.terminal.close())

const terminalId = (): TerminalId =>
  TerminalId.parse(bench.prints.find(line => line.startsWith('uuid'))?.split(' ')[1])
const flatten = encodeBody('ack', {})
const say = () => bench.board.send(terminalId(), 'flatten', flatten)
const pauses = () => bench.opened.slice(1).map((ms, at) => ms - (bench.opened[at] ?? 0))

describe('a link', () => {
  it('stands within a few timers, confirms what was said and commits what was heard', () => {
    bench.link()
    expect(bench.nowMs).toBeLessThan(150)
    expect(bench.ask('beat')).toBe('said 1')
    expect(bench.ask('fact')).toBe('said 2')
    bench.pass(50)
    expect(bench.heard).toEqual(['beat', 'deal'])
    bench.board.committed(terminalId(), 'session-1', 2)
    say()
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
    say()
    bench.wire = carry
    say()
    expect(bench.until('apart')).toContain('messages of BITTEN were lost')
  })

  it('drops a message that came before, and lives on', () => {
    bench.link()
    bench.wire = frames => [onWire(frames), onWire(frames)]
    say()
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
    say()
    bench.wire = carry
    say()
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

describe('the clock', () => {
  it('knows the millisecond after a second has passed, and tells when it was set', () => {
    bench.start()
    bench.pass(2_500)
    expect(Number(bench.ask('state').split(' within ')[1])).toBeLessThanOrEqual(20)
    bench.run('clock jump 3600000')
    bench.pass(50)
    const jump = Number(bench.until('jumped').split(' ')[1])
    expect(Math.abs(jump - 3_600_000)).toBeLessThan(1_100)
  })
})

describe('the uuid', () => {
  const told = () => bench.prints.filter(line => line.startsWith('uuid') || line.startsWith('refused')).at(-1)
  const fileName = (): string => {
    const [line] = bench.terminal.run('file list').filter(entry => JSON.stringify(entry).includes('chart_'))
    const [name] = JSON.stringify(line).match(/BITTEN[^"]*chart_\d+\.txt/) ?? []
    if (name === undefined) throw new Error('the EA has written no file for its uuid')
    return name.replaceAll('\\\\', '/')
  }

  it('is kept over crashes of the terminal', () => {
    bench.start()
    const first = terminalId()
    expect(told()).toBe(`uuid ${first} true`)
    bench.run('crash', 'init')
    expect(told()).toBe(`uuid ${first} false`)
  })

  it.each(['0b0b0b0b-0b0b-4b0b-8b0b-0b0b0b0b0b0b 0123456789abcdef\n', '', 'x'.repeat(600)])(
    'is a new one when the file is of another chart or broken',
    content => {
      bench.start()
      const first = terminalId()
      const name = fileName()
      bench.run('crash', commands.putFile(name, Buffer.from(content)), 'init')
      expect(told()).toMatch(/^uuid [0-9a-f-]{36} true$/)
      expect(told()).not.toContain(first)
      expect(told()).not.toContain('0b0b0b0b')
    },
  )

  it('is not made anew because another program holds its file', () => {
    bench.start()
    const first = terminalId()
    const name = fileName()
    bench.run('crash', `file hold ${name}`, 'init')
    expect(told()).toContain('cannot be opened')
    bench.run(`file release ${name}`, 'init')
    expect(told()).toBe(`uuid ${first} false`)
  })

  it('that cannot be kept is none, and the EA does not start', () => {
    bench.terminal.wipe()
    bench.terminal.run(commands.diskFull())
    bench.terminal.input('InpKey', formatPairingKey(Buffer.alloc(32, 9)))
    const lines = bench.terminal.init()
    expect(JSON.stringify(lines)).toContain('cannot be written')
  })
})
