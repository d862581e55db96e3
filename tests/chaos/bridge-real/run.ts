/** One run: link, fire, kill -9, start again, and wait until nothing is open any more. */
import { Random } from '../../../engine/broker-sim/random.ts'
import type { RunResult } from '../bridge/tally.ts'
import { moment, PATIENCE_MS, settle, soon, startAgain } from '../real/patience.ts'
import type { Cell } from './cells.ts'
import type { RealWorld } from './world.ts'

const ACCIDENT_WITHIN_MS = 3_000
const DOWN_MOST_MS = 300
const PACE = { calmMs: 300, everyMs: 100 } as const

export async function runCell(world: RealWorld, cell: Cell, seed: number): Promise<RunResult> {
  const run = new Run(world, cell, new Random(seed))
  await run.play()
  const { happened, fired } = run
  const calm = await settle({ ...PACE, faults: () => world.faults() })
  const faults = [...calm, ...world.brokenChain()]
  return { happened, fired, lives: world.lives, faults, prints: world.prints }
}

class Run {
  readonly #world: RealWorld
  readonly #cell: Cell
  readonly #random: Random
  fired = false
  happened = false

  constructor(world: RealWorld, cell: Cell, random: Random) {
    this.#world = world
    this.#cell = cell
    this.#random = random
  }

  async play(): Promise<void> {
    const world = this.#world
    await Promise.all([world.startApp(), world.startProgram()])
    const room = await world.room(view => Boolean(world.missionIn(view)?.shot), PATIENCE_MS)
    this.fired = Boolean(world.missionIn(room)?.shot)
    if (!this.fired) return
    await this.#command('fire')
    if (this.#cell.during === 'flatten') {
      await Promise.race([world.desk.told('dealDone'), soon(PATIENCE_MS)])
      await this.#command('flatten')
    } else if (this.#random.below(2) === 0) {
      await this.#startAgain()
      await world.room(view => view.links[0]?.armed === true, PATIENCE_MS)
      world.desk.tell(world.command({ kind: 'flattenAll' }))
    }
    await this.#startAgain()
  }

  /** The command, and the accident when it is the one that has it. */
  async #command(what: Cell['during']): Promise<void> {
    const world = this.#world
    const isDue = this.#cell.during === what
    if (isDue) await this.#plan()
    world.desk.tell(world.command({ kind: what === 'fire' ? 'fireMission' : 'flattenAll' }))
    if (!isDue) return
    this.happened = (await this.#dies()) && (await this.#isKilled())
  }

  async #plan(): Promise<void> {
    const { step } = this.#cell
    if (!step) return
    const nth = 1 + this.#random.below(step.nthMost)
    await this.#world.terminal.run(`die ${step.name} ${step.phase} ${nth}`)
  }

  /** By its own hand, at the step that was planned; a plan that came to nothing goes with its process. */
  async #dies(): Promise<boolean> {
    if (!this.#cell.step) return true
    const { terminal } = this.#world
    const isDead = await Promise.race([terminal.ended.then(() => true), soon(ACCIDENT_WITHIN_MS)])
    if (!isDead) await terminal.kill()
    return isDead
  }

  async #isKilled(): Promise<boolean> {
    const { killed } = this.#cell
    if (!killed) return true
    const { desk, terminal } = this.#world
    const { at, who } = killed
    const isDue = await moment(at, desk, this.#random, ACCIDENT_WITHIN_MS)
    await Promise.all([who !== 'EA' && desk.kill(), who !== 'app' && terminal.kill()])
    return isDue
  }

  /** Whoever is dead, each after a while of its own. */
  async #startAgain(): Promise<void> {
    const world = this.#world
    const isEnded = await Promise.race([world.terminal.ended.then(() => true), soon(0)])
    await startAgain(this.#random, DOWN_MOST_MS, [
      ...(isEnded ? [() => world.startProgram()] : []),
      ...(world.desk.isAlive ? [] : [() => world.startApp()]),
    ])
  }
}
