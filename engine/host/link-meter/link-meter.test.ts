import { describe, expect, it } from 'vitest'
import { EpochMs, Ulid } from '../../contracts/primitives.ts'
import type { Header } from '../../contracts/wire/index.ts'
import { aHello } from '../../testkit/protocol-peer.ts'
import { encodeBody } from '../../wire/index.ts'
import { BeatRing } from './beat-ring.ts'
import { LinkMeter, type Moment } from './link-meter.ts'

const START = 1_700_000_000_000
const ID = Ulid.parse('01KDVDNP00ABCDEFGHJKMNPQRS')
const at = (ms: number): Moment => ({ nowMs: EpochMs.parse(START + ms), steadyMs: ms })
const hidden = (text: string) => text.replace('secret', '[hidden]')

function aMeter(road: 'zmq' | 'files' = 'zmq') {
  const hello = aHello()
  const meter = new LinkMeter(hello.uuid, hello, road, at(0), hidden)
  meter.up(hello, road, at(0))
  return meter
}
const header = (t: Header['t'], n: number, more: Partial<Header> = {}): Header => ({ v: 1, t, s: 'session-1', n, a: 0, ms: START, ...more }) // prettier-ignore
const beat = (pingMs: number | null) =>
  encodeBody('beat', {
    marketMs: EpochMs.parse(START),
    autoTrading: true,
    tradeAllowed: true,
    brokerConnected: true,
    pingMs,
    queued: 0,
    unacked: 0,
  })
const verdict = (is: 'unknown' | 'accepted') =>
  encodeBody('verdict', { id: ID, is, retcode: 0, order: null, deal: null, position: null, price: null, lots: null, text: '' }) // prettier-ignore
const sayHalt = (meter: LinkMeter, ms: number) =>
  meter.said('halt', encodeBody('halt', { id: ID, reason: 'r' }), at(ms))

describe('the meter of a link', () => {
  it('counts messages by kind in both directions, and the quotes and minutes in them', () => {
    const meter = aMeter()
    meter.heard(header('ticks', 1), new Uint8Array(90), () => at(1))
    meter.heard(header('ticks', 2), new Uint8Array(30), () => at(2))
    meter.heard(header('bars', 3), new Uint8Array(120), () => at(3))
    meter.heard(header('deal', 4, { pd: 1 }), new Uint8Array(2), () => at(4))
    sayHalt(meter, 5)
    expect(meter.traffic(START + 9)).toMatchObject({
      received: [
        { type: 'ticks', messages: 2, records: 4 },
        { type: 'bars', messages: 1, records: 2 },
        { type: 'deal', messages: 1, records: null },
      ],
      sent: [{ type: 'halt', messages: 1, records: null }],
      toldAgain: 1,
    })
  })

  it('takes from a beat the ping, its way by two clocks, and the time until it is on disk', () => {
    const meter = aMeter()
    meter.heard(header('beat', 7), beat(12.5), () => at(40))
    meter.stored('session-1', 6, 43)
    expect(meter.traffic(START + 50).beats).toEqual([{ atMs: START + 40, pingMs: 12.5, wayMs: 40, deskMs: null }]) // prettier-ignore
    meter.stored('another', 7, 44)
    meter.stored('session-1', 8, 45)
    expect(meter.traffic(START + 50).beats).toMatchObject([{ deskMs: 5 }])
  })

  it('knows nothing of the way of a beat that is dated here', () => {
    const meter = aMeter('files')
    meter.heard(header('beat', 1), beat(null), () => at(40))
    expect(meter.traffic(START + 50).beats).toMatchObject([{ pingMs: null, wayMs: null }])
  })

  it('times a command by the first word about it, once', () => {
    const meter = aMeter()
    sayHalt(meter, 100)
    meter.heard(header('verdict', 1), verdict('unknown'), () => at(130))
    meter.heard(header('verdict', 2), verdict('accepted'), () => at(9_000))
    const { answers, verdicts } = meter.traffic(START + 9_000)
    expect(answers).toEqual([{ atMs: START + 130, type: 'halt', tookMs: 30 }])
    expect(verdicts).toEqual({ unknown: 1, accepted: 1 })
  })

  it('does not time a command over the end of its session', () => {
    const meter = aMeter()
    sayHalt(meter, 100)
    meter.down('gone with the secret', at(200))
    meter.up(aHello({ program: 'newer 2' }), 'zmq', at(300))
    meter.heard(header('verdict', 1), verdict('accepted'), () => at(400))
    expect(meter.traffic(START + 500)).toMatchObject({
      answers: [],
      sessions: 2,
      isUp: true,
      program: 'newer 2',
      linkedMs: START + 300,
      lastEnd: { atMs: START + 200, reason: 'gone with the [hidden]' },
    })
  })

  it('keeps what the terminal says for the log, newest first, without secrets', () => {
    const meter = aMeter()
    const note = (text: string) => encodeBody('note', { level: 'warn', text })
    for (let n = 1; n <= 25; n += 1) meter.heard(header('note', n), note(`secret ${n}`), () => at(n))
    const { notes } = meter.traffic(START + 99)
    expect(notes).toHaveLength(20)
    expect(notes[0]).toEqual({ atMs: START + 25, level: 'warn', text: '[hidden] 25' })
  })

  it('survives bodies that make no sense', () => {
    const meter = aMeter()
    for (const t of ['beat', 'verdict', 'synced', 'note'] as const)
      meter.heard(header(t, 1), new Uint8Array([1, 2, 3]), () => at(1))
    meter.said('fire', new Uint8Array(0), at(2))
    expect(meter.traffic(START + 9)).toMatchObject({ beats: [], answers: [], notes: [], verdicts: {} })
  })
})

describe('the ring of beats', () => {
  it('keeps the newest, and none that is older than ten minutes', () => {
    const ring = new BeatRing()
    for (let n = 0; n < 3_000; n += 1) ring.add({ atMs: n * 1_000, pingMs: n, wayMs: null })
    const samples = ring.samples(2_999_000)
    expect(samples).toHaveLength(601)
    expect(samples[0]).toEqual({ atMs: 2_399_000, pingMs: 2_399, wayMs: null, deskMs: null })
    expect(samples.at(-1)?.atMs).toBe(2_999_000)
  })

  it('of beats that come faster keeps as many as it has room for', () => {
    const ring = new BeatRing()
    for (let n = 0; n < 3_000; n += 1) ring.add({ atMs: n * 100, pingMs: n, wayMs: null })
    expect(ring.samples(299_900).map(({ pingMs }) => pingMs)).toEqual(
      Array.from({ length: 1_200 }, (_, n) => n + 1_800),
    )
  })
})
