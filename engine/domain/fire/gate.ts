import type { Cents, Lots } from '../../contracts/primitives.ts'
import type { Denial, DenialCode } from '../../contracts/vocabulary.ts'
import type { SymbolSpec } from '../../contracts/wire/index.ts'
import { conditions, riskPctOf } from './conditions.ts'
import { priceRules } from './price-rules.ts'
import type { RankLimits } from './ranks.ts'
import { denial, type GateAnswer, type ShotInputs } from './shot.ts'
import { sizeOrder } from './sizing.ts'

export const TOTAL_RISK_PCT = 6
const FIRES_A_MINUTE = 5
const SYMBOL_PAUSE_MS = 30_000

/**
 * May this shot be fired now? Pure and fail-closed: missing data is a denial, and all reasons are given at once, in a
 * fixed order. The same gate for every origin.
 */
export function judgeShot(inputs: ShotInputs): GateAnswer {
  const denials: Denial[] = [
    ...standing(inputs),
    ...missionRules(inputs),
    ...accountRules(inputs),
    ...priceRules(inputs),
    ...bookRules(inputs),
    ...conditions(inputs),
  ]
  const { spec, quote, account, mission } = inputs
  if (!spec || !quote || !account) return { is: 'denied', denials }
  if (spec.commissionPerLot === null) {
    denials.push(denial('COST_UNKNOWN', `The terminal has not said what commission ${mission.symbol} costs.`))
    return { is: 'denied', denials }
  }
  const price = mission.side === 'buy' ? quote.ask : quote.bid
  const sized = size(inputs, spec, Math.abs(price - mission.stop), account.balanceCents)
  if ('code' in sized) denials.push(sized)
  if (denials.length > 0 || 'code' in sized) return { is: 'denied', denials }
  const rewardPerRisk = Math.abs(mission.target - price) / Math.max(1, Math.abs(price - mission.stop))
  return {
    is: 'shot',
    shot: {
      lots: sized.lots,
      riskCents: sized.riskCents,
      price,
      rewardCents: Math.round(sized.riskCents * rewardPerRisk) as Cents,
      riskPct: (100 * sized.riskCents) / account.balanceCents,
    },
  }
}

function standing({ link, kind, selector, paused }: ShotInputs): Denial[] {
  const denials: Denial[] = []
  if (!link.up) denials.push(denial('LINK_DOWN', 'The terminal is not linked.'))
  if (!link.armed) denials.push(denial('NOT_ARMED', `Not armed: ${link.reason}`))
  if (link.denies !== null)
    denials.push(denial('TERMINAL_DENIES', `The terminal would deny it: ${link.denies}`))
  if (kind === 'live' || kind === 'contest') {
    denials.push(
      denial(
        'LIVE_LOCKED',
        'Live accounts stay locked until the checklist in docs/unverified.md has been passed.',
      ),
    )
  }
  if (selector === 'SAFE') denials.push(denial('SELECTOR_SAFE', 'The selector is on SAFE: nothing fires.'))
  if (paused) denials.push(denial('PAUSED', 'New trades are paused.'))
  return denials
}

function missionRules({ mission, missionState, marketMs, kind }: ShotInputs): Denial[] {
  if (mission.kind !== kind)
    return [
      denial('MISSION_GONE', `This mission is for a ${mission.kind} account, and this account is ${kind}.`),
    ]
  if (missionState !== 'pending') return [denial('MISSION_GONE', `This mission is ${missionState}.`)]
  if (marketMs >= mission.expiresMs) return [denial('MISSION_EXPIRED', 'This mission has expired.')]
  return []
}

function accountRules({ account, mission, spec }: ShotInputs): Denial[] {
  const denials: Denial[] = []
  if (!account) denials.push(denial('NO_ACCOUNT', 'The terminal has not told its balance.'))
  else if (!account.tradeAllowed)
    denials.push(
      denial(
        'TRADE_NOT_ALLOWED',
        'The terminal cannot trade now: check Algo Trading and its connection to the broker.',
      ),
    )
  if (!spec) denials.push(denial('NO_SPEC', `The terminal has not specified ${mission.symbol}.`))
  return denials
}

function bookRules({ book, limits, account, mission, marketMs }: ShotInputs): Denial[] {
  const denials: Denial[] = []
  const over = (code: DenialCode, text: string, value: number, limit: number) => {
    if (value >= limit) denials.push(denial(code, text, value, limit))
  }
  if (book.symbolTaken)
    denials.push(denial('SYMBOL_TAKEN', `There is an open trade on ${mission.pair} already.`))
  if (book.nettingTaken) {
    denials.push(
      denial(
        'NETTING_TAKEN',
        `${mission.pair} holds a position that is not ours, and this account nets them.`,
      ),
    )
  }
  over(
    'OPEN_TRADES',
    `${book.openTrades} open trades; ${limits.rank} may hold ${limits.openTrades}.`,
    book.openTrades,
    limits.openTrades,
  )
  over(
    'SHOTS_TODAY',
    `${book.shotsToday} shots today; ${limits.rank} has ${limits.shotsADay}.`,
    book.shotsToday,
    limits.shotsADay,
  )
  if (account) {
    const limitCents = dailyLossLimitCents(account.balanceCents, book.netTodayCents, limits)
    const text = `Today's loss has reached the daily stop of ${limits.dailyLossPct} %.`
    over('DAILY_LOSS', text, Math.max(0, -book.netTodayCents), limitCents)
  }
  over(
    'RATE_MINUTE',
    `${book.firesLastMinute} shots in the last minute; at most 5.`,
    book.firesLastMinute,
    FIRES_A_MINUTE,
  )
  if (book.sinceFireOfSymbolMs !== null && book.sinceFireOfSymbolMs < SYMBOL_PAUSE_MS) {
    const text = `The last shot on ${mission.pair} was ${Math.round(book.sinceFireOfSymbolMs / 1_000)} s ago; 30 s apart.`
    denials.push(denial('RATE_SYMBOL', text, book.sinceFireOfSymbolMs, SYMBOL_PAUSE_MS))
  }
  if (marketMs < mission.issuedMs)
    denials.push(denial('MISSION_GONE', 'The market clock stands before this mission.'))
  return denials
}

/** The daily stop in cents: a share of the balance that the day began with. */
export function dailyLossLimitCents(balanceCents: number, netTodayCents: number, limits: RankLimits): number {
  return Math.max(1, Math.floor(((balanceCents - netTodayCents) * limits.dailyLossPct) / 100))
}

function size(
  inputs: ShotInputs,
  spec: SymbolSpec,
  stopPoints: number,
  balanceCents: number,
): Readonly<{ lots: Lots; riskCents: Cents }> | Denial {
  const { book, mission, link } = inputs
  const allowed = Math.floor((balanceCents * riskPctOf(inputs)) / 100)
  const sized = sizeOrder(spec, stopPoints, allowed)
  if (sized.is === 'refused') {
    const words = sized.code === 'LOTS_BELOW_MIN' ? 'under the smallest order' : 'over the largest order'
    return denial(
      sized.code,
      `${sized.lots} lots of ${mission.pair} is ${words} of ${sized.limit}.`,
      sized.lots,
      sized.limit,
    )
  }
  if (link.maxLots !== null && sized.lots > link.maxLots) {
    const text = `${sized.lots} lots of ${mission.pair} is over the ${link.maxLots} that the terminal takes.`
    return denial('LOTS_ABOVE_TERMINAL', text, sized.lots, link.maxLots)
  }
  const total = book.openRiskCents + sized.riskCents
  const limit = Math.floor((balanceCents * TOTAL_RISK_PCT) / 100)
  if (total > limit)
    return denial(
      'TOTAL_RISK',
      `All open risk together would pass ${TOTAL_RISK_PCT} % of the balance.`,
      total,
      limit,
    )
  return sized
}
