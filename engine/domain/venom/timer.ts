import type { TimerShare } from '../../contracts/mission.ts'
import type { SignalType } from '../../contracts/vocabulary.ts'
import { MINUTE_MS } from '../market/civil.ts'

/** How long a mission may be decided, usually; and how far its shares may cut or stretch that. */
const BASE_MINUTES: Readonly<Record<SignalType, number>> = { RAPID_ASSAULT: 25, PRECISION_STRIKE: 65 }
const LEAST = 0.3
const MOST = 2
/** A session that ends in so many minutes leaves a mission its usual time. */
const SESSION_MINUTES = 240

/** What the life of a mission depends on. Null: not known, and then it is as short as this share can make it. */
export type TimerInputs = Readonly<{
  signal: SignalType
  /** From the entry to the price that cancels it, over the stop. */
  roomOfStop: number
  sigmaRatio: number | null
  /** Minutes until entries end for the day. */
  sessionMinutes: number
  /** Move of the last hour towards the target, in standard deviations of an hour. */
  momentum: number | null
  /** Minutes to the next announcement of high importance, or to the end of the calendar. */
  newsMinutes: number | null
}>

const clamp = (factor: number): number => Math.min(MOST, Math.max(LEAST, factor))

/** The smart timer: a base, and five shares that stretch or cut it, each with its reason. Milliseconds. */
export function smartTimer(inputs: TimerInputs): Readonly<{ lifeMs: number; shares: readonly TimerShare[] }> {
  const shares = [integrity(inputs), volatility(inputs), session(inputs), momentum(inputs), news(inputs)]
  const factor = clamp(shares.reduce((sum, share) => sum + share.weight * share.factor, 0))
  return { lifeMs: Math.round(BASE_MINUTES[inputs.signal] * factor) * MINUTE_MS, shares }
}

function integrity({ roomOfStop }: TimerInputs): TimerShare {
  const factor = clamp(2 * roomOfStop)
  const text = `What cancels it is ${Math.round(100 * roomOfStop)} % of the stop away.`
  return { name: 'integrity', weight: 0.35, factor, text }
}

function volatility({ sigmaRatio }: TimerInputs): TimerShare {
  const factor = sigmaRatio === null ? LEAST : clamp(1 / sigmaRatio)
  const text =
    sigmaRatio === null
      ? `How fast the market is cannot be told.`
      : `The market moves ${sigmaRatio.toFixed(2)} times as much as is usual.`
  return { name: 'volatility', weight: 0.25, factor, text }
}

function session({ sessionMinutes }: TimerInputs): TimerShare {
  const factor = clamp(sessionMinutes / SESSION_MINUTES)
  const text = `Entries end in ${Math.round(sessionMinutes)} min.`
  return { name: 'session', weight: 0.2, factor, text }
}

function momentum({ momentum: sigmas }: TimerInputs): TimerShare {
  const factor = sigmas === null ? LEAST : clamp(1 - sigmas / 2)
  const text =
    sigmas === null
      ? `The last hour cannot be measured.`
      : `The last hour went ${Math.abs(sigmas).toFixed(1)} standard deviations ${sigmas >= 0 ? 'towards the target' : 'away from it'}.`
  return { name: 'momentum', weight: 0.15, factor, text }
}

function news({ newsMinutes }: TimerInputs): TimerShare {
  const factor = newsMinutes === null ? LEAST : clamp(newsMinutes / 60)
  const text =
    newsMinutes === null ? `News are not known.` : `No high-impact news for ${Math.round(newsMinutes)} min.`
  return { name: 'news', weight: 0.05, factor, text }
}
