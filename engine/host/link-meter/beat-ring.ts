import type { BeatSample } from '../../contracts/link-report.ts'

/** Ten minutes at a beat a second, and as many again for those that come because something has changed. */
const CAPACITY = 1_200
const KEPT_MS = 600_000

const orNull = (value: number | undefined): number | null =>
  value === undefined || Number.isNaN(value) ? null : value

/** The last beats of a terminal, in arrays that are filled round and round: nothing is allocated for a beat. */
export class BeatRing {
  readonly #atMs = new Float64Array(CAPACITY)
  readonly #pingMs = new Float64Array(CAPACITY)
  readonly #wayMs = new Float64Array(CAPACITY)
  readonly #deskMs = new Float64Array(CAPACITY)
  /** Beats so far. */
  #count = 0

  add({ atMs, pingMs, wayMs }: Omit<BeatSample, 'deskMs'>): void {
    const at = this.#count % CAPACITY
    this.#atMs[at] = atMs
    this.#pingMs[at] = pingMs ?? Number.NaN
    this.#wayMs[at] = wayMs ?? Number.NaN
    this.#deskMs[at] = Number.NaN
    this.#count += 1
  }

  /** What the last beat led to is on disk. */
  stored(tookMs: number): void {
    if (this.#count > 0) this.#deskMs[(this.#count - 1) % CAPACITY] = tookMs
  }

  /** Those of the last ten minutes, oldest first. */
  samples(nowMs: number): BeatSample[] {
    const samples: BeatSample[] = []
    for (let n = Math.max(0, this.#count - CAPACITY); n < this.#count; n += 1) {
      const at = n % CAPACITY
      const atMs = this.#atMs[at] ?? 0
      if (nowMs - atMs > KEPT_MS) continue
      samples.push({
        atMs,
        pingMs: orNull(this.#pingMs[at]),
        wayMs: orNull(this.#wayMs[at]),
        deskMs: orNull(this.#deskMs[at]),
      })
    }
    return samples
  }
}
