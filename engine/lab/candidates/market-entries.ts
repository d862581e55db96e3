import { PlanName } from '../../contracts/model.ts'
import { MINUTE_MS } from '../../domain/market/civil.ts'
import { MARKET_FEATURES } from '../../domain/venom/confidence/feature-names.ts'
import type { FeatureRows } from '../../domain/venom/confidence/feature-rows.ts'
import type { FeatureSink } from '../../ports/feature-sink.ts'
import { JoinedRows } from './joined-rows.ts'
import { MemorySink } from './memory-sink.ts'

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

/** Of entries that no setup has proposed, one a quarter hour: 32 bytes each. */
export type MarketColumns = Readonly<{
  length: number
  barMs: Float64Array
  plans: Readonly<Record<PlanName, PlanColumns>>
}>

/**
 * Entries that no setup has proposed, by pair in order of time, with their MARKET_FEATURES. Only those that have all features and
 * an end in every plan: the model learns from them what belongs to the market and the hour.
 */
export type MarketEntries = MarketColumns & Readonly<{ features: FeatureRows }>

/** Gathers entries; its columns double when they are full. */
export class MarketEntryBook {
  #columns = empty(256, ArrayBuffer)
  #length = 0
  readonly #features: FeatureSink

  constructor(features: FeatureSink = new MemorySink(MARKET_FEATURES.length, Float32Array)) {
    this.#features = features
  }

  add(barMs: number, features: Float32Array, sides: Readonly<Record<PlanName, SidesOfPlan>>): void {
    const at = this.#length
    if (at === this.#columns.barMs.length) this.#columns = joined([{ ...this.#columns, length: at }], 2 * at)
    const { plans } = this.#columns
    this.#columns.barMs[at] = barMs
    this.#features.add(features)
    for (const name of PlanName.options) {
      const { p0, settledMs, targets, timeouts } = sides[name]
      plans[name].p0[at] = p0
      plans[name].settledAfter[at] = Math.ceil((settledMs - barMs) / MINUTE_MS)
      plans[name].targets[at] = targets
      plans[name].timeouts[at] = timeouts
    }
    this.#length++
  }

  /** Everything gathered, in columns of just its length; the book is of no use after that. */
  take(): MarketEntries {
    const columns = joined([{ ...this.#columns, length: this.#length }], this.#length)
    return { ...columns, features: this.#features.end() }
  }
}

/** Several pairs' entries as one, in the order of the parts, their columns in memory that workers share. */
export function joinMarketEntries(parts: readonly MarketEntries[]): MarketEntries {
  const length = parts.reduce((sum, part) => sum + part.length, 0)
  const partOf = new Uint8Array(new SharedArrayBuffer(length))
  const rowOf = new Uint32Array(new SharedArrayBuffer(length * Uint32Array.BYTES_PER_ELEMENT))
  let before = 0
  parts.forEach((part, at) => {
    partOf.fill(at, before, before + part.length)
    for (let row = 0; row < part.length; row++) rowOf[before + row] = row
    before += part.length
  })
  const features = new JoinedRows(
    parts.map(part => part.features),
    partOf,
    rowOf,
  )
  return { ...joined(parts, length, SharedArrayBuffer), features }
}

/** When nothing about the row's trades of this plan can change any more. */
export const marketSettledMs = ({ barMs, plans }: MarketColumns, plan: PlanName, row: number): number =>
  (barMs[row] as number) + (plans[plan].settledAfter[row] as number) * MINUTE_MS

type Memory = typeof ArrayBuffer | typeof SharedArrayBuffer

function joined(
  parts: readonly MarketColumns[],
  capacity: number,
  memory: Memory = ArrayBuffer,
): MarketColumns {
  const next = empty(capacity, memory)
  let length = 0
  for (const part of parts) {
    const own = part.length
    next.barMs.set(part.barMs.subarray(0, own), length)
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

function empty(capacity: number, Memory: Memory): MarketColumns {
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
    plans: { RAPID: plan(), PRECISION: plan(), TIMED: plan() },
  }
}
