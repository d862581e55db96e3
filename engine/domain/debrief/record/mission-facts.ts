import type { Mission } from '../../../contracts/mission.ts'
import type { EventOf } from '../../../contracts/events.ts'
import type { Ulid } from '../../../contracts/primitives.ts'
import { NO_KEY } from '../../../contracts/debrief.ts'

/** What a mission said of its trade before anybody fired. */
export type MissionFacts = Readonly<{
  setup: string
  session: string
  regime: string
  shield: string
  isDrill: boolean
  /** Probability of the target before the stop. */
  p: number
  /** Mean and standard deviation of the result that it promised, R after cost. */
  promisedR: number
  promisedSpread: number
}>

/**
 * A mission promises three outcomes: the target with p, the time exit with q (worth m on average), the stop otherwise. From these
 * follows how far a single result strays from the mean.
 */
export function missionFacts({ confidence: { p }, timeOut, rewardRatio, ...mission }: Mission): MissionFacts {
  const outcomes = [
    [p, rewardRatio],
    [timeOut.p, timeOut.r],
    [Math.max(0, 1 - p - timeOut.p), -1],
  ] as const
  const mean = outcomes.reduce((sum, [share, r]) => sum + share * r, 0)
  const variance = outcomes.reduce((sum, [share, r]) => sum + share * (r - mean) ** 2, 0)
  return {
    setup: mission.setup,
    session: mission.session,
    regime: mission.regime ?? NO_KEY,
    shield: mission.shield?.class ?? NO_KEY,
    isDrill: mission.drill,
    p,
    promisedR: mission.expectedR,
    promisedSpread: Math.sqrt(variance),
  }
}

/** Far more than wait or are traded at one time; what is older belongs to nothing that is still to come. */
const REMEMBERED = 5_000

/** Missions whose trade may still be told. */
export class KnownMissions {
  readonly #facts = new Map<Ulid, MissionFacts>()

  take({ mission }: EventOf<'missionIssued'>): void {
    this.#facts.set(mission.id, missionFacts(mission))
    if (this.#facts.size <= REMEMBERED) return
    for (const oldest of this.#facts.keys()) return void this.#facts.delete(oldest)
  }

  of(mission: Ulid | null): MissionFacts | null {
    return mission === null ? null : (this.#facts.get(mission) ?? null)
  }
}
