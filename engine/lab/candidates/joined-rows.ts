import type { FeatureRows } from '../../domain/venom/confidence/feature-rows.ts'

/** Rows of several parts in another order: row k is row `rowOf[k]` of part `partOf[k]`. Nothing is copied. */
export class JoinedRows implements FeatureRows {
  readonly parts: readonly FeatureRows[]
  readonly partOf: Uint8Array
  readonly rowOf: Uint32Array
  readonly stride: number
  values: Float64Array | Float32Array = new Float64Array()

  constructor(parts: readonly FeatureRows[], partOf: Uint8Array, rowOf: Uint32Array) {
    this.parts = parts
    this.partOf = partOf
    this.rowOf = rowOf
    this.stride = parts[0]?.stride ?? 0
  }

  begin(row: number): number {
    const part = this.parts[this.partOf[row] as number] as FeatureRows
    const at = part.begin(this.rowOf[row] as number)
    this.values = part.values
    return at
  }
}

/** Some rows of others, in the order of `rows`. */
export class PickedRows implements FeatureRows {
  readonly #of: FeatureRows
  readonly #rows: ArrayLike<number>

  constructor(of: FeatureRows, rows: ArrayLike<number>) {
    this.#of = of
    this.#rows = rows
  }

  get stride(): number {
    return this.#of.stride
  }

  get values(): Float64Array | Float32Array {
    return this.#of.values
  }

  begin(row: number): number {
    return this.#of.begin(this.#rows[row] as number)
  }
}
