/** What dies by chance in a run, and how it comes back: after a while, or at once. */
import type { Random } from '../../../engine/broker-sim/random.ts'
import type { Cell } from './cells.ts'
import type { World } from './world.ts'

type Restart = Extract<Cell, { is: 'restart' }>['what']

export class Deaths {
  readonly #world: World
  readonly #random: Random
  /** What starts again once, at a moment of its own. */
  readonly #restart: Restart | null
  #startAppMs: number | null = null
  #startProgramMs: number | null = null
  hasRestarted = false

  constructor(world: World, random: Random, restart: Restart | null) {
    this.#world = world
    this.#random = random
    this.#restart = restart
  }

  chance(): void {
    const what = this.#restart
    if (what && !this.hasRestarted && this.#random.below(6) === 0) this.#startAgain(what)
    const throwOf = this.#random.below(1_500)
    if (throwOf === 0) this.#world.killApp()
    if (throwOf === 1) this.#world.killProgram(' files=torn')
    if (throwOf === 2) this.#world.killProgram(' sockets=silent')
  }

  /** Whatever has died, after a while. */
  comeBack(): void {
    const world = this.#world
    if (!world.app.isAlive) {
      this.#startAppMs ??= world.nowMs + 100 + this.#random.below(4_000)
      if (world.nowMs >= this.#startAppMs) {
        this.#startAppMs = null
        world.startApp()
      }
    }
    if (!world.isRunning) {
      this.#startProgramMs ??= world.nowMs + 100 + this.#random.below(4_000)
      if (world.nowMs >= this.#startProgramMs) {
        this.#startProgramMs = null
        world.startProgram()
      }
    }
  }

  /** Whatever has died, at once. */
  revive(): void {
    this.#world.startApp()
    if (!this.#world.isRunning) this.#world.startProgram()
  }

  #startAgain(what: Restart): void {
    this.hasRestarted = true
    if (what === 'app' || what === 'computer') this.#world.killApp()
    if (what === 'program' && this.#world.isRunning) {
      this.#world.tell('deinit 5')
      this.#world.startProgram()
    }
    if (what === 'terminal') this.#world.killProgram()
    if (what === 'computer') this.#world.killProgram(' sockets=silent files=lost globals=lost')
  }
}
