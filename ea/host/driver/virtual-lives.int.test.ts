import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { commands } from './commands.ts'
import { TerminalGone, textsOf, VerbRefused } from './lines.ts'
import { probeBinary } from './probe/probe-binary.ts'
import { call, callAtTimer, FILE, result } from './probe/probe.ts'
import { VirtualTerminal } from './virtual-terminal.ts'

const binary = await probeBinary()
const terminal = new VirtualTerminal(binary)
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

describe('a life', () => {
  it('ends by OnDeinit with its reason', () => {
    expect(textsOf(terminal.deinit(3), 'print')).toEqual(['deinit 3'])
  })

  it('ends in the middle of OnDeinit after two and a half seconds', () => {
    terminal.crash()
    terminal.input('InpDeinitMs', '2400')
    terminal.init()
    expect(textsOf(terminal.deinit(1), 'print')).toEqual(['deinit 1'])
    terminal.input('InpDeinitMs', '2600')
    terminal.init()
    expect(textsOf(terminal.deinit(1), 'life')).toEqual(['OnDeinit was too slow'])
  })

  it('ends with reason 8 when OnInit fails, and hears no events', () => {
    terminal.deinit(1)
    terminal.input('InpInitResult', '1')
    expect(textsOf(terminal.init(), 'print')).toEqual(['init', 'deinit 8'])
    expect(terminal.run(call('counts'))).toEqual([])
  })

  it('ends by ExpertRemove when the handler has returned', () => {
    expect(textsOf(terminal.run(call('remove')), 'print')).toEqual(['remove=', 'deinit 0'])
  })

  it('has its events one after another', () => {
    const printed = textsOf(terminal.run(call('custom 5 hello')), 'print')
    expect(printed).toEqual(['custom=true', 'event 1005 7 hello'])
  })

  it('is forgotten by wipe, with its files, clock and inputs', () => {
    const script = [
      'input InpInitResult 0',
      'init',
      call(`open a.txt ${FILE.write | FILE.text}`),
      call('write 1 hello'),
      'advance 1234',
      call('clocks'),
      'crash files=torn',
      'file list',
    ]
    terminal.wipe()
    const first = terminal.exchange(script)
    terminal.wipe()
    expect(terminal.exchange(script)).toBe(first)
  })

  it('begins on another computer for each seed', () => {
    const uptime = (seed: number): string => {
      terminal.wipe(seed)
      terminal.init()
      return does('tick-count')
    }
    expect(uptime(1)).not.toBe(uptime(2))
    expect(uptime(1)).toBe(uptime(1))
  })
})

describe('hashes', () => {
  it('are those of the standards', () => {
    expect(does('sha256 abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
    expect(does('md5 abc')).toBe('900150983cd24fb0d6963f7d28e17f72')
    expect(does('base64 light-work')).toBe('bGlnaHQtd29yaw==')
  })
})

describe('the control channel', () => {
  it('refuses what it cannot do with a sentence and goes on', () => {
    expect(() => terminal.run('no-such-verb')).toThrow(VerbRefused)
    expect(() => terminal.run('advance soon')).toThrow('MS is no integer: soon')
    expect(() => terminal.run('init')).toThrow('a program is running')
    expect(() => terminal.run('advance 1 2')).toThrow('too many words')
    expect(terminal.run('inputs')).toHaveLength(1)
  })

  it('takes several commands in one line and answers once', () => {
    const answer = terminal.exchange([`advance 10\t${call('counts')}`])
    expect(answer.match(/"done"/g)).toHaveLength(1)
    expect(answer).toContain('counts=0 0')
  })

  it('ends with the text of a critical error and exit code 70', async () => {
    const other = new VirtualTerminal(binary)
    other.init()
    expect(() => other.run(call('out-of-range 9'))).toThrow(TerminalGone)
    expect(await other.exited).toBe(70)
  })

  it('plays the same bytes for the same seed in another process', () => {
    const script = [
      'init',
      call(`open a ${FILE.write | FILE.text}`),
      call('write 1 abcdefgh'),
      'crash files=torn',
      'file get a',
    ]
    const play = (seed: number): string => {
      const one = new VirtualTerminal(binary, { seed })
      const bytes = one.exchange(script)
      one.close()
      return bytes
    }
    expect(play(7)).toBe(play(7))
    const seeds = new Set([1, 2, 3, 4, 5, 6, 7, 8].map(play))
    expect(seeds.size).toBeGreaterThan(1)
  })

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
