import type { Freshness } from '../../contracts/vocabulary.ts'

/** What has become of a mission since it was made. Null: not known, and then it is at best VALID. */
export type FreshnessInputs = Readonly<{
  /** Distance of the price from the entry, either way, over the average true range of 14 quarter hours. */
  driftOfRange: number | null
  /** Spread over its usual of this hour. */
  spreadRatio: number | null
  /** Ticks of the last quarter hour over their usual. */
  volumeRatio: number | null
}>

export type Aged = Readonly<{ is: Freshness; text: string }>

const STEPS: readonly Freshness[] = ['FRESH', 'VALID', 'AGING', 'EXPIRED']
/** From which bound on the next step is reached. The last is where the overlay refuses too. */
const DRIFT = [0.25, 0.5, 1] as const
const SPREAD = [1.25, 1.5, 2] as const
const VOLUME = [1, 0.75, 0.5] as const

const UNKNOWN = STEPS.indexOf('VALID')
/** How many bounds have been passed; a figure that is no number has passed them all. */
const above = (value: number, bounds: readonly number[]): number =>
  bounds.filter(bound => !(value <= bound)).length
const below = (value: number, bounds: readonly number[]): number =>
  bounds.filter(bound => !(value >= bound)).length

/** How much of a mission is still true: as fresh as the worst of its drift, its spread and its volume. */
export function freshness({ driftOfRange, spreadRatio, volumeRatio }: FreshnessInputs): Aged {
  const ages = [
    { age: driftOfRange === null ? UNKNOWN : above(driftOfRange, DRIFT), text: drift(driftOfRange) },
    { age: spreadRatio === null ? UNKNOWN : above(spreadRatio, SPREAD), text: spread(spreadRatio) },
    { age: volumeRatio === null ? UNKNOWN : below(volumeRatio, VOLUME), text: volume(volumeRatio) },
  ]
  const worst = ages.reduce((a, b) => (b.age > a.age ? b : a))
  return { is: STEPS[worst.age] as Freshness, text: worst.text }
}

const drift = (value: number | null): string =>
  value === null
    ? 'How far a quarter hour goes here is not known.'
    : `The price is ${value.toFixed(2)} average ranges of a quarter hour from the entry; at most 1.`

const spread = (value: number | null): string =>
  value === null
    ? 'What spread is usual here is not known.'
    : `The spread is ${value.toFixed(2)} times its usual; at most 2.`

const volume = (value: number | null): string =>
  value === null
    ? 'Tick volume is not known here.'
    : `The last quarter hour had ${value.toFixed(2)} times its usual ticks; at least 0.5.`
