/** One seeded run: link, fire, the cell's accident and others by chance, then calm until everything has settled. */
import type { VirtualTerminal } from '../../../ea/host/driver/virtual-terminal.ts'
import { Random } from '../../../engine/broker-sim/random.ts'
import type { Ulid } from '../../../engine/contracts/index.ts'
import type { Cell } from './cells.ts'
import { Deaths } from './deaths.ts'
import type { RunResult } from './tally.ts'
import type { Template } from './template.ts'
import { faultsOf } from './verdict.ts'
import { World } from './world.ts'

export type Stage = Readonly<{ terminal: VirtualTerminal; template: Template }>
const POINT = 1e-5
const AWAY_POINTS = 25
const LINK_MS = 9_500
const STORM_MS = 8_000
const AFTERMATH_MS = 60_000
const CALM_MS = 120_000

/** How often something died when nothing should any more. */
type CalmResult = RunResult & Readonly<{ calmDeaths: number }>

export function runCell({ terminal, template }: Stage, cell: Cell, seed: number): CalmResult {
  const storm = new Storm(new World(terminal, template, seed), template, cell, new Random(seed))
  storm.link()
  storm.fire()
  storm.rage()
  storm.aftermath()
  const { world } = storm
  const deaths = world.deaths
  storm.calm()
  return {
    happened: storm.happened,
    fired: storm.fired,
    lives: world.lives,
    calmDeaths: world.deaths - deaths,
    faults: faultsOf(world),
    prints: world.prints.map(({ atMs, text }) => `${atMs} ${text}`),
  }
}

class Storm {
  readonly world: World
  readonly #template: Template
  readonly #cell: Cell
  readonly #random: Random
  #bid: number
  #quotedMs = 0
  readonly #deaths: Deaths
  #wasRepeated = false
  #order: Ulid | null = null
  #isCalm = false
  fired = false

  constructor(world: World, template: Template, cell: Cell, random: Random) {
    this.world = world
    this.#template = template
    this.#cell = cell
    this.#random = random
    this.#bid = template.mission.entry * POINT
    this.#deaths = new Deaths(world, random, cell.is === 'restart' ? cell.what : null)
  }

  /** Whether the accident of the cell has taken place. */
  get happened(): boolean {
    const { is } = this.#cell
    if (is === 'message') return this.world.road.happened
    if (is === 'app') return this.world.doom.happened
    if (is === 'program') return this.world.lives > 1
    if (is === 'again') return this.#wasRepeated
    return is === 'restart' ? this.#deaths.hasRestarted : this.fired
  }

  link(): void {
    const cell = this.#cell
    if ('early' in cell && cell.early) this.#prepare()
    if (cell.is === 'server' && cell.fault === 'netting') this.world.tell(...cell.verbs)
    this.world.quote(this.#bid)
    this.world.startProgram()
    this.#live(LINK_MS, () => 100)
    this.#waitUntilArmed()
  }

  /** The desk fires as a person would: when the room says that it can. */
  fire(): void {
    const cell = this.#cell
    if (!('early' in cell && cell.early)) this.#prepare()
    if (cell.waits) this.#away(1)
    let answer = this.#shoot()
    // Armed it may be, and prices still wait for the history of their symbol.
    for (let tries = 0; tries < 30 && answer?.is === 'denied'; tries += 1) {
      this.#live(1_000, () => 100)
      if (cell.waits) this.#away(1)
      answer = this.#shoot()
    }
    // A death while it is recorded leaves no answer, and an order all the same.
    this.fired = answer === null || answer.is === 'done'
  }

  rage(): void {
    const random = this.#random
    this.#live(STORM_MS, () => 5 + random.below(120))
    if (this.#cell.waits) this.#endOfTheWait()
    if (this.#cell.is === 'again') this.#repeat(this.#cell.when)
    if (random.below(3) === 0) this.world.app.flatten()
    else if (random.below(2) === 0) this.#jump()
    this.#live(STORM_MS, () => 5 + random.below(200))
  }

  /** Nothing is planned any more, and what is open settles while something still dies now and then. */
  aftermath(): void {
    const { world } = this
    world.tell('fault clear', 'disk ok')
    // A terminal that was never told of a fill knows of it when it has asked its server again: after its next start.
    if (this.#cell.is === 'server' && this.#cell.fault === 'told never') world.killProgram()
    this.#settle(AFTERMATH_MS)
  }

  /** No accident is left: whatever is down comes up, and time passes until nothing is open any more. */
  calm(): void {
    this.#isCalm = true
    this.#settle(CALM_MS)
  }

  #settle(ms: number): void {
    const { world } = this
    this.#deaths.revive()
    for (let passedMs = 0; passedMs < ms; passedMs += 2_000) {
      this.#live(2_000, () => 100)
      this.#deaths.revive()
      if (passedMs >= 6_000 && faultsOf(world).length === 0) return
    }
  }

  #shoot() {
    const { app } = this.world
    const { id } = this.#template.mission
    const answer = this.#cell.waits ? app.place(id) : app.fire(id)
    if (answer?.is === 'done') this.#order = answer.order ?? null
    return answer
  }

  /** The price goes so far from the entry that an order can wait there (1), or comes through it (-1). */
  #away(way: 1 | -1): void {
    const { entry, side } = this.#template.mission
    this.#bid = (entry + AWAY_POINTS * way * (side === 'buy' ? 1 : -1)) * POINT
    this.#quote()
  }

  /** It is filled, or taken back, or waits on. */
  #endOfTheWait(): void {
    const way = this.#random.below(4)
    if (way < 2) this.#away(-1)
    if (way === 2 && this.#order) this.world.app.cancel(this.#order)
  }

  #repeat(when: Extract<Cell, { is: 'again' }>['when']): void {
    if (when === 'after it was closed') {
      this.world.app.flatten()
      this.#live(3_000, () => 100)
    }
    const deaths = when === 'at once' ? 0 : when === 'after the EA died twice' ? 2 : 1
    for (let death = 0; death < deaths; death += 1) {
      this.world.killProgram(' files=lost')
      this.#live(6_000, () => 100)
    }
    for (let tries = 0; tries < 20 && !this.#wasRepeated; tries += 1) {
      this.#wasRepeated = this.world.app.fireAgain()
      this.#live(500, () => 50)
    }
  }

  #waitUntilArmed(): void {
    for (let tries = 0; tries < 30 && !this.world.app.armed().is; tries += 1) this.#live(1_000, () => 100)
  }

  #prepare(): void {
    const cell = this.#cell
    const random = this.#random
    switch (cell.is) {
      case 'message':
        return this.world.road.plan({ ...cell, delayMs: 200 + random.below(4_000) })
      case 'app':
        return this.world.doom.plan(cell.step)
      case 'program': {
        const files = ['lost', 'kept', 'torn'][random.below(3)] ?? 'lost'
        const nth = 1 + random.below(cell.step.startsWith('socket') ? 6 : 3)
        this.world.tell(`die ${cell.step} ${cell.phase} ${nth} files=${files}`)
        return
      }
      case 'server':
        if (cell.fault !== 'netting') this.world.tell(...cell.verbs)
        return
      case 'again':
        // It never arrives, and the app asks what became of it: an id that is buried stays so.
        if (cell.when === 'after it was buried')
          this.world.road.plan({ accident: 'lost', type: 'fire', delayMs: 0 })
        return
      case 'restart':
        return
    }
  }

  /** Time with quotes, with whatever has died coming back after a while, and with more accidents by chance. */
  #live(ms: number, step: () => number): void {
    const { world } = this
    const untilMs = world.nowMs + ms
    while (world.nowMs < untilMs) {
      if (world.nowMs - this.#quotedMs >= 400) this.#quote()
      const stepMs = Math.min(step(), untilMs - world.nowMs)
      world.pass(stepMs, stepMs)
      this.#deaths.comeBack()
      if (this.fired && !this.#isCalm) this.#deaths.chance()
    }
  }

  #quote(): void {
    const drift = this.fired ? this.#random.below(7) - 3 : this.#random.below(3) - 1
    this.#bid = Math.max(0.5, this.#bid + drift * POINT)
    this.#quotedMs = this.world.nowMs
    this.world.quote(this.#bid)
  }

  /** Through the stop of whatever is open. */
  #jump(): void {
    this.#bid += (this.#random.below(2) === 0 ? 300 : -300) * POINT
    this.#quote()
  }
}
