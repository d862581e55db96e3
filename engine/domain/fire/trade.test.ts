import { describe, expect, test } from 'vitest'
import type { Cents, EpochMs, Lots, Points, TerminalId, Ulid } from '../../contracts/index.ts'
import type { Deal } from '../../contracts/wire/index.ts'
import { closedTrade, filledRiskCents, netCents, openLots } from './trade.ts'

const deal = (over: Partial<Deal> | Record<string, unknown> = {}): Deal =>
  ({ deal: '1', order: '1', position: '1', id: null, symbol: 'EURUSD', entry: 'in', side: 'buy', lots: '0.50', price: '1.10000', profit: 0, commission: -175, swap: 0, timeMs: 1, reason: 'command', magic: 777_001, ...over }) as Deal // prettier-ignore
const out = (over: Record<string, unknown> = {}): Deal =>
  deal({ deal: '2', entry: 'out', side: 'sell', timeMs: 500, ...over })

/** Half a lot bought at 1.10000, with 53.50 at its stop. */
const RECORDED = {
  kind: 'orderRecorded',
  atMs: 1 as EpochMs,
  order: '01ARYZ6S410000000000000001' as Ulid,
  mission: '01ARYZ6S410000000000000000' as Ulid,
  terminal: 'desk' as TerminalId,
  account: 'simulated',
  pair: 'EURUSD',
  symbol: 'EURUSD',
  digits: 5,
  side: 'buy',
  lots: 0.5 as Lots,
  price: 110_000 as Points,
  stop: 109_900 as Points,
  target: 110_200 as Points,
  riskCents: 5_350 as Cents,
  origin: 'window',
  validUntilWallMs: 1 as EpochMs,
} as const

describe('a closed trade', () => {
  test('adds up fills, costs and R, and keeps both tickets', () => {
    const deals = [
      deal(),
      out({ lots: '0.20', price: '1.10100', profit: 2_000, commission: -70 }),
      out({ deal: '3', lots: '0.30', price: '1.10200', profit: 6_000, commission: -105, swap: -50, reason: 'target' }),
    ] // prettier-ignore
    expect(openLots(deals.slice(0, 2))).toBe(0.3)
    expect(closedTrade(RECORDED, deals, null)).toEqual({
      mission: RECORDED.mission,
      order: RECORDED.order,
      terminal: 'desk',
      kind: 'simulated',
      pair: 'EURUSD',
      side: 'buy',
      digits: 5,
      lots: 0.5,
      open: 110_000,
      close: 110_160,
      stop: 109_900,
      target: 110_200,
      openMs: 1,
      closeMs: 500,
      pips: 16,
      netCents: 7_600,
      riskCents: 5_350,
      r: 7_600 / 5_350,
      reason: 'target',
      dealIn: '1',
      dealOut: '3',
    })
  })

  test('of a sale gains where the price has fallen', () => {
    const sale = { ...RECORDED, side: 'sell' } as const
    const gained = (price: string) =>
      closedTrade(sale, [deal({ side: 'sell' }), out({ side: 'buy', price })], null).pips
    expect([gained('1.09850'), gained('1.10150')]).toEqual([15, -15])
  })

  test('was opened at the average of its fills by their lots, and risked the share that was filled', () => {
    const fills = [deal({ lots: '0.10', price: '1.10000' }), deal({ deal: '2', lots: '0.15', price: '1.10010', timeMs: 2 })] // prettier-ignore
    const trade = closedTrade(RECORDED, [...fills, out({ deal: '3', lots: '0.25', profit: -2_000 })], null)
    expect(trade).toMatchObject({ lots: 0.25, open: 110_006, openMs: 1, dealIn: '1', riskCents: 2_675 })
    expect(trade.r).toBe((-2_000 - 3 * 175) / 2_675)
  })

  test('is the same in whatever order its deals were told', () => {
    const deals = [
      deal({ deal: '9', lots: '0.20', timeMs: 5 }),
      deal({ deal: '10', lots: '0.30', timeMs: 5 }),
      out({ deal: '11', lots: '0.10', timeMs: 70, reason: 'stop' }),
      out({ deal: '8', lots: '0.40', timeMs: 90, reason: 'target' }),
    ]
    const told = closedTrade(RECORDED, deals, null)
    expect(told).toMatchObject({ dealIn: '9', dealOut: '8', openMs: 5, closeMs: 90, reason: 'target' })
    expect(closedTrade(RECORDED, deals.toReversed(), null)).toEqual(told)
  })

  test('of which nothing was at risk has no R', () => {
    expect(closedTrade({ ...RECORDED, riskCents: 0 as Cents }, [deal(), out({ profit: 500 })], null).r).toBe(
      0,
    )
  })

  test('was closed by its time when a command closed it at its time exit or later', () => {
    const reasonAt = (timeExitMs: number | null, over: Record<string, unknown> = {}) =>
      closedTrade(RECORDED, [deal(), out(over)], timeExitMs).reason
    expect([reasonAt(500), reasonAt(501), reasonAt(null)]).toEqual(['time', 'command', 'command'])
    expect(reasonAt(400, { reason: 'stop' })).toBe('stop')
  })

  test('without a deal in and a deal out there is none', () => {
    const missing = /order 01ARYZ6S410000000000000001 is closed without a deal in and a deal out/
    expect(() => closedTrade(RECORDED, [deal()], null)).toThrow(missing)
    expect(() => closedTrade(RECORDED, [out()], null)).toThrow(missing)
  })
})

describe('a position', () => {
  test('is open by what went in less what went out, without the rounding of decimals', () => {
    const ins = ['0.10', '0.20'].map(lots => deal({ lots }))
    expect(openLots(ins)).toBe(0.3)
    expect(openLots([...ins, out({ lots: '0.10' })])).toBe(0.2)
    expect(openLots([...ins, out({ lots: '0.30' })])).toBe(0)
    expect(openLots([])).toBe(0)
  })

  test('has earned its profit with commission and swap, each with its sign', () => {
    expect(netCents([deal({ commission: -175 }), out({ profit: 1_000, commission: -175, swap: -33 })])).toBe(617) // prettier-ignore
    expect(netCents([])).toBe(0)
  })

  test('risks the share of the order that was filled, whatever was closed since', () => {
    expect(filledRiskCents(RECORDED, [deal({ lots: '0.20' }), out({ lots: '0.10' })])).toBe(2_140)
    expect(filledRiskCents(RECORDED, [])).toBe(0)
  })
})
