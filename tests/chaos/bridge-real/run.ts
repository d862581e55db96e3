/** One run: link, fire, kill -9, start again, and wait until nothing is open any more. */
import { setTimeout as sleep } from 'node:timers/promises'
import { Random } from '../../../engine/broker-sim/random.ts'
import type { RunResult } from '../bridge/tally.ts'
import { DeskGone } from '../desk-process.ts'
import type { Cell } from './cells.ts'
import type { RealWorld } from './world.ts'

/** On a machine that is busy with something else as well. */
const PATIENCE_MS = 60_000
const ACCIDENT_WITHIN_MS = 3_000
/** Of silence between two looks that find nothing wrong. */
const CALM_MS = 300
const DOWN_MOST_MS = 300
const LOOK_EVERY_MS = 100

export async function runCell(world: RealWorld, cell: Cell, seed: number): Promise<RunResult> {
  const run = new Run(world, cell, new Random(seed))
  await run.play()
  const { happened, fired } = run
  const faults = [...(await run.settle()), ...world.brokenChain()]
  return { happened, fired, lives: world.lives, faults, prints: world.prints }
}

/** False after a while; the process does not stay for it. */
const soon = (ms: number) => sleep(ms, false, { ref: false })

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
    const isMoment =
      typeof at === 'object'
        ? sleep(this.#random.below(at.mostMs + 1), true)
        : Promise.race([desk.told(at).then(() => true), soon(ACCIDENT_WITHIN_MS)])
    const isDue = await isMoment
    await Promise.all([who !== 'EA' && desk.kill(), who !== 'app' && terminal.kill()])
    return isDue
  }

  /** Whoever is dead, each after a while of its own. */
  async #startAgain(): Promise<void> {
    const world = this.#world
    const isEnded = await Promise.race([world.terminal.ended.then(() => true), soon(0)])
    const late = () => sleep(this.#random.below(DOWN_MOST_MS))
    await Promise.all([
      isEnded && late().then(() => world.startProgram()),
      !world.desk.isAlive && late().then(() => world.startApp()),
    ])
  }

  /** What is still wrong when it has had all the time it needs; nothing was when two looks in a row say so. */
  async settle(): Promise<string[]> {
    let faults: string[] = []
    let soundLooks = 0
    for (const endMs = performance.now() + PATIENCE_MS; performance.now() < endMs && soundLooks < 2;) {
      if (soundLooks > 0) await sleep(CALM_MS)
      try {
        faults = await this.#world.faults()
      } catch (error) {
        if (!(error instanceof DeskGone)) throw error
        return ['GONE: the app ended, and nobody had killed it']
      }
      soundLooks = faults.length === 0 ? soundLooks + 1 : 0
      if (faults.length > 0) await sleep(LOOK_EVERY_MS)
    }
    return faults
  }
}
