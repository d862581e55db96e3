/** Rows of features, equally many in each: all of them in memory, or of a file a piece at a time. */
export interface FeatureRows {
  /** Features in a row. */
  readonly stride: number
  /** Holds the row that was asked for last, and may be another array after the next question. */
  readonly values: Float64Array | Float32Array
  /** Where the row begins in `values`. */
  begin(row: number): number
}

/** Row by row in one array. */
export class MemoryRows implements FeatureRows {
  readonly values: Float64Array | Float32Array
  readonly stride: number

  constructor(values: Float64Array | Float32Array, stride: number) {
    this.values = values
    this.stride = stride
  }

  begin(row: number): number {
    return row * this.stride
  }
}
