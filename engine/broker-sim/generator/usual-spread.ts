/**
 * Spreads of a retail ECN account. Bases of EURUSD, USDJPY, AUDUSD, GBPUSD, USDCAD and USDCHF and the shape by New York's
 * clock come from our own measurements (shape: hourly means of OANDA bid and ask, 2014–18). The bases of the other nine
 * are plausible figures chosen to match, not measurements.
 */
import type { Pair } from '../../contracts/pairs.ts'
import { HOUR_MS, MINUTE_MS } from '../../domain/market/civil.ts'
import { pointsPerPip } from '../../domain/market/price.ts'
import { newYorkTime, type LocalTime } from './day-shape.ts'

/** Pips in the quiet core of the day. */
// prettier-ignore
const BASE_PIPS: Readonly<Record<Pair, number>> = {
  EURUSD: 0.3, USDJPY: 0.4, AUDUSD: 0.45, GBPUSD: 0.6, USDCAD: 0.6, USDCHF: 0.6,
  NZDUSD: 0.6, EURGBP: 0.6, EURJPY: 0.7, AUDJPY: 0.8, EURAUD: 1, GBPJPY: 1.1, GBPCHF: 1.3, GBPAUD: 1.4, GBPNZD: 2.2,
}

/** Points with fractional pips: ten a pip. */
export const usualSpread = (pair: Pair): number => BASE_PIPS[pair] * 10

const at = (hours: number, minutes = 0): number => hours * HOUR_MS + minutes * MINUTE_MS

/** From this time of day on, the spread is so many times its base. */
const DAILY: readonly (readonly [number, number])[] = [
  [at(20), 1],
  [at(19), 1.3],
  [at(18), 2],
  [at(17, 30), 3.5],
  [at(17, 5), 6],
  [at(16, 55), 10],
  [at(16, 30), 1.5],
  [at(0), 1],
]

const SUNDAY_OPEN: readonly (readonly [number, number])[] = [
  [at(20), 1],
  [at(19), 2],
  [at(18), 4],
  [at(0), 12],
]

export function spreadShape({ weekday, timeMs }: LocalTime): number {
  const table = weekday === 0 ? SUNDAY_OPEN : DAILY
  return table.find(([from]) => timeMs >= from)?.[1] ?? 1
}

/** Points with `digits` digits at a moment, at least one: what bids without asks are given. */
export const usualSpreadAt = (pair: Pair, digits: number, utcMs: number): number =>
  Math.max(1, Math.round(BASE_PIPS[pair] * pointsPerPip(digits) * spreadShape(newYorkTime(utcMs))))
