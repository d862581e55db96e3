import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newYorkOffsetMs } from '../../engine/domain/market/city-time.ts'
import { PAIRS, Ulid, type EpochMs } from '../../engine/contracts/index.ts'
import { decodeBody } from '../../engine/wire/index.ts'
import { VirtualDesk, type Turn } from './virtual-desk.ts'

const NOW_MS = Date.UTC(2026, 0, 14, 12)
const HOUR_MS = 3_600_000
const WEEKS = 40
const BROKER_AHEAD_S = 7_200
const BAR_BYTES = 60
/** What the Expert Advisor hands to its socket at once. */
const ONE_TIMER_BYTES = 65_536
const PORTION_BYTES = 500 * BAR_BYTES
const FIRE = Ulid.parse('01KEXR9V00ABCDEFGHJKMNPQRS')

const HOURS = Array.from({ length: WEEKS * 168 }, (_, at) => NOW_MS - (at + 1) * HOUR_MS)
  .toReversed()
  .filter(utc => {
    const newYork = new Date(utc + newYorkOffsetMs(utc))
    const hour = newYork.getUTCDay() * 24 + newYork.getUTCHours()
    return hour >= 17 && hour < 5 * 24 + 17
  })
/** What comes before the first opening of a week cannot be dated. */
const DATED = HOURS.slice(HOURS.findIndex((utc, at) => utc - (HOURS[at - 1] ?? utc) > HOUR_MS))

const requestOf = (index: number) => Ulid.parse(`01KEXR9V00AAAAAAAAAAAAAA${String(index).padStart(2, '0')}`)
/** The chart is EURUSD's: a tick of another pair is seen by the timer. */
const quotes = (step: number, pairs: readonly string[] = PAIRS.slice(1)) =>
  pairs.map(pair => `tick ${pair} 1.1000${step} 1.1001${step} now`)

/** Each symbol's bars in bytes, of these turns. */
function given(turns: readonly Turn[]): number[] {
  const bytes = PAIRS.map(() => 0)
  for (const { header, body } of turns.flatMap(turn => turn.heard))
    if (header.t === 'bars' && header.i !== undefined) bytes[header.i] = (bytes[header.i] ?? 0) + body.length
  return bytes
}

const ends = (turn: Turn) => turn.heard.filter(({ header }) => header.t === 'bars' && !header.more).length
const verdictsOf = (turn: Turn) =>
  turn.heard.flatMap(({ header, body }) => {
    const verdict = header.t === 'verdict' ? decodeBody('verdict', body) : null
    return verdict?.is === 'body' ? [verdict.body.is] : []
  })

describe('fifteen histories that are asked for at once', () => {
  let desk: VirtualDesk
  const first: Turn[] = []
  const turns: Turn[] = []
  let firedAt = 0

  beforeAll(() => {
    desk = new VirtualDesk(NOW_MS, [
      'account login=7001 currency=USD balance=100000 leverage=500 margin=hedging kind=demo',
      ...PAIRS.map(pair => `symbol ${pair}`),
      `zone server ${BROKER_AHEAD_S} america`,
      'market open',
      ...['InpTraining true', 'InpCommission 7', 'InpMaxSpread 100'].map(input => `input ${input}`),
    ])
    for (const pair of PAIRS)
      desk.bars(
        pair,
        HOURS.map(utc => utc / 1_000 + BROKER_AHEAD_S),
      )
    desk.link()
    for (let turn = 0; turn < 200; turn += 1)
      first.push(desk.turn(...(turn % 20 === 0 ? quotes((turn / 20) % 2, PAIRS) : [])))
    PAIRS.forEach((_, index) =>
      desk.send('history', { id: requestOf(index), index, tf: 1, fromMs: 0 as EpochMs, max: 50_000 }),
    )
    for (let ended = 0, turn = 0; ended < PAIRS.length && turn < 1_000; turn += 1) {
      if (turn === 10) {
        firedAt = turns.length
        fire(desk)
      }
      const next = desk.turn(...quotes(turn % 2))
      turns.push(next)
      ended += ends(next)
    }
  }, 60_000)
  afterAll(() => desk.close())

  it('come from symbols that were touched one after the other under few words of `busy`', () => {
    const touches = first.flatMap(turn => turn.heard).filter(({ header }) => header.t === 'busy')
    expect(touches.length).toBeGreaterThan(0)
    expect(touches.length).toBeLessThan(PAIRS.length / 2)
  })

  it('are told whole', () => {
    expect(given(turns)).toEqual(PAIRS.map(() => DATED.length * BAR_BYTES))
  })

  it('take one portion of a timer at least, and no more than the socket is handed at once', () => {
    const first = turns.findIndex(turn => given([turn]).some(bytes => bytes > 0))
    const giving = turns.slice(first, -1)
    expect(giving.length).toBeGreaterThan(20)
    for (const turn of giving) {
      expect(given([turn]).reduce((sum, bytes) => sum + bytes, 0)).toBeGreaterThan(0)
      expect(turn.bytes).toBeLessThanOrEqual(ONE_TIMER_BYTES)
    }
  })

  it('come on side by side: none is more than a portion ahead of another', () => {
    for (let at = 1; at <= turns.length; at += 1) {
      const bytes = given(turns.slice(0, at))
      expect(Math.max(...bytes) - Math.min(...bytes)).toBeLessThanOrEqual(PORTION_BYTES)
    }
  })

  it('keep no tick waiting', () => {
    for (const turn of turns) expect(turn.heard.filter(({ header }) => header.t === 'ticks')).toHaveLength(1)
  })

  it('leave the timer that a fire comes in to its verdict', () => {
    expect(verdictsOf(turns[firedAt] as Turn)).toEqual(['accepted'])
    expect(given(turns.slice(0, firedAt + 1)).every(bytes => bytes < DATED.length * BAR_BYTES)).toBe(true)
  })
})

function fire(desk: VirtualDesk): void {
  desk.send('fire', {
    id: FIRE,
    symbol: 'EURUSD',
    side: 'buy',
    lots: '0.01',
    price: '1.10010',
    stop: '1.09800',
    target: '1.10400',
    deviation: 100,
    maxSpread: 100,
    ttlMs: 10_000,
    magic: 777_001,
    comment: 'while histories come',
  })
}
