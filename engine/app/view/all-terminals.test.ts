import { describe, expect, test } from 'vitest'
import { TerminalId, type AccountKind } from '../../contracts/index.ts'
import type { OpenPosition } from '../../contracts/wire/index.ts'
import { REAL_MONEY } from '../../contracts/settings.ts'
import { aHello, DESK, DeskHarness } from '../../testkit/desk-harness.ts'
import { ONE_OF_EACH } from '../../testkit/one-of-each.ts'

const OTHER = TerminalId.parse('other')

/** A position of ours at `DESK`, and a second terminal, of another account unless its hello says otherwise, that shows `positions`. */
function twoTerminals(
  positions: (ours: OpenPosition) => OpenPosition[],
  hello = { loginHash: 'b'.repeat(32) },
) {
  const desk = new DeskHarness()
  desk.fire(desk.mission().id)
  const [ours] = desk.deliver().broker.positions().positions
  if (!ours) throw new Error('not filled')
  desk.engine.terminalUp(OTHER, 's2', aHello({ uuid: OTHER, ...hello }))
  desk.engine.fact(OTHER, { type: 'specs', body: desk.broker.specs() })
  desk.engine.fact(OTHER, { type: 'account', body: desk.broker.account() })
  desk.engine.fact(OTHER, { type: 'positions', body: { positions: positions(ours) } })
  return { desk, ours }
}

/** What the feed tells of whose view it is. */
const whose = (desk: DeskHarness) => {
  const { shown, kind, stake, account, links } = desk.feed.snapshot()
  return {
    shown,
    kind,
    stake,
    balanceCents: account?.balanceCents,
    rows: links.map(({ accountMark }) => accountMark),
  }
}

/** A second terminal with another account, of which nothing but its kind of money is known. */
function besides(desk: DeskHarness, kind: AccountKind) {
  desk.engine.terminalUp(OTHER, 's2', aHello({ uuid: OTHER, loginHash: 'b'.repeat(32), kind }))
  return desk
}

const shownBy = (desk: DeskHarness) =>
  desk.feed.snapshot().positions.map(({ terminal, position, external }) => ({ terminal, position, external }))

describe('the view of several terminals', () => {
  test('has the positions of each, and says whose they are', () => {
    const { desk, ours } = twoTerminals(open => [{ ...open, position: '900' as never, id: null, magic: 0 }])

    expect(shownBy(desk)).toEqual([
      { terminal: DESK, position: ours.position, external: false },
      { terminal: OTHER, position: '900', external: true },
    ])
  })

  test('has the positions of one account once, however many terminals show it', () => {
    const { desk, ours } = twoTerminals(open => [open], { loginHash: aHello().loginHash })

    expect(shownBy(desk)).toEqual([{ terminal: DESK, position: ours.position, external: false }])
  })

  /** Each position, and since when its terminal is not linked. */
  const seen = (desk: DeskHarness) =>
    desk.feed.snapshot().positions.map(({ position, lastSeenMs }) => [position, lastSeenMs])

  test('keeps what a lost one has shown last, with its time, though another is linked, until it is back', () => {
    const { desk, ours } = twoTerminals(() => [])
    expect(seen(desk)).toEqual([[ours.position, null]])
    const lostMs = desk.engine.desk.timeAt(DESK)

    desk.engine.terminalDown(DESK, 'gone')
    desk.wait(60_000)
    expect(seen(desk)).toEqual([[ours.position, lostMs]])
    expect(desk.feed.snapshot().positions[0]?.handles).toBeNull()
    desk.engine.terminalDown(OTHER, 'gone')
    expect(seen(desk)).toEqual([[ours.position, lostMs]])

    desk.greet()
    expect(seen(desk)).toEqual([[ours.position, lostMs]])
    desk.engine.terminalDown(DESK, 'gone again, before it has told anything')
    expect(seen(desk)).toEqual([[ours.position, lostMs]])
    desk.greet().tell({ type: 'positions', body: { positions: [] } })
    expect(seen(desk)).toEqual([])
    desk.engine.terminalDown(DESK, 'gone')
    expect(seen(desk)).toEqual([])
  })

  test('has them from another terminal of the account when that shows them, and as they were until it does', () => {
    const { desk, ours } = twoTerminals(open => [open], { loginHash: aHello().loginHash })
    const third = TerminalId.parse('third')
    for (const id of [DESK, OTHER]) desk.engine.terminalDown(id, 'gone')
    desk.engine.terminalUp(third, 's3', aHello({ uuid: third }))
    expect(seen(desk)).toEqual([[ours.position, expect.any(Number)]])
    expect(desk.feed.snapshot().fire).toMatchObject({ openTrades: 1 })

    desk.engine.fact(third, { type: 'positions', body: { positions: [ours] } })
    expect(seen(desk)).toEqual([[ours.position, null]])
  })

  test('forgets what the former account of a terminal has shown', () => {
    const { desk } = twoTerminals(() => [])
    desk.greet({ loginHash: 'c'.repeat(32) }).engine.terminalDown(DESK, 'gone')
    expect(seen(desk)).toEqual([])
  })

  test('keeps an order that waits at a lost one', () => {
    const { desk } = twoTerminals(() => [])
    const waiting = { ...ONE_OF_EACH.orderRecorded, terminal: DESK, waitsUntilMs: desk.nowMs() }
    desk.engine.desk.record(waiting)
    desk.engine.desk.record({ ...ONE_OF_EACH.orderAnswered, order: waiting.order, is: 'placed' })
    desk.engine.terminalDown(DESK, 'gone')
    const text = 'Its terminal is not linked: it may be filled meanwhile.'
    expect(desk.feed.snapshot().orders).toMatchObject([{ order: waiting.order, terminal: DESK, text }])
  })

  test('has nothing of a lost list that another terminal of the account does not list', () => {
    const { desk } = twoTerminals(() => [], { loginHash: aHello().loginHash })
    const listed = { order: '88', symbol: 'EURUSD', side: 'buy', at: 'limit', lots: '1.00', price: '1.10000', stop: null, target: null, untilMs: null, magic: 0, id: null } // prettier-ignore
    desk.tell({ type: 'orders', body: { orders: [listed as never] } })
    desk.engine.fact(OTHER, { type: 'orders', body: { orders: [] } })
    const shown = () => desk.feed.snapshot().orders.map(({ order }) => order)
    expect(shown()).toEqual(['88'])
    desk.engine.terminalDown(DESK, 'gone')
    expect(shown()).toEqual([])
  })

  test('has an order whose own terminal is gone once, however many others look after it', () => {
    const { desk } = twoTerminals(() => [], { loginHash: aHello().loginHash })
    const third = TerminalId.parse('third')
    desk.engine.terminalUp(third, 's3', aHello({ uuid: third }))
    desk.fire(desk.mission().id)
    desk.lose().engine.terminalDown(DESK, 'gone')

    expect(desk.feed.snapshot().orders.filter(({ state }) => state === 'recorded' || state === 'sent')).toHaveLength(1) // prettier-ignore
  })
})

describe('the shown terminal', () => {
  test('is the one that was asked for, and the first before that', () => {
    const desk = besides(new DeskHarness().link(), 'demo')
    expect(whose(desk)).toEqual({ shown: DESK, kind: 'simulated', stake: 'demo', balanceCents: 1_000_000, rows: ['aaaa', 'bbbb'] }) // prettier-ignore

    desk.feed.show(OTHER)
    expect(whose(desk)).toMatchObject({ shown: OTHER, kind: 'demo', stake: 'demo', balanceCents: undefined })
  })

  test('is the first again while the one that was asked for is gone, and comes back with it', () => {
    const desk = besides(new DeskHarness().link(), 'demo')
    desk.feed.show(OTHER)

    desk.engine.terminalDown(OTHER, 'gone')
    expect(whose(desk).shown).toBe(DESK)
    besides(desk, 'demo')
    expect(whose(desk).shown).toBe(OTHER)
  })

  test.each([
    ['live', 'simulated', 'live'],
    ['contest', 'demo', 'contest'],
    ['simulated', 'live', 'live'],
    ['demo', 'simulated', 'demo'],
  ] as const)('beside %s leaves %s at stake as %s, whichever is shown', (second, first, stake) => {
    const desk = besides(new DeskHarness({ hello: { kind: first } }).link(), second)
    for (const terminal of [DESK, OTHER]) {
      desk.feed.show(terminal)
      expect(whose(desk).stake).toBe(stake)
    }
    desk.engine.terminalDown(DESK, 'gone')
    desk.engine.terminalDown(OTHER, 'gone')
    expect(whose(desk).stake).toBe(stake)
  })

  test('turned to another leaves a gap in the revisions, so that no price of the former stays', () => {
    const desk = besides(
      new DeskHarness().link().play(2, () => 110_000),
      'demo',
    )
    const { rev, prices } = desk.feed.snapshot()
    expect(Object.keys(prices)).toEqual(['EURUSD'])

    desk.feed.show(OTHER)
    expect(desk.feed.patch()?.rev).toBe(rev + 2)
    const turned = desk.feed.snapshot()
    expect(turned).toMatchObject({ rev: rev + 2, shown: OTHER, prices: {} })
    expect(desk.feed.patch()).toBeNull()
  })

  test('hides no mission of another, and none of a terminal that is not linked is offered', () => {
    const desk = new DeskHarness()
    const { id } = desk.mission()
    besides(desk, 'demo')
    desk.feed.show(OTHER)
    const shown = () => desk.feed.snapshot().missions.map(({ mission, shot }) => ({ id: mission.id, lots: shot?.lots })) // prettier-ignore
    expect(shown()).toEqual([{ id, lots: expect.any(Number) as number }])
    expect(desk.fire(id)).toMatchObject({ is: 'done' })

    desk.engine.terminalDown(DESK, 'gone')
    expect(shown()).toEqual([])
  })

  test('is whose refusals are told: they are of its market', () => {
    const desk = new DeskHarness()
    desk.mission()
    besides(desk, 'demo')
    expect(desk.feed.snapshot().refusals.length).toBeGreaterThan(0)
    desk.feed.show(OTHER)
    expect(desk.feed.snapshot().refusals).toEqual([])
  })

  test('hides no consent that another account waits for', () => {
    const desk = besides(new DeskHarness().link(), 'live')
    expect(desk.feed.snapshot().fire.consents).toEqual([{ terminal: OTHER, words: REAL_MONEY }])
  })
})

test('what is open at a terminal that is gone is at stake still, while another one is linked', () => {
  const desk = new DeskHarness().link()
  besides(desk, 'live')
  const live = { ...ONE_OF_EACH.orderRecorded, terminal: OTHER, account: 'live' } as const
  desk.engine.desk.record(live)
  desk.engine.terminalDown(OTHER, 'gone')
  expect([whose(desk).kind, whose(desk).stake]).toEqual(['simulated', 'live'])
  desk.engine.desk.record({ ...ONE_OF_EACH.orderSettled, order: live.order })
  expect(whose(desk).stake).toBe('simulated')
})
