/** A mission on EURUSD that a chat fires, and what its terminal may say to that. */
import { EngineEvent, type EventOf } from '../contracts/events.ts'
import { TRADING_COMMANDS } from '../telegram/commands/trading/index.ts'
import { commandBench } from './command-bench.ts'
import { aDealDone, aUlid } from './events.ts'
import { aMissionView, aWarRoom } from './views.ts'

export const ORDER = aUlid(9)
export const MISSION = aUlid(7)
export const FRESH = { is: 'FRESH', text: 'drift 0.1 of the ATR' } as const
const EURUSD = {
  pair: 'EURUSD', symbol: 'EURUSD', bid: '1.10230', ask: '1.10238', spreadPips: 0.8, normPips: 0.7, move: 0, stale: false, ageMs: 300, spark: [],
} as const // prettier-ignore

/** It is asked for with 0.40 lots and 99.96 USD at risk. */
export function shotBench() {
  const all = commandBench(TRADING_COMMANDS)
  all.desk.shown = aWarRoom({
    prices: { EURUSD },
    missions: [aMissionView({ freshness: FRESH, driftPips: 0.4 })],
  })
  return all
}

/** The order as it left. */
export const recorded = (more: Readonly<{ lots?: number; riskCents?: number }> = {}) =>
  EngineEvent.parse({
    kind: 'orderRecorded', atMs: 1, order: ORDER, mission: MISSION, terminal: 'terminal-1', account: 'simulated', pair: 'EURUSD', symbol: 'EURUSD',
    digits: 5, side: 'buy', lots: 0.4, price: 110_238, stop: 110_134, target: 110_434, riskCents: 9_996, origin: 'telegram', validUntilWallMs: 2,
    ...more,
  }) // prettier-ignore

export const answered = (is: EventOf<'orderAnswered'>['is'], more = {}) =>
  EngineEvent.parse({
    kind: 'orderAnswered', atMs: 2, order: ORDER, is, retcode: 10_009, position: null, text: 'done', ...more,
  }) // prettier-ignore

export const fill = (lots: string, deal = '900', price = '1.10240') => {
  const { deal: done, ...event } = aDealDone(1)
  return EngineEvent.parse({
    ...event,
    order: ORDER,
    deal: { ...done, profit: '0', commission: '0', swap: '0', deal, lots, price, position: '77' },
  })
}
