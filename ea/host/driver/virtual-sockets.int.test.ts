import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { commands } from './commands.ts'
import { connectionsThat, sentOn, textsOf, type TerminalLine } from './lines.ts'
import { probeBinary } from './probe/probe-binary.ts'
import { call, result } from './probe/probe.ts'
import { VirtualTerminal } from './virtual-terminal.ts'

const terminal = new VirtualTerminal(await probeBinary())
const lines = (line: string): TerminalLine[] => terminal.run(call(line))
const does = (line: string): string => result(lines(line))
const now = (): number => Number(does('tick-count'))

function connected(): void {
  terminal.run('allow 127.0.0.1')
  does('socket')
  does('connect 1 127.0.0.1 5577 300')
}

beforeEach(() => {
  terminal.wipe()
  terminal.init()
})
afterAll(() => terminal.close())

describe('connecting', () => {
  it('is refused with 4014 when the address is not on the list', () => {
    does('socket')
    expect(does('connect 1 127.0.0.1 5577 300')).toBe('false error 4014')
    expect(does('connected 1')).toBe('false')
  })

  it('tells the driver and takes no time when the other end takes it', () => {
    terminal.run('allow 127.0.0.1')
    does('socket')
    const before = now()
    const answer = lines('connect 1 127.0.0.1 5577 300')
    expect(textsOf(answer, 'opened')).toEqual(['127.0.0.1:5577'])
    expect(result(answer)).toBe('true')
    expect(now()).toBe(before)
  })

  it('fails with 5272 at once when refused, and after the whole timeout when nobody answers', () => {
    terminal.run('allow 127.0.0.1', commands.netAnswer('refuse'))
    does('socket')
    const before = now()
    expect(does('connect 1 127.0.0.1 5577 300')).toBe('false error 5272')
    expect(now() - before).toBe(0)
    terminal.run(commands.netAnswer('silent'))
    expect(does('connect 1 127.0.0.1 5577 300')).toBe('false error 5272')
    expect(now() - before).toBe(300)
  })

  it('ends at 128 sockets with 5271, and a closed handle is 5270', () => {
    for (let i = 0; i < 128; i++) does('socket')
    expect(does('socket')).toBe('-1 error 5271')
    does('close-socket 1')
    expect(does('readable 1')).toBe('0 error 5270')
  })
})

describe('reading', () => {
  it('knows how many bytes are here', () => {
    connected()
    expect(does('readable 1')).toBe('0')
    terminal.run(commands.netBytes(1, Buffer.from('abc')))
    expect(does('readable 1')).toBe('3')
    expect(does('receive 1 2 1')).toBe('2 6162')
    expect(does('readable 1')).toBe('1')
  })

  it('waits for all that was asked for, then gives what there is', () => {
    connected()
    terminal.run(commands.netBytes(1, Buffer.from('abc')), commands.netBytes(1, Buffer.from('de'), 40))
    const before = now()
    expect(does('receive 1 10 50')).toBe('5 6162636465')
    expect(now() - before).toBe(50)
    expect(does('receive 1 10 50')).toBe('-1 ')
  })

  it('with a timeout of 0 waits for two minutes', () => {
    connected()
    const before = now()
    does('receive 1 1 0')
    expect(now() - before).toBe(120_000)
  })

  it('sees the end only behind the last byte', () => {
    connected()
    terminal.run(commands.netBytes(1, Buffer.from('a')), commands.netDo(1, 'close'))
    expect(does('connected 1')).toBe('true')
    expect(does('receive 1 1 1')).toBe('1 61')
    expect(does('readable 1')).toBe('0 error 5273')
    expect(does('connected 1')).toBe('false')
  })

  it('hears nothing at all on a half-open connection', () => {
    connected()
    terminal.run(commands.netDo(1, 'halfopen'))
    const answer = lines('send 1 3')
    expect(result(answer)).toBe('3')
    expect(sentOn(answer, 1)).toHaveLength(0)
    expect(does('connected 1')).toBe('true')
  })

  it('may be told of one byte that is not there', () => {
    terminal.run('speculative on')
    connected()
    expect(does('readable 1')).toBe('1')
    expect(does('receive 1 1 1')).toBe('-1 ')
    expect(does('readable 1')).toBe('0')
  })
})

describe('sending', () => {
  it('brings the bytes to the driver', () => {
    connected()
    expect([...sentOn(lines('send 1 4'), 1)]).toEqual([0, 1, 2, 3])
  })

  it('can be partial', () => {
    connected()
    terminal.run(commands.netSends(1, 3))
    const answer = lines('send 1 10')
    expect(result(answer)).toBe('3')
    expect(sentOn(answer, 1)).toHaveLength(3)
  })

  it('waits for a full pipe until its timeout, which ends the connection', () => {
    connected()
    does('timeouts 1 200 200')
    terminal.run(commands.netWindow(1, 4))
    expect(does('send 1 10')).toBe('4')
    expect(does('writable 1')).toBe('false')
    const before = now()
    expect(does('send 1 10')).toBe('-1 error 5273')
    expect(now() - before).toBe(200)
    expect(does('connected 1')).toBe('false')
  })

  it('fails with 5273 once the other end has reset', () => {
    connected()
    terminal.run(commands.netDo(1, 'reset'))
    expect(does('send 1 1')).toBe('-1 error 5273')
  })
})

describe('a crash', () => {
  it('closes the connections or leaves the other end in the dark', () => {
    connected()
    expect(connectionsThat(terminal.crash({ sockets: 'close' }), 'closed')).toEqual([1])
    terminal.init()
    connected()
    expect(connectionsThat(terminal.crash({ sockets: 'silent' }), 'closed')).toEqual([])
  })

  it('can come after the bytes have left', () => {
    connected()
    terminal.die({ step: 'socket.send', phase: 'after', sockets: 'silent' })
    const answer = lines('send 1 2')
    expect([...sentOn(answer, 1)]).toEqual([0, 1])
    expect(textsOf(answer, 'life')).toEqual(['crashed'])
  })
})
