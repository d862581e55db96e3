/** What the whole Expert Advisor tells of orders that wait and of money that comes and goes, over its link. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Random } from '../../engine/broker-sim/random.ts'
import { Cents, EpochMs, Ulid } from '../../engine/contracts/index.ts'
import type { BodyOf, JsonMessageType } from '../../engine/contracts/wire/index.ts'
import { decodeBody } from '../../engine/wire/index.ts'
import { TIMER_MS, VirtualDesk, type Turn } from './virtual-desk.ts'

const NOW_MS = Date.UTC(2026, 0, 14, 12)
const BROKER_AHEAD_S = 7_200
/** What was done is told at once, and at the next look at the latest. */
const LOOK_TURNS = Math.ceil(300 / TIMER_MS)
const PLACE = Ulid.parse('01KEXR9V00ABCDEFGHJKMNPQRS')
const SYNC = Ulid.parse('01KEXR9V01ABCDEFGHJKMNPQRS')
const STEPS = 80

type Told = BodyOf<'orders'>['orders'][number]
type Kept = Readonly<{
  ticket: number
  symbol: string
  type: number
  left: number
  price: number
  stop: number
  target: number
  untilS: number
}>

const WAYS = ['limit', 'limit', 'stop', 'stop', 'stopLimit', 'stopLimit'] as const
const KINDS = [
  'buy-limit',
  'sell-limit',
  'buy-stop',
  'sell-stop',
  'buy-stop-limit',
  'sell-stop-limit',
] as const
const price = (value: number) => (value > 0 ? value.toFixed(5) : null)
const asTold = ({ ticket, symbol, type, left, price: at, stop, target, untilS }: Kept) => ({
  order: String(ticket),
  symbol,
  side: type % 2 === 0 ? 'buy' : 'sell',
  at: WAYS[type - 2],
  lots: left.toFixed(2),
  price: price(at),
  stop: price(stop),
  target: price(target),
  untilMs: untilS === 0 ? null : (untilS - BROKER_AHEAD_S) * 1_000,
  // Somebody else's.
  magic: 0,
  id: null,
})

function bodies<T extends JsonMessageType>(turns: readonly Turn[], type: T): readonly BodyOf<T>[] {
  return turns.flatMap(({ heard }) =>
    heard.flatMap(({ header, body }) => {
      const read = header.t === type ? decodeBody(type, body) : null
      return read?.is === 'body' ? [read.body] : []
    }),
  )
}

class Desk extends VirtualDesk {
  told: readonly Told[] = []

  pass(turns: number, ...lines: readonly string[]): readonly Turn[] {
    const passed: Turn[] = []
    for (let at = 0; at < turns; at += 1) passed.push(this.turn(...(at === 0 ? lines : [])))
    this.told = bodies(passed, 'orders').at(-1)?.orders ?? this.told
    return passed
  }

  /** Asking the trade server lets its time pass: what expires then has to be told first. */
  settled(): readonly Kept[] {
    for (;;) {
      const kept = this.kept()
      this.pass(LOOK_TURNS)
      if (this.kept().length === kept.length) return kept
    }
  }

  kept(): readonly Kept[] {
    const state = this.terminal.run('state')[0]?.['state'] as { orders: readonly Kept[] }
    return state.orders
  }
}

let desk: Desk
beforeEach(() => {
  desk = new Desk(NOW_MS, [
    'account login=7001 currency=USD balance=10000 leverage=500 margin=hedging kind=demo',
    'symbol EURUSD',
    `zone server ${BROKER_AHEAD_S} none`,
    'market open',
    'input InpCommission 7',
    'input InpMaxSpread 100',
  ])
  desk.link()
  // The broker's clock has to be measured.
  for (let step = 0; step < 200; step += 1)
    desk.pass(4, `tick EURUSD ${(1.1 + (step % 2) * 1e-5).toFixed(5)} 1.10010 now`)
})
afterEach(() => desk.close())

const place = (over: Partial<BodyOf<'place'>> = {}): void =>
  desk.send('place', {
    id: PLACE,
    symbol: 'EURUSD',
    side: 'buy',
    lots: '0.10',
    price: '1.09900',
    stop: '1.09700',
    target: '1.10300',
    untilMs: EpochMs.parse(desk.nowMs + 1_500_000),
    maxSpread: 30,
    ttlMs: 5_000,
    magic: 777_001,
    comment: 'BITTEN',
    ...over,
  })

/** Somebody's next deed among the orders that wait. */
function deed(random: Random, waiting: readonly Kept[]): string {
  const one = waiting[random.below(waiting.length)]
  if (one && random.below(3) === 0) return `order remove ${one.ticket}`
  const kind = random.below(6)
  const away = 0.002 + random.below(50) * 1e-5
  const isAbove = kind === 1 || kind === 2 || kind === 4
  const at = 1.1 + (isAbove ? away : -away)
  const second = at + (kind === 4 ? -0.001 : 0.001)
  const until =
    random.below(2) === 0
      ? ''
      : ` until=${Math.floor(desk.nowMs / 1_000) + BROKER_AHEAD_S + 2 + random.below(20)}`
  return `order place EURUSD ${KINDS[kind]} 0.1${random.below(10)} ${at.toFixed(5)} stoplimit=${second.toFixed(5)}${until}`
}

describe('the list of orders that wait', () => {
  it.each([1, 2, 3])('is what the trade server has, whatever is done to them (seed %i)', seed => {
    const random = new Random(seed)
    for (let step = 0; step < STEPS; step += 1) {
      desk.pass(LOOK_TURNS, 'tick EURUSD 1.10000 1.10010 now', deed(random, desk.kept()))
      const kept = desk.settled()
      expect(desk.told, `step ${step}`).toEqual(kept.map(asTold))
    }
  })

  it('is not told again while nothing changes', () => {
    desk.pass(LOOK_TURNS, 'order place EURUSD buy-limit 0.1 1.09')
    expect(bodies(desk.pass(200, 'tick EURUSD 1.10000 1.10010 now'), 'orders')).toEqual([])
  })

  it('tells what a hand changes of one', () => {
    desk.pass(LOOK_TURNS, 'order place EURUSD buy-limit 0.1 1.09')
    const until = Math.floor(desk.nowMs / 1_000) + BROKER_AHEAD_S + 600
    for (const words of ['sl=1.08000', 'price=1.09100', `until=${until}`]) {
      desk.pass(LOOK_TURNS, `order modify ${desk.told[0]?.order} ${words}`)
      expect(desk.told, words).toEqual(desk.kept().map(asTold))
    }
    expect(desk.told).toMatchObject([
      { stop: '1.08000', price: '1.09100', untilMs: (until - BROKER_AHEAD_S) * 1_000 },
    ])
  })

  it('says whose an order is', () => {
    place()
    desk.pass(LOOK_TURNS)
    desk.pass(LOOK_TURNS, 'order place EURUSD buy-limit 0.1 1.09 magic=5')
    expect(desk.told.map(({ magic, id }) => [magic, id])).toEqual([
      [777_001, PLACE],
      [5, null],
    ])
  })

  it('comes with the answer to a sync, after the positions', () => {
    place()
    desk.pass(LOOK_TURNS)
    desk.send('sync', { id: SYNC, commands: [PLACE], dealsSinceMs: EpochMs.parse(0) })
    const turns = desk.pass(LOOK_TURNS)
    const types = turns.flatMap(({ heard }) => heard.map(({ header }) => header.t))
    const order = ['verdict', 'account', 'positions', 'orders', 'synced']
    expect(types.filter(type => order.includes(type))).toEqual(order)
    expect(bodies(turns, 'verdict')).toMatchObject([{ id: PLACE, is: 'placed' }])
    expect(bodies(turns, 'orders')).toMatchObject([{ orders: [{ id: PLACE }] }])
  })
})

describe("the end of an order's time", () => {
  it("is the server's own, and told in UTC", () => {
    const untilMs = EpochMs.parse(NOW_MS + 600_500)
    place({ untilMs })
    const turns = desk.pass(LOOK_TURNS)
    expect(bodies(turns, 'verdict')).toMatchObject([{ is: 'placed' }])
    expect(desk.kept()).toMatchObject([{ untilS: (NOW_MS + 600_000) / 1_000 + BROKER_AHEAD_S }])
    expect(desk.told).toMatchObject([{ untilMs: NOW_MS + 600_000 }])
  })

  it('that is over in UTC places nothing', () => {
    place({ untilMs: EpochMs.parse(desk.nowMs - 1_000) })
    expect(bodies(desk.pass(LOOK_TURNS), 'verdict')).toMatchObject([{ is: 'expired', order: null }])
  })
})

describe('what was paid in and out', () => {
  const transfers = (turns: readonly Turn[]) => bodies(turns, 'account').at(-1)?.transfers
  /** The terminal's own accounts begin with money that no deal has brought. */
  beforeEach(() => void desk.pass(LOOK_TURNS, 'account balance=0'))

  it('is told with the account, and its changes at once', () => {
    expect(transfers(desk.pass(LOOK_TURNS, 'account deposit=500'))).toBe(Cents.parse(50_000))
    expect(transfers(desk.pass(LOOK_TURNS, 'account deposit=-120.50'))).toBe(Cents.parse(37_950))
    expect(transfers(desk.pass(LOOK_TURNS, 'account lend=100'))).toBe(Cents.parse(47_950))
  })

  it('is not told of an account with money and without any history, which may load still', () => {
    const [first] = bodies(desk.pass(LOOK_TURNS, 'account balance=9000'), 'account')
    expect(first?.equity).toBe(900_000)
    expect(first?.transfers).toBeUndefined()
  })

  it('is not told either while the deals do not make the money: a part of them is missing', () => {
    expect(transfers(desk.pass(LOOK_TURNS, 'account deposit=4000'))).toBe(Cents.parse(400_000))
    const turns = desk.pass(LOOK_TURNS, 'account balance=10000', 'account deposit=0.01')
    expect(bodies(turns, 'account').at(-1)?.balance).toBe(1_000_001)
    expect(transfers(turns)).toBeUndefined()
  })

  it('is no result of a trade', () => {
    desk.pass(LOOK_TURNS, 'account deposit=10500')
    desk.pass(LOOK_TURNS, 'position open EURUSD buy 1')
    const turns = desk.pass(LOOK_TURNS, 'tick EURUSD 1.10500 1.10510 now', 'position close 1001')
    const account = bodies(turns, 'account').at(-1)
    expect(account).toMatchObject({ transfers: 1_050_000 })
    expect(account?.balance).toBeGreaterThan(1_050_000)
  })

  it('is found again when it was missed while there was no line', () => {
    desk.pass(LOOK_TURNS, 'connected off')
    desk.pass(LOOK_TURNS, 'account deposit=77')
    const turns = desk.pass(LOOK_TURNS * 4, 'connected on', 'tick EURUSD 1.10000 1.10010 now')
    expect(transfers(turns)).toBe(Cents.parse(7_700))
  })
})
