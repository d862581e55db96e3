import { describe, expect, test } from 'vitest'
import { memoryLedger } from '../../adapters/ledger/index.ts'
import type { Ticket, Ulid } from '../../contracts/index.ts'
import type { Deal } from '../../contracts/wire/index.ts'
import { textFromPoints } from '../../domain/market/price.ts'
import { DESK, DeskHarness } from '../../testkit/desk-harness.ts'

const terminalOf = (desk: DeskHarness) => desk.engine.desk.terminals.get(DESK)
const orderOf = (desk: DeskHarness) => [...desk.engine.desk.state.orders.values()].at(-1)

const filled = (options: ConstructorParameters<typeof DeskHarness>[0] = {}) => {
  const desk = new DeskHarness(options)
  desk.fire(desk.mission().id)
  desk.deliver()
  const [ours] = desk.broker.positions().positions
  if (!ours) throw new Error('not filled')
  return { desk, ours }
}

describe('a position of ours', () => {
  test('counts as ours by its magic number when the ledger does not know it', () => {
    const desk = new DeskHarness()
    const mission = desk.mission()
    const ours = { position: '777', symbol: 'EURUSD', side: 'buy', lots: '1.00', open: '1.10000', stop: '1.09000', target: null, profit: 0, swap: 0, openMs: 1, magic: 777_001, id: null } as never // prettier-ignore
    desk.tell({ type: 'positions', body: { positions: [ours] } })
    const answer = desk.fire(mission.id)
    expect(answer.is === 'denied' && answer.denials.map(denial => denial.code)).toEqual([
      'SYMBOL_TAKEN',
      'OPEN_TRADES',
      'TOTAL_RISK',
    ])
  })

  test('disarms the desk without its stop, known to the ledger or not', () => {
    const desk = new DeskHarness()
    desk.mission()
    const ours = { position: '777', symbol: 'EURUSD', side: 'buy', lots: '1.00', open: '1.10000', stop: null, target: null, profit: 0, swap: 0, openMs: 1, magic: 777_001, id: null } as never // prettier-ignore
    desk.tell({ type: 'positions', body: { positions: [ours] } })
    expect(terminalOf(desk)).toMatchObject({ armed: false, reason: expect.stringMatching(/has no stop/) as string }) // prettier-ignore
  })

  test('with a stop at zero has none', () => {
    const { desk, ours } = filled()
    desk.tell({ type: 'positions', body: { positions: [{ ...ours, stop: '0.00000' }] } })
    expect(terminalOf(desk)).toMatchObject({ armed: false, reason: expect.stringMatching(/has no stop/) as string }) // prettier-ignore
  })

  test('risks the money at its stop as it stands now, not as it was recorded', () => {
    const { desk, ours } = filled()
    const { price = 0, stop = 0, riskCents = 0 } = orderOf(desk)?.recorded ?? {}
    const riskAt = (points: number) => {
      desk.tell({ type: 'positions', body: { positions: [{ ...ours, stop: textFromPoints(points, 5) }] } })
      return desk.feed.snapshot().fire.openRiskCents
    }
    expect(riskAt(stop)).toBe(riskCents)
    expect(riskAt(stop + (stop - price))).toBe(2 * riskCents)
    expect(riskAt(price)).toBe(0)
  })

  test('that was filled in part and is gone without a deal keeps the desk from arming', () => {
    const { desk } = filled({ temper: { script: ['partial'] } })
    desk.greet()
    desk.tell({ type: 'specs', body: desk.broker.specs() })
    desk.tell({ type: 'account', body: desk.broker.account() })
    desk.tell({ type: 'positions', body: { positions: [] } })
    desk.tell({ type: 'synced', body: { id: desk.sent.findLast(message => message.type === 'sync')?.body.id as Ulid } }) // prettier-ignore
    expect(terminalOf(desk)).toMatchObject({ armed: false, reason: expect.stringMatching(/is gone/) as string }) // prettier-ignore
  })
})

test('a deal out that is told before its deal in belongs to the same trade', () => {
  const { desk: source } = filled()
  source.play(5, minute => 110_400 - minute * 200)
  const [dealIn, dealOut] = source.broker.deals()
  const desk = new DeskHarness()
  desk.fire(desk.mission().id)
  desk.mute = true
  desk.deliver().play(5, minute => 110_400 - minute * 200)
  desk.mute = false
  desk.tell({ type: 'deal', body: dealOut as Deal }).tell({ type: 'deal', body: dealIn as Deal })
  expect(orderOf(desk)?.state).toBe('closed')
  expect(desk.events('tradeClosed')).toHaveLength(1)
  const before = desk.engine.desk.state
  desk.crash()
  expect(desk.engine.desk.state.orders).toEqual(before.orders)
})

test('a ledger that was lost is not a reason to open a second position', () => {
  const { ours } = filled()
  expect(ours.id).not.toBeNull()
  const desk = new DeskHarness({ ledger: memoryLedger() })
  const mission = desk.mission()
  desk.tell({ type: 'positions', body: { positions: [{ ...ours, position: '999' as Ticket }] } })
  expect(desk.fire(mission.id)).toMatchObject({ is: 'denied' })
})
describe('in doubt while it is armed', () => {
  test('an order that the trade server never answered is asked about until it is known', () => {
    const desk = new DeskHarness({ temper: { script: ['timeoutLost'] } })
    desk.fire(desk.mission().id)
    desk.deliver()
    expect(orderOf(desk)?.state).toBe('unknown')
    desk.wait(9_000).deliver()
    expect(orderOf(desk)?.state).toBe('neverHappened')
    expect(terminalOf(desk)?.armed).toBe(true)
  })

  test('an accepted order without its deal is asked about', () => {
    const desk = new DeskHarness()
    desk.fire(desk.mission().id)
    desk.mute = true
    desk.deliver()
    desk.mute = false
    const order = orderOf(desk)?.recorded.order as Ulid
    desk.tell({ type: 'verdict', body: { id: order, is: 'accepted', retcode: 10_009, order: null, deal: null, position: null, price: null, lots: null, text: 'Done' } }) // prettier-ignore
    expect(orderOf(desk)?.state).toBe('working')
    desk.wait(9_000).deliver()
    expect(orderOf(desk)?.state).toBe('filled')
    expect(terminalOf(desk)?.armed).toBe(true)
  })

  test('a position that is gone from the snapshot without its deal is asked about, and becomes a trade', () => {
    const { desk } = filled()
    desk.mute = true
    desk.play(5, minute => 110_400 - minute * 200)
    desk.mute = false
    desk.tell({ type: 'positions', body: desk.broker.positions() })
    expect(orderOf(desk)?.state).toBe('filled')
    desk.wait(100).deliver()
    expect(desk.events('tradeClosed')).toHaveLength(1)
    expect(terminalOf(desk)?.armed).toBe(true)
  })
})

describe('an order that was filled in part', () => {
  /** Verdict and deal of a part, in the order wished; `lots` null: the terminal does not say how much it is. */
  function part(first: 'verdict' | 'deal', lots?: null) {
    const desk = new DeskHarness({ temper: { script: ['partial'] } })
    desk.fire(desk.mission().id)
    desk.mute = true
    desk.deliver()
    desk.mute = false
    const [deal] = desk.broker.deals()
    const id = orderOf(desk)?.recorded.order
    if (!deal || !id) throw new Error('nothing filled')
    const said = { id, is: 'accepted', retcode: 10_010, order: deal.order, deal: deal.deal, position: deal.position, price: deal.price, text: 'A part' } as const // prettier-ignore
    const verdict = () => desk.tell({ type: 'verdict', body: { ...said, lots: lots === null ? null : deal.lots } }) // prettier-ignore
    const fill = () => desk.tell({ type: 'deal', body: deal })
    const state = () => orderOf(desk)?.state
    const steps = first === 'verdict' ? [verdict, fill] : [fill, verdict]
    return { desk, steps, state, deal, tellAgain: () => desk.tell({ type: 'verdict', body: { ...said, lots: deal.lots } }) } // prettier-ignore
  }

  test.each(['verdict', 'deal'] as const)('is filled with what it has once the terminal has said how much, the %s first', first => {
    const { steps, state, desk } = part(first)
    steps[0]?.()
    expect(state()).toBe(first === 'verdict' ? 'working' : 'partlyFilled')
    steps[1]?.()
    expect(state()).toBe('filled')
    desk.crash()
    expect(state()).toBe('filled')
  }) // prettier-ignore

  test('stays a part while the terminal has not said how much, as older ledgers have it, and is filled by that word', () => {
    const { steps, state, tellAgain } = part('verdict', null)
    for (const step of steps) step()
    expect(state()).toBe('partlyFilled')
    tellAgain()
    expect(state()).toBe('filled')
  })

  test('risks the money of its part and no more', () => {
    const { steps, desk, deal } = part('verdict')
    for (const step of steps) step()
    desk.tell({ type: 'positions', body: desk.broker.positions() })
    const { riskCents = 0, lots = 1 } = orderOf(desk)?.recorded ?? {}
    expect(desk.feed.snapshot().fire.openRiskCents).toBe(Math.ceil((riskCents * Number(deal.lots)) / lots))
  })
})

test('a part of an order that is stopped out loses one R: the risk is that of what was filled', () => {
  const { desk } = filled({ temper: { script: ['partial'] } })
  expect(orderOf(desk)?.state).toBe('filled')
  desk.play(8, minute => 110_400 + minute * 100)
  const [closed] = desk.events('tradeClosed')
  expect(closed?.trade.reason).toBe('stop')
  expect(closed?.trade.r).toBeLessThan(-0.9)
})
