/** Where an order is on its way, and the one accident that waits for it at a step. */
import type { Step } from './cells.ts'

export class Journey {
  #waiting: Readonly<{ step: Step; strike: () => void }> | null = null
  readonly reached = new Set<Step>()
  hasStruck = false

  plan(step: Step, strike: () => void): void {
    this.#waiting = { step, strike }
  }

  /** May throw, as a kill does that goes through whatever is being done. */
  reach(step: Step): void {
    this.reached.add(step)
    const waiting = this.#waiting
    if (waiting?.step !== step) return
    this.#waiting = null
    this.hasStruck = true
    waiting.strike()
  }
}
