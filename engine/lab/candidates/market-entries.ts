import { PlanName } from '../../contracts/model.ts'
import { MINUTE_MS } from '../../domain/market/civil.ts'
import { MARKET_FEATURES } from '../../domain/venom/confidence/feature-names.ts'

const WIDTH = MARKET_FEATURES.length

/** What came of an entry's two sides, laid out as one plan lays its trades out. */
export type SidesOfPlan = Readonly<{
  p0: number
  /** From when on nothing about either can change: the time exit, or the end if a silence put that later. */
  settledMs: number
  targets: number
  timeouts: number
}>

type PlanColumns = Readonly<{
  p0: Float32Array
  /** Minutes after the bar. */
  settledAfter: Uint16Array
  targets: Uint8Array
  timeouts: Uint8Array
}>

/**
 * Entries that no setup has proposed, one a quarter hour, in columns and by pair in order of time; row k has its MARKET_FEATURES
 * at k · their number. Only those that have all features and an end in every plan: the model learns from them what belongs to the
 * market and the hour. 64 bytes each.
 */
export type MarketEntries = Readonly<{
  length: number
  barMs: Float64Array
  features: Float32Array
  plans: Readonly<Record<PlanName, PlanColumns>>
}>

/** Gathers entries; its columns double when they are full. */
export class MarketEntryBook {
  #columns = empty(256, ArrayBuffer)
  #length = 0

  add(barMs: number, features: Float32Array, sides: Readonly<Record<PlanName, SidesOfPlan>>): void {
    const at = this.#length
    if (at === this.#columns.barMs.length) this.#columns = joined([this.take()], 2 * at)
    const { plans } = this.#columns
    this.#columns.barMs[at] = barMs
    this.#columns.features.set(features, at * WIDTH)
    for (const name of PlanName.options) {
      const { p0, settledMs, targets, timeouts } = sides[name]
      plans[name].p0[at] = p0
      plans[name].settledAfter[at] = Math.ceil((settledMs - barMs) / MINUTE_MS)
      plans[name].targets[at] = targets
      plans[name].timeouts[at] = timeouts
    }
    this.#length++
  }

  /** Everything gathered, in columns of just its length. */
  take(): MarketEntries {
    return joined([{ ...this.#columns, length: this.#length }], this.#length)
  }
}

/** Several pairs' entries as one, in the order of the parts, in memory that workers share. */
export const joinMarketEntries = (parts: readonly MarketEntries[]): MarketEntries =>
  joined(
    parts,
    parts.reduce((sum, { length }) => sum + length, 0),
    SharedArrayBuffer,
  )

/** When nothing about the row's trades of this plan can change any more. */
export const marketSettledMs = ({ barMs, plans }: MarketEntries, plan: PlanName, row: number): number =>
  (barMs[row] as number) + (plans[plan].settledAfter[row] as number) * MINUTE_MS

type Memory = typeof ArrayBuffer | typeof SharedArrayBuffer

function joined(
  parts: readonly MarketEntries[],
  capacity: number,
  memory: Memory = ArrayBuffer,
): MarketEntries {
  const next = empty(capacity, memory)
  let length = 0
  for (const part of parts) {
    const own = part.length
    next.barMs.set(part.barMs.subarray(0, own), length)
    next.features.set(part.features.subarray(0, own * WIDTH), length * WIDTH)
    for (const name of PlanName.options) {
      const [to, from] = [next.plans[name], part.plans[name]]
      to.p0.set(from.p0.subarray(0, own), length)
      to.settledAfter.set(from.settledAfter.subarray(0, own), length)
      to.targets.set(from.targets.subarray(0, own), length)
      to.timeouts.set(from.timeouts.subarray(0, own), length)
    }
    length += own
  }
  return { ...next, length }
}

function empty(capacity: number, Memory: Memory): MarketEntries {
  const bytes = (each: number): ArrayBufferLike => new Memory(capacity * each)
  const plan = (): PlanColumns => ({
    p0: new Float32Array(bytes(4)),
    settledAfter: new Uint16Array(bytes(2)),
    targets: new Uint8Array(bytes(1)),
    timeouts: new Uint8Array(bytes(1)),
  })
  return {
    length: 0,
    barMs: new Float64Array(bytes(8)),
    features: new Float32Array(bytes(4 * WIDTH)),
    plans: { RAPID: plan(), PRECISION: plan(), TIMED: plan() },
  }
}
