import { MemoryRows } from '../../domain/venom/confidence/feature-rows.ts'
import type { FeatureSink } from '../../ports/feature-sink.ts'

const FIRST_ROWS = 256

/** Keeps rows of features in memory, in an array that doubles when it is full. */
export class MemorySink implements FeatureSink {
  readonly #stride: number
  #values: Float64Array | Float32Array
  #length = 0

  constructor(stride: number, Kind: typeof Float64Array | typeof Float32Array) {
    this.#stride = stride
    this.#values = new Kind(FIRST_ROWS * stride)
  }

  add(row: Float64Array | Float32Array): void {
    const at = this.#length * this.#stride
    if (at === this.#values.length) {
      const Kind = this.#values instanceof Float64Array ? Float64Array : Float32Array
      const next = new Kind(2 * at)
      next.set(this.#values)
      this.#values = next
    }
    this.#values.set(row, at)
    this.#length++
  }

  end(): MemoryRows {
    return new MemoryRows(this.#values.subarray(0, this.#length * this.#stride), this.#stride)
  }
}
