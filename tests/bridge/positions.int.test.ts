import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Random } from '../../engine/broker-sim/random.ts'
import type { BodyOf } from '../../engine/contracts/wire/index.ts'
import { decodeBody } from '../../engine/wire/index.ts'
import { TIMER_MS, VirtualDesk, type Turn } from './virtual-desk.ts'

const NOW_MS = Date.UTC(2026, 0, 14, 12)
const SYMBOLS = ['EURUSD', 'GBPUSD']
const STEPS = 60
/** The profit is told once a second, and what was done at once. */
const SECOND_TURNS = Math.ceil(1_300 / TIMER_MS)

type Position = BodyOf<'positions'>['positions'][number]
type Kept = Readonly<{
  ticket: number
  symbol: string
  side: string
  lots: number
  open: number
  stop: number
  target: number
  profit: number
}>

const listsOf = (turn: Turn): (readonly Position[])[] =>
  turn.heard.flatMap(({ header, body }) => {
    const list = header.t === 'positions' ? decodeBody('positions', body) : null
    return list?.is === 'body' ? [list.body.positions] : []
  })

const price = (value: number) => (value > 0 ? value.toFixed(5) : null)
const asTold = ({ ticket, symbol, side, lots, open, stop, target, profit }: Kept) => ({
  position: String(ticket),
  symbol,
  side,
  lots: lots.toFixed(2),
  open: price(open),
  stop: price(stop),
  target: price(target),
  profit: Math.round(profit * 100),
})

class Desk extends VirtualDesk {
  told: readonly Position[] = []

  kept(): readonly Kept[] {
    const state = this.terminal.run('state')[0]?.['state'] as { positions: readonly Kept[] }
    return state.positions
  }

  /** Timers until everything must have been told, and how many lists it took. */
  pass(turns: number, ...lines: readonly string[]): number {
    let lists = 0
    for (let at = 0; at < turns; at += 1)
      for (const list of listsOf(this.turn(...(at === 0 ? lines : [])))) {
        this.told = list
        lists += 1
      }
    return lists
  }

  quote(random: Random): string[] {
    return SYMBOLS.map(name => {
      const bid = 1.1 + random.below(40) * 1e-5
      return `tick ${name} ${bid.toFixed(5)} ${(bid + 0.00006).toFixed(5)} now`
    })
  }
}

/** Somebody's next deed on the account. */
function deed(random: Random, open: readonly Kept[]): string {
  const one = open[random.below(open.length)]
  const kind = random.below(6)
  if (!one || kind < 2)
    return `position open ${SYMBOLS[random.below(2)]} ${random.below(2) === 0 ? 'buy' : 'sell'} 0.1${random.below(10)}`
  if (kind === 2) return `position close ${one.ticket}`
  if (kind === 3 && one.lots > 0.05) return `position close ${one.ticket} 0.02`
  const away = (one.side === 'buy' ? -1 : 1) * (0.002 + random.below(50) * 1e-5)
  return `position modify ${one.ticket} sl=${(1.1 + away).toFixed(5)}`
}

describe('the list of positions', () => {
  let desk: Desk

  beforeAll(() => {
    desk = new Desk(NOW_MS, [
      'account login=7001 currency=USD balance=1000000 leverage=500 margin=hedging kind=demo',
      ...SYMBOLS.map(name => `symbol ${name}`),
      'zone server 7200',
      'market open',
    ])
    desk.link()
    desk.pass(100, ...desk.quote(new Random(1)))
  })
  afterAll(() => desk.close())

  it.each([1, 2, 3])('is what the trade server has, whatever is done to the account (seed %i)', seed => {
    const random = new Random(seed)
    for (let step = 0; step < STEPS; step += 1) {
      desk.pass(1, deed(random, desk.kept()))
      if (random.below(2) === 0) desk.pass(1, deed(random, desk.kept()))
      desk.pass(SECOND_TURNS, ...desk.quote(random))
      expect(desk.told).toMatchObject(desk.kept().map(asTold))
    }
  })

  it('is told in the timer after a deed, and for a price once a second', () => {
    const random = new Random(4)
    expect(desk.pass(2, 'position open EURUSD buy 0.10')).toBe(1)
    desk.pass(SECOND_TURNS)
    let lists = 0
    for (let at = 0; at < SECOND_TURNS; at += 1) lists += desk.pass(1, ...desk.quote(random))
    expect(lists).toBeGreaterThanOrEqual(1)
    expect(lists).toBeLessThanOrEqual(2)
  })

  it('is not told again while nothing changes', () => {
    desk.pass(2 * SECOND_TURNS)
    expect(desk.pass(4 * SECOND_TURNS)).toBe(0)
  })

  it('is whole with three hundred of them', () => {
    for (let at = 0; at < 300; at += 1) desk.pass(1, `position open GBPUSD buy 0.01 magic=${at}`)
    desk.pass(SECOND_TURNS, ...desk.quote(new Random(5)))
    expect(desk.kept().length).toBeGreaterThanOrEqual(300)
    expect(desk.told).toMatchObject(desk.kept().map(asTold))
  })
})
