import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { TerminalId } from '../../contracts/primitives.ts'
import { ProtocolPeer } from '../../testkit/protocol-peer.ts'
import { A_BEAT, BEAT_MS, KEY, SwitchboardBench } from '../../testkit/switchboard-bench.ts'
import { encodeBody, newPairingKey } from '../../wire/index.ts'

let bench: SwitchboardBench
beforeEach(() => {
  bench = new SwitchboardBench()
})

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
    bench.board.receive('c2', peer.say('beat', A_BEAT))
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
    bench.board.receive('c1', first.say('beat', A_BEAT))
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
