import type { Confidence, Figure, Shield, TimerShare } from '../../contracts/mission.ts'
import type { Quality, Refusal, Regime } from '../../contracts/vocabulary.ts'
import { measureShield } from '../citadel/measure.ts'
import { shieldOf } from '../citadel/shield.ts'
import { MINUTE_MS } from '../market/civil.ts'
import { pointsPerPip } from '../market/price.ts'
import type { SymbolMarket } from '../market/symbol-market.ts'
import type { OpenExposure } from '../overlay/exposure.ts'
import type { KnownCalendar } from '../overlay/known-calendar.ts'
import { newsDistanceMs } from '../overlay/news.ts'
import type { Quote } from '../overlay/quote.ts'
import { FEATURE_COUNT } from './confidence/feature-names.ts'
import { readFeatures } from './confidence/features.ts'
import type { Asked, Outlook } from './confidence/outlook.ts'
import { reckonTimer } from './reckon-timer.ts'
import { refuse } from './refuse.ts'
import type { Proposal, Setup } from './setup.ts'
import { timeExitOf } from './time-exit.ts'
import { costInR, driftlessOutlook, driftlessP, expectedValue, qualityOf } from './value.ts'

/** What is asked of a calibrator here. */
export type Outlooks = Readonly<{
  outlook: (asked: Asked, atMs: number) => Outlook
}>

/** Everything besides the bars that an assessment needs; it asks nobody. */
export type Circumstances = Readonly<{
  /** Market time of the decision: live the tick that closed the bar, in the lab the next M1 open. */
  nowMs: number
  /** Close of the bar that the setup was asked at. */
  closeMs: number
  quote: Quote
  /** Both sides together, points; null: unknown, and refused. */
  commissionPoints: number | null
  calendar: KnownCalendar | null
  /** Without a calendar: refuse, or say so and go on (never on live money). */
  noCalendar: 'block' | 'warn'
  regime: Readonly<{ regime: Regime | null; probability: number | null }>
  /** Null: the driftless barrier, UNCALIBRATED. */
  calibrator: Outlooks | null
  /** Other open positions of the account. */
  open: readonly OpenExposure[]
  /** Risk that this trade may take before the shield, percent of the balance. */
  riskPct: number
  /** Where the best tenth of the expected values begins, R; null: too few were assessed. */
  sniperBound: number | null
}>

/**
 * One proposal, judged. `refusals` says why it is none; all else is worked out all the same, so that a refused one can be
 * followed to its end. Prices in points.
 */
export type Assessment = Readonly<{
  entry: number
  stop: number
  target: number
  /** Driftless probability, and what the confidence was read from (NaN where bars were missing). */
  p0: number
  features: Float64Array
  outlook: Outlook
  confidence: Confidence
  /** After cost, and the cost in it: commission and slippage. R. */
  expectedR: number
  costR: number
  /** Null at or below the value gate. */
  quality: Exclude<Quality, 'DRILL'> | null
  sniper: boolean
  shield: Shield
  lifeMs: number
  timer: readonly TimerShare[]
  /** Market time. */
  timeExitMs: number
  refusals: readonly Refusal[]
  /** What is not in order and refuses nothing. */
  warnings: readonly string[]
  figures: readonly Figure[]
}>

/** Pure: the same closed bars and circumstances always give the same assessment, live, in replay and in the lab. */
export function assess(
  market: SymbolMarket,
  setup: Setup,
  proposal: Proposal,
  at: Circumstances,
): Assessment {
  const { side, stopPoints, rewardRatio } = proposal
  const towards = side === 'buy' ? 1 : -1
  const entry = side === 'buy' ? at.quote.ask : at.quote.bid
  const target = entry + towards * Math.round(stopPoints * rewardRatio)
  // Rules of the clock count whole minutes, so that a tick and the open of its minute are judged alike.
  const minuteMs = at.nowMs - (at.nowMs % MINUTE_MS)
  const newsMs = newsDistanceMs(at.calendar, market.pair, minuteMs)
  const worth = weigh(market, setup, proposal, at)
  const wide = at.quote.ask - at.quote.bid
  const shield = shieldOf(
    measureShield({
      market,
      side,
      entry,
      target,
      minuteMs,
      newsMs,
      spread: wide,
      usualSpread: at.quote.usualSpread,
      open: at.open,
      regime: at.regime,
    }),
  )
  const timer = reckonTimer(market, { ...proposal, signal: setup.plan.signal }, entry, minuteMs, newsMs)
  const { refusals, warnings } = refuse(
    market,
    setup,
    proposal,
    at,
    minuteMs,
    worth.expectedR,
    shield.sizeFactor,
  )
  return {
    ...worth,
    entry,
    stop: entry - towards * stopPoints,
    target,
    shield,
    lifeMs: timer.lifeMs,
    timer: timer.shares,
    timeExitMs: timeExitOf(proposal.timeExitMs, minuteMs),
    refusals,
    warnings,
    figures: [...proposal.figures, ...figuresOf(market, worth)],
  }
}

export type Worth = Pick<
  Assessment,
  'p0' | 'features' | 'outlook' | 'confidence' | 'expectedR' | 'costR' | 'quality' | 'sniper'
>

/** How likely it is, and what that is worth after cost. */
function weigh(market: SymbolMarket, setup: Setup, proposal: Proposal, at: Circumstances): Worth {
  const { side, stopPoints, rewardRatio } = proposal
  const wide = at.quote.ask - at.quote.bid
  const commission = at.commissionPoints ?? 0
  const p0 = driftlessP(wide, stopPoints, rewardRatio)
  const features = new Float64Array(FEATURE_COUNT)
  readFeatures(market, setup.name, side, { closeMs: at.closeMs, costPoints: wide + commission }, features)
  const outlook =
    at.calibrator?.outlook({ pair: market.pair, plan: setup.plan.name, p0, features }, at.nowMs) ??
    driftlessOutlook(p0, 'no model is loaded')
  const costR = costInR(stopPoints, commission, pointsPerPip(market.digits))
  const expectedR = expectedValue(outlook, rewardRatio, costR)
  const quality = qualityOf(expectedR)
  const { p, n, calibrated, source } = outlook
  const sniper = quality !== null && at.sniperBound !== null && expectedR >= at.sniperBound
  return {
    p0,
    features,
    outlook,
    confidence: { p, n, calibrated, source },
    expectedR,
    costR,
    quality,
    sniper,
  }
}

/** What was measured besides the setup's own figures; what is not known is left out and said by the shield. */
function figuresOf(market: SymbolMarket, { p0, outlook }: Worth): Figure[] {
  const { sigmaRatio } = market.volatility
  const { ratio: volumeRatio } = market.volumeNorm
  return [
    { name: 'driftless probability', value: p0 },
    { name: 'probability of a time-out', value: outlook.timeout },
    { name: 'volatility against its usual', value: sigmaRatio },
    { name: 'ticks against their usual', value: volumeRatio },
    { name: 'volatility of the next 4 h, points', value: market.readings.sigma240 },
  ].filter((figure): figure is Figure => figure.value !== null && Number.isFinite(figure.value))
}
