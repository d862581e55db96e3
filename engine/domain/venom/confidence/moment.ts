import type { Side } from '../../../contracts/primitives.ts'
import { minuteOfNewYork } from '../../market/session-clock.ts'
import type { SymbolMarket } from '../../market/symbol-market.ts'
import type { SetupName } from '../setup.ts'

/** The study's sessions by New York's clock; a longer list than the desk's would be fitted on air. */
type StudySession = 'asia' | 'ldn' | 'ny' | 'pm'

/** One candidate at the close of its bar, as the features see it. */
export type Moment = {
  market: SymbolMarket
  /** Null of an entry that no setup has proposed. */
  setup: SetupName | null
  /** +1 of a long, −1 of a short. */
  direction: number
  /** Round trip, spread included; points. */
  costPoints: number
  closeMs: number
  /** Close of the last M1 bar, points. */
  close: number
  /** Minutes since midnight in New York. */
  newYorkMinute: number
  session: StudySession
}

export type MomentContext = Readonly<{ closeMs: number; costPoints: number }>

const ASIA_FROM = 19 * 60
const LONDON_FROM = 2 * 60
const NEW_YORK_FROM = 8 * 60
const AFTERNOON_FROM = 12 * 60

/** Fills `moment`, which is used again for every candidate. */
export function setMoment(
  moment: Moment,
  market: SymbolMarket,
  setup: SetupName | null,
  side: Side,
  { closeMs, costPoints }: MomentContext,
): void {
  const { M1 } = market.bars.series
  moment.market = market
  moment.setup = setup
  moment.direction = side === 'buy' ? 1 : -1
  moment.costPoints = costPoints
  moment.closeMs = closeMs
  moment.close = M1.length > 0 ? M1.close(0) : Number.NaN
  moment.newYorkMinute = minuteOfNewYork(closeMs)
  moment.session = sessionOf(moment.newYorkMinute)
}

function sessionOf(newYorkMinute: number): StudySession {
  if (newYorkMinute >= ASIA_FROM || newYorkMinute < LONDON_FROM) return 'asia'
  if (newYorkMinute < NEW_YORK_FROM) return 'ldn'
  return newYorkMinute < AFTERNOON_FROM ? 'ny' : 'pm'
}
