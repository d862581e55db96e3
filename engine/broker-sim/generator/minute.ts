/** One minute of the generated market: what is decided before its ticks are made. */
import type { LocalTime } from './day-shape.ts'
import { COMMON_FACTORS, FACTORS, LEGS, legAt, type Leg } from './legs.ts'
import type { Release } from './news.ts'

/** By leg. Moves are shares of the opening price. */
export type Minute = {
  openMs: number
  local: LocalTime
  releases: readonly Release[]
  readonly open: Float64Array
  /** At once, when the minute begins: a release or a week-end. */
  readonly jump: Float64Array
  /** Evenly over the minute. */
  readonly drift: Float64Array
  /** Standard deviation of what the factors do. */
  readonly sigma: Float64Array
  /** How lively the leg is, usual hour and present mood together. */
  readonly pace: Float64Array
  /** What each factor has done at the end of the minute; variance 1. */
  readonly shocks: Float64Array
}

export function emptyMinute(): Minute {
  const byLeg = () => new Float64Array(LEGS.length)
  return {
    openMs: 0,
    local: { day: 0, weekday: 0, timeMs: 0 },
    releases: [],
    open: byLeg(),
    jump: byLeg(),
    drift: byLeg(),
    sigma: byLeg(),
    pace: byLeg(),
    shocks: new Float64Array(FACTORS),
  }
}

/** Move of a leg at the end of its minute. */
export function closingMove(minute: Minute, index: number): number {
  const { shocks } = minute
  const z = blended(legAt(index), index, factor => shocks[factor] as number)
  return (
    (minute.jump[index] as number) + (minute.drift[index] as number) + (minute.sigma[index] as number) * z
  )
}

/** What the factors together do to a leg. */
export const blended = (leg: Leg, index: number, of: (factor: number) => number): number =>
  leg.dollar * of(0) + leg.europe * of(1) + leg.commodity * of(2) + leg.own * of(COMMON_FACTORS + index)
