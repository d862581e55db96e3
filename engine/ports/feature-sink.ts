import type { FeatureRows } from '../domain/venom/confidence/feature-rows.ts'

/** Takes rows of features one after another; what was taken can be read when all have come. */
export interface FeatureSink {
  /** The array is used again by the caller. */
  add(row: Float64Array | Float32Array): void
  /** No row may come after it. */
  end(): FeatureRows
}
