import type { DataFault } from '../../../ports/tick-source.ts'

/** So many of each kind are kept and told; the rest are counted. */
const SAMPLES = 5

/** Counts what is wrong in the data, by code, and keeps the first ones with their place. */
export class FaultTally {
  readonly #onFault: (fault: DataFault) => void
  readonly #dropped = new Map<string, number>()
  readonly #samples: DataFault[] = []

  constructor(onFault: (fault: DataFault) => void) {
    this.#onFault = onFault
  }

  /** A row, or the rest of a file, is left out. */
  drop(code: string, where: string, text: string): void {
    const count = (this.#dropped.get(code) ?? 0) + 1
    this.#dropped.set(code, count)
    if (count <= SAMPLES) this.note(code, where, text)
  }

  /** Something worth knowing, without anything left out. */
  note(code: string, where: string, text: string): void {
    const fault = { code, where, text }
    this.#samples.push(fault)
    this.#onFault(fault)
  }

  get dropped(): Readonly<Record<string, number>> {
    return Object.fromEntries(this.#dropped)
  }

  get samples(): readonly DataFault[] {
    return [...this.#samples]
  }
}
