/** An order that waits: placed away from the price, and then something becomes of it. */
import type { Random } from '../../../engine/broker-sim/random.ts'
import type { CommandAnswer, Mission, Ulid } from '../../../engine/contracts/index.ts'
import { WAITING_LIES, WAITING_STEPS, type Cell, type Step } from './cells.ts'
import { ACT_WITHIN_MS } from './checker/index.ts'
import { SPREAD } from './missions.ts'
import type { World } from './world.ts'

const TAKEN_BACK = ['by hand', 'declined', 'safe', 'paused'] as const
const ENDS = ['comes', 'comes late', 'stays', ...TAKEN_BACK] as const
export type End = (typeof ENDS)[number]

/** Points that the market is away from the entry while an order waits there, and past it when it has come. */
const AWAY = 60
const PAST = 30
/** Long enough that nothing may be filled any more that should have been taken back. */
const LATE_MS = ACT_WITHIN_MS + 3_000
const PLACED_IN = 5

/** Some runs place instead of firing; those whose accident needs an order that waits always do. */
export const isPlacing = ({ step, fault }: Cell, random: Random): boolean =>
  mustPlace({ step, fault }) || random.below(PLACED_IN) === 0

export const mustPlace = ({ step, fault }: Cell): boolean =>
  WAITING_STEPS.includes(step) || WAITING_LIES.includes(fault)

const oneOf = (ends: readonly End[], random: Random): End => ends[random.below(ends.length)] ?? 'stays'

/** Steps that only what was filled comes to. */
const OF_A_FILL: readonly Step[] = [
  'filled at its price', 'deal back', 'filled', 'acknowledged', 'managed', 'close requested', 'closed',
] // prettier-ignore

/** What becomes of the first order, so that the run comes to its step. */
export function endFor({ step, fault }: Cell, random: Random): End {
  if (step === 'taken back' || step === 'cancel back') return oneOf(TAKEN_BACK, random)
  if (OF_A_FILL.includes(step) || fault === 'cancelled although filled')
    return oneOf(['comes', 'comes late'], random)
  return oneOf(ENDS, random)
}

export class Placing {
  readonly #world: World
  readonly #random: Random
  readonly #live: (ms: number) => void
  readonly wantedBack: { order: Ulid; atMs: number }[] = []

  constructor(world: World, random: Random, live: (ms: number) => void) {
    this.#world = world
    this.#random = random
    this.#live = live
  }

  play(mission: Mission, end: End): void {
    this.#stand(mission, AWAY)
    this.#live(1_500)
    const answer = this.#again(() => this.#world.ask({ kind: 'placeMission', mission: mission.id }))
    this.#live(2_000)
    const order = answer?.is === 'done' ? answer.order : undefined
    this.#forbid(end, mission, order ?? null)
    if (end === 'stays') return
    if (end !== 'comes') this.#live(this.#random.below(3) === 0 ? 400 : LATE_MS)
    this.#stand(mission, -PAST)
    this.#live(2_000)
    this.#allow(end)
  }

  #forbid(end: End, { id: mission }: Mission, order: Ulid | null): void {
    const world = this.#world
    if (end === 'safe') this.#again(() => world.ask({ kind: 'setSelector', selector: 'SAFE' }))
    if (end === 'paused') this.#again(() => world.ask({ kind: 'pause' }))
    if (order === null || (end !== 'by hand' && end !== 'declined')) return
    const answer = this.#again(() =>
      world.ask(
        end === 'by hand'
          ? { kind: 'cancelOrder', order }
          : { kind: 'declineMission', mission, reason: 'Changed my mind' },
      ),
    )
    if (answer?.is === 'done') this.wantedBack.push({ order, atMs: world.marketMs })
  }

  #allow(end: End): void {
    const world = this.#world
    if (end === 'safe') this.#again(() => world.ask({ kind: 'setSelector', selector: 'SELECT' }))
    if (end === 'paused') this.#again(() => world.ask({ kind: 'resume' }))
  }

  /** The market so many points on the far side of the entry. */
  #stand({ pair, side, entry }: Mission, points: number): void {
    const { market } = this.#world
    const bid = side === 'buy' ? entry + points - SPREAD : entry - points
    market.jump(bid - market.bidOf(pair))
  }

  /** A person who gets no answer tries again when the app is back. */
  #again(act: () => CommandAnswer | null): CommandAnswer | null {
    for (let tries = 0; tries < 3; tries += 1) {
      const answer = act()
      if (answer !== null) return answer
      this.#live(3_000)
    }
    return null
  }
}
