import { MINUTE_MS } from '../market/civil.ts'
import { hours } from '../overlay/overlay.ts'
import { isMedic } from './book-rules.ts'
import { newsRules, riskPctOf } from './conditions.ts'
import type { ShotInputs } from './shot.ts'
import { lockRules } from './standing-rules.ts'
import { isTargetReached } from './waiting-rules.ts'

type OfShot =
  | 'marketMs' | 'kind' | 'consented' | 'selector' | 'paused' | 'calendar' | 'noCalendar' | 'guards' | 'limits' | 'settings' | 'newsMinutes' | 'mission' | 'quote' // prettier-ignore

/** An order that waits, and what stands around it. `marketMs` 0: not known yet; then only what needs no clock is judged. */
export type Waiting = Pick<ShotInputs, OfShot> &
  Readonly<{
    /** Null: not told yet in this session. */
    balanceCents: number | null
    riskCents: number
    /** When the broker removes it. */
    untilMs: number
    /** Other orders and positions of ours on the account. */
    others: number
  }>

/** After its time a broker may take so long to remove an order, by the market's clock. */
export const REMOVAL_MS = MINUTE_MS

/** Of what a bad day allows: results of other trades move the balance by less. */
const TOLERANCE = 1.05

/** Why an order that waits has to go: all that would deny its shot now for good, and is no matter of the moment. */
export const whyWithdraw = (inputs: Waiting): string[] => [
  ...lockRules(inputs).map(({ text }) => text),
  ...medicRules(inputs),
  ...(inputs.marketMs > 0 ? clockRules(inputs) : []),
]

/** From its end on a broker fills it no more, and has a moment to remove it. */
function clockRules(inputs: Waiting): string[] {
  const { marketMs, untilMs, quote, mission } = inputs
  if (marketMs >= untilMs)
    return marketMs < untilMs + REMOVAL_MS ? [] : ['Its time is over, and the broker has not removed it.']
  const reasons = [...hours(marketMs), ...newsRules(inputs)].map(({ text }) => text)
  if (quote && isTargetReached(mission, quote)) reasons.push('The target was reached without it.')
  return reasons
}

/** After half of the daily stop: half the risk, and one open trade. */
function medicRules({ guards, limits, mission, balanceCents, riskCents, others }: Waiting): string[] {
  if (!isMedic(guards)) return []
  if (others > 0) return ['After half of the daily stop there is one open trade at a time.']
  if (balanceCents === null) return []
  const allowed = (balanceCents * riskPctOf({ limits, mission, guards })) / 100
  if (riskCents <= allowed * TOLERANCE) return []
  const money = (cents: number) => (cents / 100).toFixed(2)
  return [`It risks ${money(riskCents)}; after half of the daily stop ${money(allowed)} is allowed.`]
}
