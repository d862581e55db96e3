import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { commands } from './commands.ts'
import { probeBinary } from './probe/probe-binary.ts'
import { call, callAtTimer, result } from './probe/probe.ts'
import { VirtualTerminal } from './virtual-terminal.ts'

const terminal = new VirtualTerminal(await probeBinary())
const does = (line: string): string => result(terminal.run(call(line)))
const MONDAY_S = 1_767_571_200

beforeEach(() => {
  terminal.wipe()
  terminal.init()
})
afterAll(() => terminal.close())

describe('timers', () => {
  it('come no faster than the floor', () => {
    does('timer 5')
    terminal.advance(160)
    expect(does('counts')).toBe('0 10')
  })

  it('do not pile up while the program sleeps', () => {
    does('timer 20')
    does('sleep 1000')
    expect(does('counts')).toBe('0 1')
  })

  it('run a slow handler once a period at most', () => {
    terminal.run(callAtTimer('sleep 50'))
    does('timer 20')
    terminal.advance(200)
    expect(does('counts')).toBe('0 4')
  })

  it('stop when killed and when the program dies', () => {
    does('timer 20')
    does('kill-timer')
    terminal.advance(100)
    expect(does('counts')).toBe('0 0')
    does('timer 20')
    terminal.crash()
    terminal.init()
    terminal.advance(100)
    expect(does('counts')).toBe('0 0')
  })
})

describe('clocks', () => {
  it('show UTC, the server under New York summer time, and the computer', () => {
    expect(does('clocks')).toBe(`${MONDAY_S} ${MONDAY_S + 7200} ${MONDAY_S} 0 0`)
    const JULY_S = 1_782_864_000
    terminal.run(`clock set ${JULY_S * 1000}`, 'zone computer 3600 europe')
    expect(does('clocks')).toBe(`${JULY_S} ${JULY_S + 10_800} ${JULY_S + 7200} -7200 -3600`)
  })

  it('stand so far ahead of the process as they are told, whatever they were set to before', () => {
    const utcS = () => Number(does('clocks').split(' ')[0])
    terminal.run('clock ahead 0')
    const ownS = utcS()
    terminal.run(`clock set ${MONDAY_S * 1000}`, 'clock ahead 7200000')
    expect(utcS() - ownS).toBe(7200)
  })

  it('change at the right second of the right Sunday', () => {
    const springUtcS = Date.UTC(2026, 2, 8, 7) / 1000
    terminal.run(`clock set ${springUtcS * 1000 - 1000}`)
    expect(does('clocks').split(' ')[1]).toBe(String(springUtcS - 1 + 7200))
    terminal.advance(1000)
    expect(does('clocks').split(' ')[1]).toBe(String(springUtcS + 10_800))
  })

  it('jump with the computer, and the steady one does not', () => {
    const before = does('tick-count')
    terminal.run('clock jump -3600000')
    expect(does('clocks').split(' ')[0]).toBe(String(MONDAY_S - 3600))
    expect(does('tick-count')).toBe(before)
  })
})

describe('global variables', () => {
  it('survive a crash once they are flushed', () => {
    does('global-set a 1')
    does('global-flush')
    does('global-set a 2')
    terminal.crash()
    terminal.init()
    expect(does('global-get a')).toBe('1.00')
  })

  it('survive a crash of the program alone', () => {
    does('global-set a 2')
    terminal.crash({ globals: 'kept' })
    terminal.init()
    expect(does('global-get a')).toBe('2.00')
  })

  it('are missed with 4501, and swapped only on condition', () => {
    expect(does('global-get b')).toBe('0.00 error 4501')
    does('global-set b 1')
    expect(does('global-swap b 5 2')).toBe('false')
    expect(does('global-swap b 5 1')).toBe('true')
    expect(does('global-get b')).toBe('5.00')
  })
})

describe('the network', () => {
  it('delays bytes on the network by virtual time', () => {
    terminal.run('allow localhost')
    does('socket')
    does('connect 1 localhost 1 1')
    terminal.run(commands.netBytes(1, Buffer.from('a'), 25))
    terminal.advance(24)
    expect(does('readable 1')).toBe('0')
    terminal.advance(1)
    expect(does('readable 1')).toBe('1')
  })
})
