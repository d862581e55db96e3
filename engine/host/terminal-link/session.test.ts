import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { opened } from '../../testkit/protocol-peer.ts'
import { A_BEAT, BEAT_MS, ONE, SwitchboardBench } from '../../testkit/switchboard-bench.ts'
import { checkMac, encodeBody } from '../../wire/index.ts'

let bench: SwitchboardBench
beforeEach(() => {
  bench = new SwitchboardBench()
})

describe('a session', () => {
  it('delivers every message in order and answers it with an ack', () => {
    const peer = bench.link('c1')
    bench.board.receive('c1', peer.say('beat', A_BEAT))
    bench.board.receive('c1', peer.sayBytes('ticks', Uint8Array.of(1, 2, 3)))
    bench.board.payAcks()
    bench.board.payAcks()
    expect(bench.frames.map(({ header }) => `${header.t} ${header.n}`)).toEqual(['beat 1', 'ticks 2'])
    expect(bench.frames[1]?.body).toEqual(Uint8Array.of(1, 2, 3))
    expect(bench.saidTo('c1').slice(2)).toEqual(['ack 1 a0'])
  })

  it('acknowledges what the engine has on disk, and only in the session it came in', () => {
    const peer = bench.link('c1')
    for (let at = 0; at < 3; at += 1) bench.board.receive('c1', peer.say('beat', A_BEAT))
    bench.board.committed(ONE, 'session-1', 2)
    bench.board.committed(ONE, 'session-1', 1)
    bench.board.committed(ONE, 'session-0', 3)
    bench.board.payAcks()
    expect(bench.saidTo('c1').at(-1)).toBe('ack 1 a2')
  })

  it('numbers and signs what the app says', () => {
    const peer = bench.link('c1')
    const body = encodeBody('ack', {})
    expect(bench.board.send(ONE, 'flatten', body)).toEqual({ is: 'queued' })
    expect(bench.board.send(ONE, 'flatten', body)).toEqual({ is: 'queued' })
    const message = opened(bench.last())
    expect(message.header).toMatchObject({ t: 'flatten', n: 2, s: 'session-1', ms: bench.nowMs })
    expect(peer.keys && checkMac(message, peer.keys.fromApp)).toBeNull()
  })

  it('has no way to a terminal that is not linked, or for a body over the limit', () => {
    expect(bench.board.send(ONE, 'fire', encodeBody('ack', {}))).toEqual({ is: 'down' })
    bench.link('c1')
    expect(bench.board.send(ONE, 'fire', new Uint8Array(300_000))).toMatchObject({ code: 'BODY_LENGTH' })
  })

  it('drops a message with a wrong MAC, session or direction, and counts it', () => {
    const peer = bench.link('c1')
    const [header, body, mac] = peer.say('beat', A_BEAT)
    bench.board.receive('c1', [header, body, mac.map(byte => byte ^ 1)])
    bench.board.receive('c1', peer.say('beat', A_BEAT, { s: 'another1', n: 1 }))
    bench.board.receive('c1', peer.sayBytes('fire', body, { n: 1 }))
    expect(bench.frames).toEqual([])
    expect(bench.told.slice(1)).toEqual([
      'fault terminal-1 BAD_MAC 1',
      'fault terminal-1 WRONG_SESSION 1',
      'fault terminal-1 WRONG_DIRECTION 1',
    ])
  })

  it('drops a repeat', () => {
    const peer = bench.link('c1')
    const message = peer.say('beat', A_BEAT)
    bench.board.receive('c1', message)
    bench.board.receive('c1', message)
    expect(bench.frames).toHaveLength(1)
    expect(bench.told.at(-1)).toBe('fault terminal-1 SEQUENCE_REPEAT 1')
  })

  it('ends at a gap, so that the terminal tells again what was not confirmed', () => {
    const peer = bench.link('c1')
    bench.board.receive('c1', peer.say('beat', A_BEAT))
    peer.say('beat', A_BEAT)
    bench.board.receive('c1', peer.say('beat', A_BEAT))
    bench.board.receive('c1', peer.say('beat', A_BEAT))
    expect(bench.told.slice(1, 3)).toEqual([
      'down terminal-1: messages of it were lost',
      'fault terminal-1 SEQUENCE_GAP 1',
    ])
    expect(bench.frames).toHaveLength(1)
    expect(bench.refusal().text).toBe('1 message before number 3 never came: say hello again.')
    expect(bench.link('c1', peer).session).toBe('session-2')
  })

  it('ends for every terminal when the app wants all of them to begin anew', () => {
    const peer = bench.link('c1')
    bench.board.renewAll('the engine was started again')
    expect(bench.refusal().text).toContain('because the engine was started again: say hello again')
    bench.board.receive('c1', peer.say('beat', A_BEAT))
    expect(bench.saidTo('c1')).toEqual(['challenge 0 a0', 'welcome 0 a0', 'refuse 0 a0'])
    expect(bench.told.slice(1, 2)).toEqual(['down terminal-1: the engine was started again'])
    expect(bench.link('c1', peer).session).toBe('session-2')
  })

  it('does not answer an ack', () => {
    const peer = bench.link('c1')
    bench.board.receive('c1', peer.say('ack', {}))
    bench.board.payAcks()
    expect(bench.saidTo('c1')).toHaveLength(2)
  })
})

describe('a session that loses messages', () => {
  it('delivers what came before the first that is missing, once and in order, and confirms nothing else', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('arrives', 'twice', 'lost', 'forged'), { maxLength: 30 }),
        fates => {
          const own = new SwitchboardBench()
          const peer = own.link('c1')
          for (const fate of fates) {
            const [header, body, mac] = peer.say('beat', A_BEAT)
            if (fate === 'forged') own.board.receive('c1', [header, body, mac.map(byte => byte ^ 1)])
            if (fate === 'arrives' || fate === 'twice') own.board.receive('c1', [header, body, mac])
            if (fate === 'twice') own.board.receive('c1', [header, body, mac])
            own.board.committed(ONE, peer.session, own.frames.at(-1)?.header.n ?? 0)
          }
          const missing = fates.findIndex(fate => fate === 'lost' || fate === 'forged')
          const whole = missing < 0 ? fates.length : missing
          expect(own.frames.map(({ header }) => header.n)).toEqual(
            Array.from({ length: whole }, (_, at) => at + 1),
          )
          const isGapSeen =
            missing >= 0 && fates.slice(missing).some(fate => fate === 'arrives' || fate === 'twice')
          expect(own.told.some(line => line.startsWith('down'))).toBe(isGapSeen)
          own.board.probe()
          if (!isGapSeen) expect(opened(own.last()).header.a).toBe(whole)
        },
      ),
    )
  })
})

describe('the end of a session', () => {
  it('comes after three missed beats', () => {
    const peer = bench.link('c1')
    bench.nowMs += 3 * BEAT_MS
    bench.board.sweep()
    bench.board.receive('c1', peer.say('beat', A_BEAT))
    bench.nowMs += 3 * BEAT_MS + 1
    bench.board.sweep()
    expect(bench.told).toEqual(['up terminal-1 session-1', 'down terminal-1: it has fallen silent'])
  })

  it('waits for a terminal that said it would be busy', () => {
    const peer = bench.link('c1')
    bench.board.receive('c1', peer.say('busy', { ms: 60_000 }))
    bench.nowMs += 60_000
    bench.board.sweep()
    expect(bench.told).toHaveLength(1)
    bench.board.receive('c1', peer.say('beat', A_BEAT))
    bench.nowMs += 3 * BEAT_MS + 1
    bench.board.sweep()
    expect(bench.told).toHaveLength(2)
  })

  it('is not put off by messages that are forged', () => {
    const peer = bench.link('c1')
    const [header, body, mac] = peer.say('beat', A_BEAT)
    bench.nowMs += 3 * BEAT_MS
    bench.board.receive('c1', [header, body, mac.map(byte => byte ^ 1)])
    bench.nowMs += 1
    bench.board.sweep()
    expect(bench.told.at(-1)).toBe('down terminal-1: it has fallen silent')
  })

  it('comes with bye and its reason, with a new hello, and when the app stops', () => {
    const peer = bench.link('c1')
    bench.board.receive('c1', peer.say('bye', { reason: 'chart closed' }))
    bench.link('c1')
    bench.link('c1')
    bench.board.closeAll('BITTEN stopped')
    expect(bench.told.filter(line => line.startsWith('down'))).toEqual([
      'down terminal-1: it said goodbye: chart closed',
      'down terminal-1: it began a new handshake',
      'down terminal-1: BITTEN stopped',
    ])
  })
})
