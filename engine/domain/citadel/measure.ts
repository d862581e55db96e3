import type { Side } from '../../contracts/primitives.ts'
import type { Regime } from '../../contracts/vocabulary.ts'
import type { SymbolMarket } from '../market/symbol-market.ts'
import { VOLATILITY_BOUNDS, VOLUME_LEAST } from '../overlay/activity.ts'
import { CORRELATION_MOST, sameBet, type OpenExposure } from '../overlay/exposure.ts'
import { HOUR_MS, MINUTE_MS } from '../market/civil.ts'
import { minuteOfNewYork } from '../market/session-clock.ts'
import { coverage } from './coverage.ts'
import { levelAhead } from './levels.ts'
import type { Measured } from './shield.ts'
import { trend } from './trend.ts'

/** What the shield is measured from. Prices in points. */
export type ShieldInputs = Readonly<{
  market: SymbolMarket
  side: Side
  entry: number
  target: number
  /** Of the decision, to the minute. */
  minuteMs: number
  spread: number
  usualSpread: number | null
  newsMs: number | null
  open: readonly OpenExposure[]
  regime: Readonly<{ regime: Regime | null; probability: number | null }>
}>

/** Announcements this far away no longer matter; nearer ones take points away, down to none at the edge of silence. */
const NEWS_FAR_MS = 2 * HOUR_MS
const NEWS_NEAR_MS = 15 * MINUTE_MS
/** Full points inside; none at the bounds of the overlay. */
const VOLATILITY_FULL = [0.7, 1.5] as const
const CORRELATION_FULL = 0.2
/** London's morning by New York's clock, as the study cut it. */
const LONDON_MORNING = [2 * 60, 8 * 60] as const

/** Each part once, in the order in which they are shown. */
export const measureShield = (inputs: ShieldInputs): readonly Measured[] => [
  news(inputs),
  volatility(inputs),
  spread(inputs),
  volume(inputs),
  correlation(inputs),
  coverage(inputs.market, inputs.minuteMs),
  session(inputs),
  trap(inputs),
  trend(inputs.market, inputs.side),
  regime(inputs),
  levelAhead(inputs),
]

/** 0 at `from`, 1 at `to`, a straight line between. */
const ramp = (value: number, from: number, to: number): number =>
  Math.min(1, Math.max(0, (value - from) / (to - from)))

function news({ newsMs }: ShieldInputs): Measured {
  if (newsMs === null)
    return { part: 'NEWS', value: null, share: null, text: 'No calendar of now, so news are not known.' }
  const minutes = Math.round(newsMs / MINUTE_MS)
  const share = ramp(newsMs, NEWS_NEAR_MS, NEWS_FAR_MS)
  return { part: 'NEWS', value: minutes, share, text: `No high-impact news known within ${minutes} min.` }
}

function volatility({ market }: ShieldInputs): Measured {
  const value = market.volatility.sigmaRatio
  if (value === null)
    return {
      part: 'VOLATILITY',
      value,
      share: null,
      text: 'What is usual at this time of day is not known yet.',
    }
  const [least, most] = VOLATILITY_BOUNDS
  const share = Math.min(ramp(value, least, VOLATILITY_FULL[0]), ramp(value, most, VOLATILITY_FULL[1]))
  return {
    part: 'VOLATILITY',
    value,
    share,
    text: `The last hours moved ${value.toFixed(2)} times as much as is usual.`,
  }
}

function spread({ spread: now, usualSpread }: ShieldInputs): Measured {
  if (usualSpread === null || usualSpread <= 0)
    return {
      part: 'SPREAD',
      value: null,
      share: null,
      text: 'What spread is usual at this hour is not known yet.',
    }
  const value = now / usualSpread
  return {
    part: 'SPREAD',
    value,
    share: ramp(value, 2, 1),
    text: `The spread is ${value.toFixed(2)} times its usual.`,
  }
}

function volume({ market }: ShieldInputs): Measured {
  const value = market.volumeNorm.ratio
  if (value === null) return { part: 'VOLUME', value, share: null, text: 'Tick volume is not known here.' }
  const share = ramp(value, VOLUME_LEAST, 1)
  return {
    part: 'VOLUME',
    value,
    share,
    text: `The last quarter hour had ${value.toFixed(2)} times its usual ticks.`,
  }
}

function correlation({ side, open }: ShieldInputs): Measured {
  if (open.length === 0) return { part: 'CORRELATION', value: 0, share: 1, text: 'Nothing else is open.' }
  const same = open.map(position => sameBet(side, position))
  if (same.includes(null))
    return {
      part: 'CORRELATION',
      value: null,
      share: null,
      text: 'Too few common bars with what is open to know.',
    }
  const value = Math.max(...same.map(each => each ?? 0))
  const share = ramp(value, CORRELATION_MOST, CORRELATION_FULL)
  return { part: 'CORRELATION', value, share, text: `Moves with what is open by ${value.toFixed(2)}.` }
}

function session({ minuteMs }: ShieldInputs): Measured {
  const minute = minuteOfNewYork(minuteMs)
  const clock = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
  const isMorning = minute >= LONDON_MORNING[0] && minute < LONDON_MORNING[1]
  const words = isMorning ? 'inside' : 'outside'
  return {
    part: 'SESSION',
    value: minute,
    share: isMorning ? 1 : 0,
    text: `${clock} in New York: ${words} London’s morning.`,
  }
}

/** Where the last bars closed between their low (1) and high (−1): rejected towards the trade, or against it. */
function trap({ market, side }: ShieldInputs): Measured {
  const { m15, h1 } = market.readings
  const wick = ((side === 'buy' ? 1 : -1) * (m15.wick + h1.wick)) / 2
  if (!Number.isFinite(wick)) return { part: 'TRAP', value: null, share: null, text: 'Too few bars to know.' }
  const where = wick >= 0 ? 'towards the trade' : 'against the trade'
  return {
    part: 'TRAP',
    value: wick,
    share: (wick + 1) / 2,
    text: `Wicks of the last quarter hour and hour: ${Math.abs(wick).toFixed(2)} of 1 ${where}.`,
  }
}

function regime({ regime: { regime: name, probability } }: ShieldInputs): Measured {
  if (name === null) return { part: 'REGIME', value: null, share: null, text: 'No regime is known yet.' }
  const sure =
    probability === null ? 'of unknown probability' : `${Math.round(100 * probability)} % likely to last`
  return {
    part: 'REGIME',
    value: probability,
    share: 0,
    text: `${name[0]}${name.slice(1).replace('_', ' ').toLowerCase()}, ${sure}.`,
  }
}
