import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { EngineEvent } from '../../../contracts/events.ts'
import { CostGrouping, CostPart, FEW_FIGURES, LatencyStage } from '../../../contracts/execution-costs.ts'
import { ExecutionCosts } from '../../../contracts/execution-costs.ts'
import { PAIRS } from '../../../contracts/pairs.ts'
import { aUlid } from '../../../testkit/events.ts'
import { anOrderPlan, asStored, orderEvents, type OrderPlan } from '../../../testkit/order-events.ts'
import { executionCosts } from './cost-book.ts'
import { STORY_EVENTS } from './order-story.ts'

const costsOf = (plans: readonly OrderPlan[], account: OrderPlan['account'] = 'demo') =>
  executionCosts(asStored(plans.flatMap(orderEvents)))(account)

const sums = (costs: ReturnType<typeof costsOf>, unit: 'r' | 'pips' | 'cents') =>
  Object.fromEntries(CostPart.options.map(part => [part, costs.all.parts[part][unit].sum]))

describe('one trade, counted by hand', () => {
  it('is split into spread, slippage at both ends, commission and swap, in R, pips and money', () => {
    const costs = costsOf([anOrderPlan()])
    expect(sums(costs, 'cents')).toEqual({
      spread: 80,
      entrySlippage: 30,
      stopSlippage: 40,
      commission: 70,
      swap: 12,
    })
    expect(costs.all.total.cents).toEqual({ is: 'tooFew', n: 1, sum: 232 })
    expect(sums(costs, 'pips')).toEqual({
      spread: 0.8,
      entrySlippage: 0.3,
      stopSlippage: 0.4,
      commission: 0.7,
      swap: 0.12,
    })
    expect(costs.all.total.r.sum).toBeCloseTo(232 / 1_070, 12)
  })

  it('of a sale is counted the other way round, and a better fill is below zero', () => {
    const sale = anOrderPlan({
      side: 'sell',
      price: 110_000,
      stop: 110_100,
      ins: [{ lots: 0.1, price: 110_005, commissionCents: 35 }],
      outs: [{ lots: 0.1, price: 110_107, commissionCents: 35, reason: 'stop' }],
    })
    expect(sums(costsOf([sale]), 'cents')).toMatchObject({ entrySlippage: -50, stopSlippage: 70, swap: 0 })
  })

  it('in parts weighs each fill by its lots, and only those at the stop against the stop', () => {
    const plan = anOrderPlan({
      ins: [
        { lots: 0.06, price: 110_010, commissionCents: 21 },
        { lots: 0.04, price: 110_015, commissionCents: 14 },
      ],
      outs: [
        { lots: 0.05, price: 110_100, commissionCents: 18, reason: 'command' },
        { lots: 0.05, price: 109_900, commissionCents: 17, reason: 'stop' },
      ],
    })
    const costs = costsOf([plan])
    expect(costs.all.parts.entrySlippage.pips.sum).toBeCloseTo(0.2, 12)
    // Ten points on half of the lots.
    expect(costs.all.parts.stopSlippage.cents.sum).toBeCloseTo(50, 9)
    expect(costs.by.reason.map(({ key }) => key)).toEqual(['stop'])
  })

  it('that was filled in part risks that part of the money', () => {
    const half = anOrderPlan({
      ins: [{ lots: 0.05, price: 110_013, commissionCents: 18 }],
      outs: [{ lots: 0.05, price: 109_906, commissionCents: 17, reason: 'stop' }],
    })
    const { parts } = costsOf([half]).all
    expect(parts.spread.cents.sum).toBeCloseTo(40, 9)
    expect(parts.spread.pips.sum).toBeCloseTo(0.8, 9)
    expect(parts.spread.r.sum).toBeCloseTo(40 / 535, 9)
  })

  it('is told with the time of each step', () => {
    const { latency } = costsOf([anOrderPlan()]).all
    const told = Object.fromEntries(LatencyStage.options.map(stage => [stage, latency[stage].sum]))
    expect(told).toEqual({ recordedToSent: 4, sentToAnswered: 56, answeredToDeal: 3, recordedToDeal: 63 })
  })

  it('is found under its pair, hour, weekday, terminal, side and reason', () => {
    const { by } = costsOf([anOrderPlan()])
    expect(CostGrouping.options.map(grouping => by[grouping].map(({ key }) => key))).toEqual([
      ['EURUSD'], ['09'], ['Tuesday'], ['terminal-1'], ['buy'], ['stop'],
    ]) // prettier-ignore
  })
})

describe('what nobody recorded', () => {
  it('is not invented: without its spread a trade has no total, and the sentence says so', () => {
    const plans = Array.from({ length: 12 }, (_, k) =>
      anOrderPlan({ number: k + 1, spread: k < 2 ? undefined : 8 }),
    )
    const { all, biggest } = costsOf(plans)
    expect(all.parts.spread.r.n).toBe(10)
    expect(all.parts.commission.r.n).toBe(12)
    expect(all.total.cents).toMatchObject({ n: 10, median: 232 })
    expect(biggest).toContain('Of 2 trades the spread was not recorded.')
  })

  it('is not compared: a fill at a stop that was taken away has no slippage', () => {
    const [recorded, sent, answered, entry, exit] = orderEvents(anOrderPlan())
    const gone = { wallMs: 2_000, event: EngineEvent.parse({ kind: 'stopChanged', atMs: 1, terminal: 'terminal-1', position: '1001', stop: null }) } // prettier-ignore
    const events = [recorded, sent, answered, entry, gone, exit].flatMap(told => told ?? [])
    expect(executionCosts(asStored(events))('demo').all.parts.stopSlippage.r.n).toBe(0)
  })

  it('of an order that is open or was never filled is not counted yet', () => {
    const open = anOrderPlan({ outs: [] })
    const never = anOrderPlan({ number: 2, ins: [], outs: [] })
    expect(costsOf([open, never])).toMatchObject({ open: 1, all: { trades: 0 }, fromMs: null })
  })

  it('of a commission that is higher than the risk is left out and counted', () => {
    expect(costsOf([anOrderPlan({ riskCents: 60 })])).toMatchObject({ leftOut: 1, all: { trades: 0 } })
  })
})

describe('a stop that was moved', () => {
  const moved = (event: object) => ({ wallMs: 2_000, event: EngineEvent.parse({ atMs: 1, ...event }) })
  const [recorded, sent, answered, entry, exit] = orderEvents(
    anOrderPlan({ outs: [{ lots: 0.1, price: 110_018, commissionCents: 35, reason: 'stop' }] }),
  )
  const slippage = (...between: readonly ReturnType<typeof moved>[]) => {
    const events = [recorded, sent, answered, entry, ...between, exit].flatMap(told => told ?? [])
    return executionCosts(asStored(events))('demo').all.parts.stopSlippage.cents.sum
  }
  const ask = moved({ kind: 'modifyRequested', command: aUlid(9), terminal: 'terminal-1', position: '1001', stop: 110_020, target: null, origin: 'window' }) // prettier-ignore
  const answer = (is: string) =>
    moved({ kind: 'modifyAnswered', command: aUlid(9), is, retcode: 10_009, text: '' })

  it('counts from where it stood last: as it was found, or as the terminal said yes to', () => {
    expect(slippage(moved({ kind: 'stopChanged', terminal: 'terminal-1', position: '1001', stop: 110_021 }))).toBeCloseTo(30, 9) // prettier-ignore
    expect(slippage(ask, answer('accepted'))).toBeCloseTo(20, 9)
  })

  it('that the terminal said no to stands where it was', () => {
    expect(slippage(ask, answer('rejected'))).toBeCloseTo(-1_080, 9)
  })
})

describe('many trades', () => {
  const plan: fc.Arbitrary<Omit<OrderPlan, 'number'>> = fc.record({
    account: fc.constantFrom('demo', 'simulated', 'live'),
    terminal: fc.constantFrom('terminal-1', 'terminal-2'),
    pair: fc.constantFrom(...PAIRS),
    side: fc.constantFrom('buy', 'sell'),
    lots: fc.constant(0.1),
    price: fc.integer({ min: 100_000, max: 120_000 }),
    stop: fc.integer({ min: 99_000, max: 99_900 }),
    riskCents: fc.integer({ min: 200, max: 20_000 }),
    spread: fc.option(fc.integer({ min: 0, max: 40 }), { nil: undefined }),
    ins: fc.record({ lots: fc.constant(0.1), price: fc.integer({ min: 99_000, max: 121_000 }), commissionCents: fc.nat({ max: 90 }) }).map(fill => [fill]), // prettier-ignore
    outs: fc
      .record({
        lots: fc.constant(0.1),
        price: fc.integer({ min: 98_000, max: 122_000 }),
        swapCents: fc.integer({ min: -50, max: 50 }),
        reason: fc.constantFrom('stop', 'target', 'command', 'manual'),
      })
      .map(fill => [fill]),
    atMs: fc.integer({ min: Date.UTC(2025, 0, 1), max: Date.UTC(2026, 11, 31) }),
    wallMs: fc.tuple(fc.nat(100), fc.nat(100), fc.nat(100), fc.nat(100)),
  })
  const plans = fc
    .array(plan, { maxLength: 40 })
    .map(all => all.map((each, k) => ({ ...each, number: k + 1 })))

  it('come to the same in every grouping as together, in n and in sum', () => {
    fc.assert(
      fc.property(plans, all => {
        const costs = ExecutionCosts.parse(costsOf(all))
        for (const grouping of CostGrouping.options) {
          const groups = costs.by[grouping]
          expect(groups.reduce((sum, { trades }) => sum + trades, 0)).toBe(costs.all.trades)
          for (const part of CostPart.options)
            for (const unit of ['r', 'pips', 'cents'] as const) {
              const of = groups.map(({ parts }) => parts[part][unit])
              const whole = costs.all.parts[part][unit]
              expect(of.reduce((sum, { n }) => sum + n, 0)).toBe(whole.n)
              expect(of.reduce((sum, each) => sum + each.sum, 0)).toBeCloseTo(whole.sum, 6)
            }
        }
      }),
      { numRuns: 60 },
    )
  })

  it('of one kind of account are the same whatever other kinds did between', () => {
    fc.assert(
      fc.property(plans, all => {
        const alone = costsOf(all.filter(({ account }) => account === 'demo'))
        expect(costsOf(all)).toEqual(alone)
      }),
      { numRuns: 50 },
    )
  })

  it('are never given a mean or a median of fewer than ten', () => {
    fc.assert(
      fc.property(plans, all => {
        const { all: whole, by } = costsOf(all)
        for (const group of [whole, ...CostGrouping.options.flatMap(grouping => by[grouping])])
          for (const figures of [...Object.values(group.parts), group.total])
            for (const each of Object.values(figures)) expect(each.is === 'known').toBe(each.n >= FEW_FIGURES)
      }),
      { numRuns: 50 },
    )
  })

  it('need no other events than the ones that are named', () => {
    const all = Array.from({ length: 5 }, (_, k) => anOrderPlan({ number: k + 1 }))
    const kinds: readonly string[] = STORY_EVENTS
    expect(all.flatMap(orderEvents).every(({ event }) => kinds.includes(event.kind))).toBe(true)
  })
})

it('names what cost the most, and with too few trades that it is too early', () => {
  const ten = Array.from({ length: 10 }, (_, k) => anOrderPlan({ number: k + 1 }))
  expect(costsOf(ten).biggest).toBe(
    'The spread cost the most: 0.75 R over 10 trades (0.07 R on the median trade, 0.07 R or more on one in ten).',
  )
  expect(costsOf(ten.slice(0, 9)).biggest).toBe(
    'Too few closed trades to say what cost the most: 9 of at least 10.',
  )
})
