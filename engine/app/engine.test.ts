import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { memoryLedger } from '../adapters/ledger/index.ts'
import { applyPatch, type EpochMs, type EventKind, type Ulid } from '../contracts/index.ts'
import { StoreFault, type Ledger } from '../ports/index.ts'
import { DESK, DeskHarness, MINUTE } from '../testkit/desk-harness.ts'
import { emptyDesk } from './desk-state.ts'
import { fold } from './fold.ts'

const terminalOf = (desk: DeskHarness) => desk.engine.desk.terminals.get(DESK)
const orderOf = (desk: DeskHarness) => [...desk.engine.desk.state.orders.values()].at(-1)
const kindsOf = (desk: DeskHarness, from: EventKind) => {
  const kinds = desk.all().map(event => event.kind)
  return kinds.slice(kinds.indexOf(from))
}

describe('from a tick to a closed trade', () => {
  test('a stretched close becomes a drill, is fired, filled with a ticket and its stop, closed at the target, and pays XP', () => {
    const desk = new DeskHarness()
    const mission = desk.mission()
    expect(mission).toMatchObject({
      side: 'sell',
      drill: true,
      quality: 'DRILL',
      setup: 'BIGBAR-FADE',
      kind: 'simulated',
    })
    expect(mission.expectedR).toBeLessThan(0)

    expect(desk.fire(mission.id)).toMatchObject({ is: 'done' })
    desk.deliver()
    expect(orderOf(desk)?.state).toBe('filled')
    expect(desk.broker.positions().positions[0]).toMatchObject({
      stop: expect.any(String) as string,
      id: orderOf(desk)?.recorded.order,
    })

    desk.play(5, minute => 110_400 - minute * 200)
    const isOfTheTrade = (kind: EventKind) => kind !== 'missionRefused' && kind !== 'ghostEnded'
    expect(kindsOf(desk, 'orderRecorded').filter(isOfTheTrade)).toEqual([
      'orderRecorded', 'orderSent', 'orderAnswered', 'dealDone', 'dealDone', 'tradeClosed', 'excursionMeasured', 'xpAwarded', 'xpAwarded', 'xpAwarded', 'equityMarked',
    ]) // prettier-ignore
    const [trade] = desk.events('tradeClosed').map(event => event.trade)
    expect(trade).toMatchObject({
      reason: 'target',
      dealIn: expect.stringMatching(/^\d+$/) as string,
      dealOut: expect.stringMatching(/^\d+$/) as string,
    })
    expect(trade?.r).toBeGreaterThan(1.5)
    expect(desk.events('xpAwarded').map(event => event.xp)).toEqual([4, 2, 10])
    expect(
      new Set(
        desk
          .all()
          .filter(({ kind }) => isOfTheTrade(kind))
          .slice(-8, -1)
          .map(event => event.trace),
      ),
    ).toEqual(new Set([mission.id]))
  })

  test('money at risk before the shot is the money lost at the stop', () => {
    const desk = new DeskHarness()
    const mission = desk.mission()
    desk.fire(mission.id)
    desk.deliver().play(6, minute => Math.min(mission.stop - 6, 110_400 + minute * 100))
    const [trade] = desk.events('tradeClosed').map(event => event.trade)
    expect(trade).toMatchObject({ reason: 'stop' })
    expect(Math.abs((trade?.netCents ?? 0) + (trade?.riskCents ?? 0))).toBeLessThanOrEqual(1)
    expect(trade?.r).toBeCloseTo(-1, 3)
  })

  test('outside training the same close is refused, with every reason and its figures', () => {
    for (const options of [{ drills: false }, { hello: { kind: 'demo' as const } }]) {
      const desk = new DeskHarness(options)
      expect(() => desk.mission()).toThrow(/no mission/)
      const refused = desk.events('missionRefused').at(-1)
      expect(refused?.refusals.map(reason => reason.code)).toEqual([
        'VALUE_BELOW_GATE',
        'CALENDAR_MISSING',
        'STOP_OF_COST',
      ])
      expect(refused?.refusals[0]).toMatchObject({ limit: 0.05, value: refused?.mission.expectedR })
    }
  })

  test('a mission ends when its time is over, and when the price has closed half the stop against it', () => {
    const late = new DeskHarness()
    const mission = late.mission()
    late.play(26, () => mission.entry)
    expect(late.events('missionExpired').at(-1)).toMatchObject({
      mission: mission.id,
      reason: 'Its time ran out.',
    })
    const against = new DeskHarness()
    const sold = against.mission()
    against.play(11, () => sold.entry + sold.stopPoints * 0.6)
    expect(against.events('missionExpired').at(-1)?.reason).toMatch(/half the stop/)
    expect(against.fire(sold.id)).toMatchObject({ is: 'denied' })
  })

  test('a denied shot is recorded with its reasons and sends nothing', () => {
    const desk = new DeskHarness()
    const mission = desk.mission()
    desk.engine.command({ kind: 'setSelector', id: mission.id, origin: 'window', selector: 'SAFE' })
    const before = desk.sent.length
    expect(desk.fire(mission.id)).toMatchObject({ is: 'denied', denials: [{ code: 'SELECTOR_SAFE' }] })
    expect(desk.sent).toHaveLength(before)
    expect(desk.events('fireDenied')[0]?.denials.map(denial => denial.code)).toEqual(['SELECTOR_SAFE'])
  })

  test('the same mission fires once', () => {
    const desk = new DeskHarness()
    const mission = desk.mission()
    desk.fire(mission.id)
    expect(desk.fire(mission.id)).toMatchObject({ is: 'denied' })
    expect(desk.deliver().broker.positions().positions).toHaveLength(1)
  })
})

describe('record, then send', () => {
  test('the whole intent is stored before a byte of it leaves', () => {
    const desk = new DeskHarness()
    const mission = desk.mission()
    desk.fire(mission.id)
    expect(desk.events('orderRecorded')).toHaveLength(1)
    expect(desk.sent.at(-1)).toMatchObject({
      type: 'fire',
      body: { id: desk.events('orderRecorded')[0]?.order },
    })
  })

  test('when the ledger cannot store, nothing is sent and nothing is told', () => {
    const real = memoryLedger()
    let full = false
    const ledger: Ledger = {
      ...real,
      append: (events, wallMs) => {
        if (full) throw new StoreFault('DISK_FULL', 'The disk is full.')
        return real.append(events, wallMs)
      },
    }
    const desk = new DeskHarness({ ledger })
    const mission = desk.mission()
    const before = desk.sent.length
    full = true
    expect(() => desk.fire(mission.id)).toThrow('The disk is full.')
    expect(desk.sent).toHaveLength(before)
    expect(desk.events('orderRecorded')).toHaveLength(0)
  })
})

describe('facts in any order', () => {
  const fired = () => {
    const desk = new DeskHarness()
    desk.fire(desk.mission().id)
    desk.mute = true
    desk.deliver()
    desk.mute = false
    const [verdict, ...rest] = desk.broker.sync({ id: 'x' as Ulid, commands: [orderOf(desk)?.recorded.order as Ulid], dealsSinceMs: 0 as EpochMs }, desk.nowMs()) // prettier-ignore
    if (!verdict) throw new Error('the broker says nothing')
    return { desk, facts: [verdict, ...rest.filter(fact => fact.type === 'deal')] }
  }

  test('verdict and deal, repeated and in any order, make one fill', () => {
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat(1)), fc.integer({ min: 2, max: 8 }), (picks, count) => {
        const { desk, facts } = fired()
        const order = [...picks.take(count)].map(pick => facts[pick]).filter(fact => fact !== undefined)
        desk.hear(order).hear(facts)
        expect(orderOf(desk)?.state).toBe('filled')
        expect(desk.events('dealDone')).toHaveLength(1)
        expect(desk.events('orderAnswered')).toHaveLength(1)
      }),
      { numRuns: 12 },
    )
  })
})

describe('a crash or a lost message', () => {
  test('an order that never left is asked for, buried, and never counts as a position', () => {
    const desk = new DeskHarness()
    desk.fire(desk.mission().id)
    desk.crash().link()
    expect(orderOf(desk)?.state).toBe('neverHappened')
    expect(desk.broker.positions().positions).toHaveLength(0)
    expect(terminalOf(desk)?.armed).toBe(true)
  })

  test('an order that was filled while the app was dead is found, once, with its stop', () => {
    const desk = new DeskHarness()
    desk.fire(desk.mission().id)
    desk.mute = true
    desk.deliver()
    desk.mute = false
    desk.crash().link()
    expect(orderOf(desk)).toMatchObject({ state: 'filled', verdict: 'accepted' })
    expect(desk.events('dealDone')).toHaveLength(1)
    expect(desk.broker.positions().positions).toHaveLength(1)
    expect(terminalOf(desk)?.armed).toBe(true)
  })

  test('a position that was closed while the app was dead becomes a trade', () => {
    const desk = new DeskHarness()
    desk.fire(desk.mission().id)
    desk.deliver()
    desk.mute = true
    desk.play(5, minute => 110_400 - minute * 200)
    desk.mute = false
    desk.crash().link()
    expect(orderOf(desk)?.state).toBe('closed')
    expect(desk.events('tradeClosed')).toHaveLength(1)
  })

  test('an unanswered order becomes unknown, counts as open, and is resolved by the terminal', () => {
    const desk = new DeskHarness()
    desk.fire(desk.mission().id)
    desk.lose().wait(9_000)
    expect(orderOf(desk)?.state).toBe('unknown')
    expect(desk.engine.desk.state.exposed.size).toBe(1)
    expect(terminalOf(desk)?.armed).toBe(false)
    desk.deliver()
    expect(orderOf(desk)?.state).toBe('neverHappened')
    expect(terminalOf(desk)?.armed).toBe(true)
  })

  test('a timeout of the trade server that did execute ends in one position', () => {
    const desk = new DeskHarness({ temper: { script: ['timeoutExecuted'] } })
    desk.fire(desk.mission().id)
    desk.deliver().wait(9_000).deliver()
    expect(desk.events('orderAnswered').map(event => event.is)).toContain('unknown')
    expect(orderOf(desk)?.state).toBe('filled')
    expect(desk.broker.positions().positions).toHaveLength(1)
  })

  test('whenever it crashes, the memory rebuilt from the ledger equals the memory that was lost', () => {
    fc.assert(
      fc.property(fc.nat(12), minutes => {
        const desk = new DeskHarness()
        desk.fire(desk.mission().id)
        desk.deliver().play(minutes, minute => 110_400 - minute * 70)
        desk.engine.stop()
        const rebuilt = emptyDesk()
        for (const event of desk.all()) fold(rebuilt, event)
        expect(rebuilt).toEqual(desk.engine.desk.state)
      }),
      { numRuns: 8 },
    )
  })
})

describe('what is not ours', () => {
  const withStranger = (margin: 'hedging' | 'netting') => {
    const desk = new DeskHarness({ hello: { margin } })
    const mission = desk.mission()
    const stranger = { position: '777', symbol: 'EURUSD', side: 'buy', lots: '1.00', open: '1.10000', stop: null, target: null, profit: 0, swap: 0, openMs: 1, magic: 5, id: null } // prettier-ignore
    desk.tell({ type: 'positions', body: { positions: [stranger] as never } })
    return { desk, mission }
  }

  test('a stranger’s position is noted once, shown, and never closed', () => {
    const { desk } = withStranger('hedging')
    desk.tell({ type: 'positions', body: { positions: terminalOf(desk)?.positions as never } })
    expect(desk.events('externalSeen')).toHaveLength(1)
    expect(desk.feed.snapshot().positions[0]).toMatchObject({ external: true, r: null })
    const answer = desk.engine.command({ kind: 'closePosition', id: 'c' as Ulid, origin: 'window', terminal: DESK, position: '777' as never }) // prettier-ignore
    expect(answer).toMatchObject({ is: 'refused', code: 'NOT_OURS' })
  })

  test('on a netting account its symbol is not fired at', () => {
    const { desk, mission } = withStranger('netting')
    const answer = desk.fire(mission.id)
    expect(answer.is === 'denied' && answer.denials.map(({ code }) => code)).toContain('NETTING_TAKEN')
  })

  test('a position of ours that lost its stop disarms the desk', () => {
    const desk = new DeskHarness()
    desk.fire(desk.mission().id)
    const [ours] = desk.deliver().broker.positions().positions
    desk.tell({ type: 'positions', body: { positions: [{ ...ours, stop: null }] as never } })
    expect(terminalOf(desk)).toMatchObject({
      armed: false,
      reason: expect.stringMatching(/has no stop/) as string,
    })
    expect(desk.events('stopChanged').at(-1)?.stop).toBeNull()
  })
})

describe('closing', () => {
  test('a person’s close and a flatten end in a deal and a trade, even when paused', () => {
    for (const kind of ['closePosition', 'flattenAll'] as const) {
      const desk = new DeskHarness()
      desk.fire(desk.mission().id)
      const [ours] = desk.deliver().broker.positions().positions
      desk.engine.command({ kind: 'pause', id: 'p' as Ulid, origin: 'window' })
      const id = desk.ids.next(desk.nowMs())
      if (kind === 'flattenAll') desk.engine.command({ kind, id, origin: 'tray' })
      else
        desk.engine.command({ kind, id, origin: 'window', terminal: DESK, position: ours?.position as never })
      desk.deliver()
      expect(desk.events('tradeClosed')[0]?.trade.reason).toBe('command')
      expect(desk.events('closeAnswered')).toHaveLength(1)
      expect(desk.broker.positions().positions).toHaveLength(0)
    }
  })
})

describe('the view', () => {
  test('a snapshot and its patches always equal a new snapshot', () => {
    const desk = new DeskHarness()
    let view = desk.feed.snapshot()
    const follow = () => {
      const patch = desk.feed.patch()
      if (patch) view = applyPatch(view, patch)
    }
    const mission = desk.mission()
    follow()
    desk.fire(mission.id)
    desk.deliver()
    follow()
    expect(view.positions).toHaveLength(1)
    for (let k = 0; k < 30; k++) {
      desk.play(1, () => 110_400 - k * 20)
      const prices = desk.feed.pricePatch()
      if (prices) view = applyPatch(view, prices)
      follow()
    }
    const { prices, ...rest } = desk.feed.snapshot()
    const { prices: followed, ...restFollowed } = view
    expect(restFollowed).toEqual(rest)
    expect(followed.EURUSD?.bid).toBe(prices.EURUSD?.bid)
    expect(view.closed).toHaveLength(1)
    expect(view.campaign).toMatchObject({ rank: 'NIBBLER', xp: 16 })
  })

  test('shows the shot as it would be fired, and the reasons when it would not', () => {
    const desk = new DeskHarness()
    const mission = desk.mission()
    const shown = desk.feed.snapshot().missions[0]
    expect(shown).toMatchObject({ state: 'pending', denials: [] })
    expect(shown?.shot?.riskPct).toBeLessThanOrEqual(1)
    desk.engine.command({ kind: 'pause', id: mission.id, origin: 'window' })
    expect(desk.feed.snapshot().missions[0]).toMatchObject({
      shot: null,
      denials: ['New trades are paused.'],
    })
  })

  test('says what is wrong with the link, and what to do', () => {
    const desk = new DeskHarness()
    desk.play(1, () => 110_000).link()
    desk.tell({ type: 'beat', body: { marketMs: desk.nowMs(), autoTrading: false, tradeAllowed: true, brokerConnected: true, pingMs: 1, queued: 0, unacked: 0 } }) // prettier-ignore
    expect(desk.feed.snapshot().links[0]).toMatchObject({ problem: 'Algo Trading is switched off.', nextStep: expect.stringMatching(/Algo Trading button/) as string }) // prettier-ignore
    desk.engine.terminalDown(DESK, 'the socket closed')
    expect(desk.feed.snapshot().links[0]).toMatchObject({ state: 'down', armed: false })
    expect(desk.events('terminalLost')).toHaveLength(1)
  })
})

test('a tick older than the last is counted and changes nothing', () => {
  const desk = new DeskHarness()
  desk
    .play(2, () => 110_000)
    .link()
    .play(1, () => 110_000)
  desk.engine.tickPoints(DESK, 0, desk.nowMs() - MINUTE, 1, 2)
  expect(terminalOf(desk)?.faults).toBe(1)
  expect(terminalOf(desk)?.at(0)?.market.bid).toBe(110_000)
})

test('a minute that is told again after a reconnect changes nothing and is no fault', () => {
  const desk = new DeskHarness()
  desk
    .play(2, () => 110_000)
    .link()
    .play(2, () => 110_000)
  const { ticks } = terminalOf(desk) ?? {}
  desk.engine.terminalDown(DESK, 'the socket closed')
  desk.link()
  desk.engine.tickPoints(DESK, 0, desk.nowMs() - 1_000, 1, 2)
  desk.engine.tickPoints(DESK, 0, desk.nowMs(), 110_000, 110_010)
  expect(terminalOf(desk)).toMatchObject({ ticks, faults: 0 })
  expect(terminalOf(desk)?.at(0)?.market.bid).toBe(110_000)
})
