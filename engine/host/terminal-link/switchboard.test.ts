import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { EpochMs, TerminalId } from '../../contracts/primitives.ts'
import type { Header } from '../../contracts/wire/index.ts'
import { bodyOf, opened, ProtocolPeer } from '../../testkit/protocol-peer.ts'
import { checkMac, encodeBody, newPairingKey, type Frames } from '../../wire/index.ts'
import { Switchboard, type LinkListener } from './switchboard.ts'

const KEY = newPairingKey()
const ONE = TerminalId.parse('terminal-1')
const BEAT_MS = 1_000

/** A switchboard with a clock to turn, and everything that it said. */
class Bench {
  nowMs = 1_000_000
  readonly told: string[] = []
  readonly frames: { terminal: TerminalId; header: Header; body: Uint8Array }[] = []
  readonly out: { to: string; frames: Frames }[] = []
  readonly board: Switchboard
  #fresh = 0

  constructor() {
    const listener: LinkListener = {
      terminalUp: (terminal, session) => this.told.push(`up ${terminal} ${session}`),
      terminalDown: (terminal, reason) => this.told.push(`down ${terminal}: ${reason}`),
      frame: (terminal, header, body) => this.frames.push({ terminal, header, body }),
      faulted: (terminal, code, _text, count) =>
        this.told.push(`fault ${terminal ?? 'stranger'} ${code} ${count}`),
    }
    this.board = new Switchboard({
      pairingKey: KEY,
      version: '0.1.0',
      beatMs: BEAT_MS,
      now: () => EpochMs.parse(this.nowMs),
      newNonce: () => 'ab'.repeat(16),
      newSession: () => `session-${(this.#fresh += 1)}`,
      out: (to, frames) => this.out.push({ to, frames }),
      listener,
    })
  }

  last(): Frames {
    const last = this.out.at(-1)
    if (!last) throw new Error('nothing was said')
    return last.frames
  }

  /** Type and acknowledged number of everything that was said to a connection. */
  saidTo(to: string): string[] {
    return this.out
      .filter(said => said.to === to)
      .map(({ frames }) => opened(frames).header)
      .map(({ t, n, a }) => `${t} ${n} a${a}`)
  }

  refusal() {
    return bodyOf('refuse', opened(this.last()))
  }

  link(to: string, peer = new ProtocolPeer(KEY)): ProtocolPeer {
    this.board.receive(to, peer.hello())
    this.board.receive(to, peer.prove(this.last()))
    peer.welcomed(this.last())
    return peer
  }
}

let bench: Bench
beforeEach(() => {
  bench = new Bench()
})
const beat = { marketMs: EpochMs.parse(5), autoTrading: true, tradeAllowed: true, brokerConnected: true, pingMs: null, queued: 0, unacked: 0 } // prettier-ignore

describe('a handshake', () => {
  it('leads from hello to a session', () => {
    const peer = bench.link('c1')
    expect(bench.told).toEqual(['up terminal-1 session-1'])
    expect(bench.saidTo('c1')).toEqual(['challenge 0 a0', 'welcome 0 a0'])
    expect(peer.session).toBe('session-1')
  })

  it('with another pairing key is refused, and the sentence says what to do', () => {
    expect(() => bench.link('c1', new ProtocolPeer(newPairingKey()))).toThrow('WRONG_KEY')
    expect(bench.refusal().text).toContain('copy the key')
    expect(bench.told).toEqual(['fault stranger WRONG_KEY 1'])
  })

  it('with a proof that belongs to another transcript is refused, even when its message is signed', () => {
    const peer = new ProtocolPeer(KEY)
    bench.board.receive('c1', peer.hello())
    peer.prove(bench.last())
    const proof = 'ab'.repeat(32)
    bench.board.receive('c1', peer.sayBytes('prove', encodeBody('prove', { proof }), { n: 0 }))
    expect(bench.refusal().code).toBe('WRONG_KEY')
  })

  it('with a hello that was altered on the way is refused', () => {
    const peer = new ProtocolPeer(KEY)
    const [header, body, mac] = peer.hello()
    const altered = Buffer.from(body).toString().replace('"demo"', '"live"')
    bench.board.receive('c1', [header, Buffer.from(altered), mac])
    bench.board.receive('c1', peer.prove(bench.last()))
    expect(bench.refusal().code).toBe('WRONG_KEY')
  })

  it('in another version is refused, whether the hello or its header says so', () => {
    bench.board.receive('c1', new ProtocolPeer(KEY, { versions: [2, 3] }).hello())
    expect(bench.refusal()).toMatchObject({
      code: 'WRONG_VERSION',
      text: expect.stringContaining('version 2, 3') as string,
    })
    bench.board.receive('c2', [Buffer.from('{"v":9,"t":"howdy"}'), Buffer.from('{}'), Buffer.alloc(0)])
    expect(bench.refusal().code).toBe('WRONG_VERSION')
  })

  it('with a hello that is not one is refused with the field that is wrong', () => {
    const [header, , mac] = new ProtocolPeer(KEY).hello()
    bench.board.receive('c1', [header, Buffer.from('{"versions":[1],"uuid":"x"}'), mac])
    expect(bench.refusal()).toMatchObject({
      code: 'BAD_HELLO',
      text: expect.stringContaining('hello: uuid') as string,
    })
  })

  it('that is not finished is forgotten', () => {
    const peer = new ProtocolPeer(KEY)
    bench.board.receive('c1', peer.hello())
    const prove = peer.prove(bench.last())
    bench.nowMs += 10_001
    bench.board.sweep()
    bench.board.receive('c1', prove)
    expect(bench.refusal().code).toBe('BAD_HELLO')
  })
})

describe('a stranger', () => {
  it('is answered once, however much it sends', () => {
    for (let at = 0; at < 100; at += 1) bench.board.receive('c1', [Buffer.from([at, 1, 2])])
    expect(bench.saidTo('c1')).toEqual(['refuse 0 a0'])
    expect(bench.told).toHaveLength(7)
    expect(bench.told.at(-1)).toBe('fault stranger FRAME_COUNT 64')
  })

  it('with a session that ended is told to say hello, and then may', () => {
    const peer = bench.link('c1')
    bench.board.receive('c2', peer.say('beat', beat))
    expect(bench.refusal().text).toContain('say hello first')
    bench.board.close('c1', 'test')
    expect(bench.link('c2', peer).session).toBe('session-2')
  })

  it('is one of at most 64 that are remembered', () => {
    for (let at = 0; at < 200; at += 1) bench.board.receive(`c${at}`, [Buffer.from('?')])
    bench.board.receive('c0', [Buffer.from('?')])
    bench.board.receive('c199', [Buffer.from('?')])
    expect([bench.saidTo('c0').length, bench.saidTo('c199').length]).toEqual([2, 1])
  })

  it('can send whatever it likes: nothing throws and no session begins', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 600 }), { maxLength: 4 }), parts => {
        bench.board.receive('c1', parts)
      }),
    )
    expect(bench.told.filter(line => line.startsWith('up'))).toEqual([])
  })
})

describe('a second terminal with the same id', () => {
  it('is refused while the first one lives, and the first keeps its session', () => {
    const first = bench.link('c1')
    expect(() => bench.link('c2')).toThrow('SECOND_TERMINAL')
    bench.board.receive('c1', first.say('beat', beat))
    expect(bench.frames).toHaveLength(1)
  })

  it('replaces the first once that has missed three beats', () => {
    bench.link('c1')
    bench.nowMs += 3 * BEAT_MS + 1
    bench.link('c2')
    expect(bench.told).toEqual([
      'up terminal-1 session-1',
      'down terminal-1: it came back over a new connection',
      'up terminal-1 session-2',
    ])
  })

  it('with another id is a terminal of its own', () => {
    bench.link('c1')
    bench.link('c2', new ProtocolPeer(KEY, { uuid: TerminalId.parse('terminal-2') }))
    expect(bench.told).toEqual(['up terminal-1 session-1', 'up terminal-2 session-2'])
  })
})

describe('a session', () => {
  it('delivers every message in order and answers it with an ack', () => {
    const peer = bench.link('c1')
    bench.board.receive('c1', peer.say('beat', beat))
    bench.board.receive('c1', peer.sayBytes('ticks', Uint8Array.of(1, 2, 3)))
    bench.board.payAcks()
    bench.board.payAcks()
    expect(bench.frames.map(({ header }) => `${header.t} ${header.n}`)).toEqual(['beat 1', 'ticks 2'])
    expect(bench.frames[1]?.body).toEqual(Uint8Array.of(1, 2, 3))
    expect(bench.saidTo('c1').slice(2)).toEqual(['ack 1 a0'])
  })

  it('acknowledges what the engine has on disk, and only in the session it came in', () => {
    const peer = bench.link('c1')
    for (let at = 0; at < 3; at += 1) bench.board.receive('c1', peer.say('beat', beat))
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
    const [header, body, mac] = peer.say('beat', beat)
    bench.board.receive('c1', [header, body, mac.map(byte => byte ^ 1)])
    bench.board.receive('c1', peer.say('beat', beat, { s: 'another1', n: 1 }))
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
    const message = peer.say('beat', beat)
    bench.board.receive('c1', message)
    bench.board.receive('c1', message)
    expect(bench.frames).toHaveLength(1)
    expect(bench.told.at(-1)).toBe('fault terminal-1 SEQUENCE_REPEAT 1')
  })

  it('ends at a gap, so that the terminal tells again what was not confirmed', () => {
    const peer = bench.link('c1')
    bench.board.receive('c1', peer.say('beat', beat))
    peer.say('beat', beat)
    bench.board.receive('c1', peer.say('beat', beat))
    bench.board.receive('c1', peer.say('beat', beat))
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
    bench.board.receive('c1', peer.say('beat', beat))
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
          const own = new Bench()
          const peer = own.link('c1')
          for (const fate of fates) {
            const [header, body, mac] = peer.say('beat', beat)
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
    bench.board.receive('c1', peer.say('beat', beat))
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
    bench.board.receive('c1', peer.say('beat', beat))
    bench.nowMs += 3 * BEAT_MS + 1
    bench.board.sweep()
    expect(bench.told).toHaveLength(2)
  })

  it('is not put off by messages that are forged', () => {
    const peer = bench.link('c1')
    const [header, body, mac] = peer.say('beat', beat)
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
