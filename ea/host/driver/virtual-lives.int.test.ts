import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { TerminalGone, textsOf, VerbRefused } from './lines.ts'
import { probeBinary } from './probe/probe-binary.ts'
import { call, FILE, result } from './probe/probe.ts'
import { VirtualTerminal } from './virtual-terminal.ts'

const binary = await probeBinary()
const terminal = new VirtualTerminal(binary)
const does = (line: string): string => result(terminal.run(call(line)))

beforeEach(() => {
  terminal.wipe()
  terminal.init()
})
afterAll(() => terminal.close())

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
})
