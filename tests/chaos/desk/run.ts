/** One seeded run: link, fire, change, close, flatten, with the cell's accident; then calm until everything has settled. */
import { Random } from '../../../engine/broker-sim/random.ts'
import type { CommandAnswer, Mission, Ulid } from '../../../engine/contracts/index.ts'
import { REAL_MONEY } from '../../../engine/contracts/settings.ts'
import type { Ledger } from '../../../engine/ports/index.ts'
import { Accident, BORDERS } from './accidents.ts'
import type { Cell } from './cells.ts'
import { RANKS, type RankName } from './checker/index.ts'
import { Journey } from './journey.ts'
import { LIFE_MS, missionsFor, TERMINAL } from './missions.ts'
import { hasHappened, judged, whyNotArmed } from './outcome.ts'
import { endFor, isPlacing, mustPlace, Placing } from './placing.ts'
import { circumstances, type WorldWish } from './setting.ts'
import { World } from './world.ts'

/** A Tuesday morning in London. */
const TUESDAY_MS = Date.UTC(2026, 0, 6, 9)
const CALM_MS = 90_000

/** As often as they stand here. */
const KINDS = ['simulated', 'simulated', 'simulated', 'simulated', 'demo', 'demo', 'demo', 'live'] as const

export type RunResult = Readonly<{
  happened: boolean
  fired: number
  lives: number
  faults: readonly string[]
}>

/** How a test breaks the build; nothing, when left out. */
export type Breakage = Readonly<{ wrap?: (ledger: Ledger) => Ledger }>

export function runCell(cell: Cell, seed: number, { wrap = ledger => ledger }: Breakage = {}): RunResult {
  const run = new Run(cell, seed, wrap)
  run.play()
  run.calm()
  return run.result()
}

class Run {
  readonly #cell: Cell
  readonly #random: Random
  readonly #journey = new Journey()
  readonly #world: World
  readonly #accident: Accident
  readonly #missions: readonly Mission[]
  readonly #placing: Placing
  readonly #isPlacing: boolean
  /** Of its own, so that the rest of a run does not depend on whether it places. */
  readonly #choice: Random
  #lastFired: Ulid | null = null
  #notArmed = ''

  constructor(cell: Cell, seed: number, wrap: WorldWish['wrap']) {
    this.#cell = cell
    this.#random = new Random(seed)
    this.#choice = new Random(seed + 3)
    const names = Object.keys(RANKS) as RankName[]
    const rank = names[this.#random.below(names.length)] ?? 'NIBBLER'
    const startMs = BORDERS[cell.fault] ?? TUESDAY_MS
    const around = circumstances(new Random(seed + 2), startMs)
    const kind = KINDS[this.#random.below(KINDS.length)] ?? 'simulated'
    // Whoever has to place may: nothing locks it, and nothing is announced.
    const isSure = mustPlace(cell)
    const wish: WorldWish = {
      ...around,
      ...(isSure && { announcements: [] }),
      seed: seed + 1,
      startMs,
      rank,
      kind: isSure && kind === 'live' ? 'demo' : kind,
      liveUnlocked: this.#random.below(3) > 0,
      margin: this.#random.below(8) === 0 && !isSure ? 'netting' : 'hedging',
      riskPct: [0.5, 1, 2][this.#random.below(3)] ?? 1,
      wrap,
    }
    this.#world = new World(wish, this.#journey)
    this.#accident = new Accident(this.#world, cell.fault)
    this.#missions = missionsFor({ ...wish, loginHash: '', server: '' })
    this.#isPlacing = isPlacing(cell, this.#choice) && wish.margin === 'hedging'
    this.#placing = new Placing(this.#world, this.#choice, ms => this.#live(ms))
    this.#journey.plan(cell.step, () =>
      this.#accident.strike(origins => {
        for (const [at, origin] of origins.entries()) this.#act(at, origin)
      }),
    )
  }

  play(): void {
    this.#until(() => this.#isArmed(), 20_000)
    this.#permit()
    this.#journey.reach('issued')
    this.#live(500)
    if (this.#isPlacing) this.#place(0)
    else this.#fire(0)
    this.#live(2_000)
    this.#modify()
    this.#live(1_000)
    if (this.#random.below(5) === 0) this.#loseInARow()
    else this.#fireMore()
    this.#closeFirst()
    this.#live(2_000)
    if (this.#random.below(4) === 0) this.#world.market.jump(this.#random.below(2) === 0 ? 215 : -215)
    this.#live(1_500)
    this.#fire(this.#random.below(this.#missions.length))
    this.#live(1_500)
    if (this.#random.below(3) === 0) this.#world.market.jump(this.#random.below(2) === 0 ? 230 : -230)
    this.#live(3_000)
    if (this.#isPlacing) this.#placeLast()
    if (this.#random.below(6) === 0) this.#again(() => this.#world.ask({ kind: 'cancelAll' }))
    this.#again(() => this.#world.ask({ kind: 'flattenAll' }))
    this.#live(4_000)
  }

  /** Most traders of real money have typed what it takes; some let AUTO fire. */
  #permit(): void {
    const world = this.#world
    if (world.wish.kind === 'live' && this.#random.below(3) > 0)
      this.#again(() => world.ask({ kind: 'giveConsent', terminal: TERMINAL, typed: REAL_MONEY }))
    if (this.#random.below(8) === 0) this.#again(() => world.ask({ kind: 'setSelector', selector: 'AUTO' }))
  }

  #place(at: number): void {
    const mission = this.#missions[at]
    if (!mission) return
    this.#lastFired = mission.id
    this.#placing.play(mission, endFor(this.#cell, this.#choice))
  }

  /** It may wait until its mission ends. */
  #placeLast(): void {
    const mission = this.#missions[1 + this.#choice.below(this.#missions.length - 1)]
    if (!mission) return
    const comes = this.#cell.fault === 'cancelled although filled' || this.#choice.below(4) === 0
    this.#placing.play(mission, comes ? 'comes' : 'stays')
    if (this.#choice.below(4) === 0) this.#world.skipTo(this.#world.wish.startMs + LIFE_MS + 5_000)
    this.#live(1_000)
  }

  /** The same mission from two places at once; where orders wait, the first of them places. */
  #act(at: number, origin: 'window' | 'telegram'): void {
    const mission = this.#lastFired
    if (!mission) return
    if (at === 0 && this.#isPlacing) this.#world.ask({ kind: 'placeMission', mission }, origin)
    else this.#fireOnce(mission, origin)
  }

  #fireMore(): void {
    for (let more = this.#random.below(4); more > 0; more -= 1) {
      this.#live(this.#random.below(2) === 0 ? 300 : 5_000 + this.#random.below(30_000))
      this.#fire(1 + this.#random.below(this.#missions.length - 1))
    }
  }

  /** One stop after the other is hit, until something says that it is enough. */
  #loseInARow(): void {
    for (const [at, { side }] of this.#missions.entries()) {
      if (at === 0) continue
      this.#fire(at)
      this.#live(1_500)
      const away = side === 'buy' ? -230 : 230
      this.#world.market.jump(away)
      this.#live(1_500)
      this.#world.market.jump(-away)
      this.#live(at % 4 === 0 ? 20_000 : 1_500)
    }
  }

  /** No accident is left: whatever is down comes up, and time passes until nothing is open any more. */
  calm(): void {
    const world = this.#world
    world.adversary.repent()
    this.#accident.settle()
    this.#accident.makeRoom()
    world.swappable.script([])
    world.revive()
    if (this.#random.below(3) === 0) world.killHost()
    this.#live(2_000)
    this.#until(() => this.#isSettled(), CALM_MS)
  }

  result(): RunResult {
    const { log, lives, app } = this.#world
    const fired = log.filter(
      line => line.at === 'command' && (line.what === 'fire' || line.what === 'place') && !line.repeat,
    ).length
    return {
      happened: this.#journey.hasStruck && hasHappened(this.#world, this.#cell),
      fired,
      lives,
      faults: [
        ...this.#judged(),
        ...(this.#notArmed === '' ? [] : [`NOT ARMED: ${this.#notArmed}`]),
        ...app.crashes.map(crash => `CRASH: ${crash}`),
      ],
    }
  }

  #isSettled(): boolean {
    this.#notArmed = whyNotArmed(this.#world) ?? ''
    return this.#notArmed === '' && this.#judged().length === 0
  }

  #judged(): string[] {
    return judged(this.#world, this.#cell, this.#placing.wantedBack)
  }

  #isArmed(): boolean {
    return whyNotArmed(this.#world) === null
  }

  #until(isDone: () => boolean, mostMs: number): void {
    for (let passedMs = 0; passedMs < mostMs && !isDone(); passedMs += 2_000) this.#live(2_000)
  }

  #live(ms: number): void {
    for (let left = ms; left > 0; left -= 250) {
      this.#accident.settle()
      this.#world.pass(Math.min(250, left))
    }
    this.#accident.settle()
  }

  #fire(at: number): void {
    const mission = this.#missions[at]
    if (!mission) return
    this.#lastFired = mission.id
    this.#again(() => this.#fireOnce(mission.id, 'window'))
  }

  #fireOnce(mission: Ulid, origin: 'window' | 'telegram'): CommandAnswer | null {
    return this.#world.ask({ kind: 'fireMission', mission }, origin)
  }

  /** A person who gets no answer tries again when the app is back. */
  #again(act: () => CommandAnswer | null): void {
    for (let tries = 0; tries < 3; tries += 1) {
      if (act() !== null) return
      this.#live(3_000)
    }
  }

  #modify(): void {
    const [first] = this.#ours()
    if (!first?.stop) return
    const digits = first.stop.split('.')[1]?.length ?? 0
    const nearer = (first.side === 'buy' ? 20 : -20) / 10 ** digits
    const stop = (Number(first.stop) + nearer).toFixed(digits)
    const { position, target } = first
    this.#again(() => this.#world.ask({ kind: 'modifyPosition', terminal: TERMINAL, position, stop, target }))
  }

  #closeFirst(): void {
    const [first] = this.#ours()
    if (!first) return
    const { position } = first
    if (this.#random.below(2) === 0 && Number(first.lots) > 0.02) {
      this.#again(() =>
        this.#world.ask({ kind: 'closePosition', terminal: TERMINAL, position, lots: '0.01' }),
      )
      this.#live(1_000)
    }
    this.#again(() => this.#world.ask({ kind: 'closePosition', terminal: TERMINAL, position }))
  }

  #ours() {
    return this.#world.broker.positions().positions.filter(({ id }) => id !== null)
  }
}
