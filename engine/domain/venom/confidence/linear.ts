import type { Logit } from '../../../contracts/model.ts'
import { FEATURE_NAMES } from './feature-names.ts'

/** A logit laid out for the feature vector: a weight and a centre for each term that counts. */
export class Linear {
  readonly #b0: number
  readonly #places: Int32Array
  readonly #centres: Float64Array
  readonly #weights: Float64Array

  constructor({ b0, coefficients }: Logit) {
    const counting = coefficients.filter(({ beta }) => beta !== 0)
    this.#b0 = b0
    this.#places = Int32Array.from(counting, ({ name }) => placeOf(name))
    this.#centres = Float64Array.from(counting, ({ mean }) => mean)
    this.#weights = Float64Array.from(counting, ({ beta, std }) => beta / std)
  }

  /** b0 + Σ beta · (x − mean) ÷ std; NaN when a feature that counts is missing. */
  at(features: Float64Array): number {
    let sum = this.#b0
    for (let k = 0; k < this.#places.length; k++) {
      const x = features[this.#places[k] as number] as number
      sum += (this.#weights[k] as number) * (x - (this.#centres[k] as number))
    }
    return sum
  }

  /** Name of the first feature that counts and is missing. */
  missing(features: Float64Array): string | undefined {
    const place = this.#places.find(at => !Number.isFinite(features[at]))
    return place === undefined ? undefined : FEATURE_NAMES[place]
  }
}

function placeOf(name: string): number {
  const place = (FEATURE_NAMES as readonly string[]).indexOf(name)
  if (place < 0) throw new RangeError(`no feature is called ${name}`)
  return place
}
