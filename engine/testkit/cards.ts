/** Facts of cards, complete and valid. */
import { SitrepFacts, TradeFacts } from '../contracts/card.ts'

/** With everything that a card may tell. */
export const aKill = (change: Readonly<Partial<Record<keyof TradeFacts, unknown>>> = {}): TradeFacts =>
  TradeFacts.parse({
    card: 'kill',
    account: 'demo',
    order: '01KC8Q7ZV5T0M3R9S2XG4H6J8K',
    callSign: 'Viper',
    pair: 'EURUSD',
    side: 'buy',
    setup: 'HOUR-SQUEEZE-CONTINUATION',
    r: 2.41,
    pips: 40.2,
    netCents: 123_456,
    lots: 0.35,
    open: '1.08500',
    close: '1.08902',
    openMs: Date.UTC(2026, 0, 6, 11, 46),
    closeMs: Date.UTC(2026, 0, 6, 14, 33),
    p: 0.431,
    n: 1_234,
    calibrated: true,
    ...change,
  })

export const aSitrep = (change: Readonly<Partial<Record<keyof SitrepFacts, unknown>>> = {}): SitrepFacts =>
  SitrepFacts.parse({
    card: 'sitrep',
    account: 'demo',
    callSign: 'Viper',
    fromMs: Date.UTC(2026, 0, 4, 22),
    toMs: Date.UTC(2026, 0, 11, 22),
    trades: 14,
    wins: 8,
    winRateLow: 0.326,
    winRateHigh: 0.786,
    sumR: 3.41,
    bestR: 2.9,
    worstR: -1.04,
    netCents: 34_123,
    debriefed: 12,
    planKept: 11,
    ...change,
  })
