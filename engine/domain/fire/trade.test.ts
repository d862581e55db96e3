import { describe, expect, test } from 'vitest'
import type { Cents, EpochMs, Lots, Points, TerminalId, Ulid } from '../../contracts/index.ts'
import type { Deal } from '../../contracts/wire/index.ts'
import { closedTrade, openLots } from './trade.ts'

describe('a closed trade', () => {
  const deal = (over: Partial<Deal>): Deal =>
    ({ deal: '1', order: '1', position: '1', id: null, symbol: 'EURUSD', entry: 'in', side: 'buy', lots: '0.50', price: '1.10000', profit: 0, commission: -175, swap: 0, timeMs: 1, reason: 'command', magic: 777_001, ...over }) as Deal // prettier-ignore
  const recorded = {
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

  test('adds up fills, costs and R, and keeps both tickets', () => {
    const deals = [
      deal({}),
      deal({ deal: '2' as Deal['deal'], entry: 'out', side: 'sell', lots: '0.20', price: '1.10100', profit: 2_000 as Cents, commission: -70 as Cents }),
      deal({ deal: '3' as Deal['deal'], entry: 'out', side: 'sell', lots: '0.30', price: '1.10200', profit: 6_000 as Cents, commission: -105 as Cents, reason: 'target' }),
    ] // prettier-ignore
    expect(openLots(deals.slice(0, 2))).toBe(0.3)
    expect(closedTrade(recorded, deals, null)).toMatchObject({
      open: 110_000,
      close: 110_160,
      pips: 16,
      netCents: 7_650,
      r: 7_650 / 5_350,
      reason: 'target',
      dealIn: '1',
      dealOut: '3',
    })
  })

  test('was closed by its time when a command closed it at its time exit or later', () => {
    const out = { entry: 'out', side: 'sell', timeMs: 500 as EpochMs } as const
    const reasonAt = (timeExitMs: number | null, over: Partial<Deal> = {}) =>
      closedTrade(recorded, [deal({}), deal({ ...out, ...over })], timeExitMs).reason
    expect([reasonAt(500), reasonAt(501), reasonAt(null)]).toEqual(['time', 'command', 'command'])
    expect(reasonAt(400, { reason: 'stop' })).toBe('stop')
  })

  test('without a deal in and out there is none', () => {
    expect(() => closedTrade(recorded, [deal({})], null)).toThrow(/without a deal in and a deal out/)
  })
})
