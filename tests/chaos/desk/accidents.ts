/** What a fault does to a world when its step is reached. */
import type { Fault, Lie } from './cells.ts'
import { LIES, MANNERS } from './cells.ts'
import { settingsOf } from './setting.ts'
import type { World } from './world.ts'

const HOUR_MS = 3_600_000
const MINUTE_MS = 60_000
const DISK_FULL_MS = 4_000

/** Where a run begins that a fault takes over a border of the market's clock, ten minutes later. */
export const BORDERS: Readonly<Partial<Record<Fault, number>>> = {
  // 16:11 in New York, on the Monday after the clocks went forward: 20:11 UTC, an hour earlier than the week before.
  'first dead hours of summer': Date.UTC(2026, 2, 9, 20, 11),
  // 16:11 in New York, on the Monday after they went back.
  'first dead hours of winter': Date.UTC(2026, 10, 2, 21, 11),
  // 14:56 in New York: four minutes before the last two hours of the week.
  'Friday close': Date.UTC(2026, 0, 9, 19, 56),
}

export class Accident {
  readonly #world: World
  readonly #fault: Fault
  /** What has to happen when the present turn is over, and when the disk has room again. */
  readonly #later: (() => void)[] = []
  #diskFullUntilMs: number | null = null

  constructor(world: World, fault: Fault) {
    this.#world = world
    this.#fault = fault
  }

  /** May throw out of the engine's turn, as a kill does. */
  strike(fireAgain: (origins: readonly ('window' | 'telegram')[]) => void): void {
    const world = this.#world
    const fault = this.#fault
    switch (fault) {
      case 'host killed':
        return world.killHost()
      case 'worker killed':
        return world.app.killWorker()
      case 'worker hangs':
        return world.app.hang()
      case 'computer sleeps':
        return void this.#later.push(() => world.sleep((30 + world.random.below(600)) * 1_000))
      case 'computer clock ahead':
        return world.setComputerClock(HOUR_MS)
      case 'computer clock back':
        return world.setComputerClock(-HOUR_MS)
      case 'link lost':
        return world.cut()
      case 'two windows':
        return void this.#later.push(() => fireAgain(['window', 'window']))
      case 'Telegram and window':
        return void this.#later.push(() => fireAgain(['telegram', 'window']))
      case 'settings changed':
        return void this.#later.push(() => this.#changeSettings())
      case 'disk full':
        world.disk.isFull = true
        this.#diskFullUntilMs = world.marketMs + DISK_FULL_MS
        return
      case '10,000 events':
        return void this.#later.push(() => world.flood(10_000))
      case 'paused':
        return void this.#later.push(() => this.#pause())
      case 'first dead hours of summer':
      case 'first dead hours of winter':
      case 'Friday close':
        return void this.#later.push(() => world.skipTo(world.wish.startMs + 10 * MINUTE_MS))
      default:
        return this.#deceive(fault)
    }
  }

  #deceive(fault: Fault): void {
    const world = this.#world
    const lie = LIES.find(one => one === fault)
    if (lie) {
      world.adversary.tell(lie)
      return void this.#later.push(() => tellAnew(world, lie))
    }
    const manner = MANNERS.find(one => `broker: ${one}` === fault)
    if (manner) this.#later.push(() => world.swappable.script([manner]))
  }

  #changeSettings(): void {
    const world = this.#world
    const limits = { ...settingsOf(world.wish).limits, openTrades: 1 }
    const settings = { ...settingsOf(world.wish), riskPct: world.wish.riskPct / 2, limits }
    world.ask({ kind: 'setSettings', settings })
  }

  /** Half the time the app dies over it: a pause is not forgotten. */
  #pause(): void {
    const world = this.#world
    world.ask({ kind: 'pause' })
    if (world.random.below(2) === 0) world.killHost()
  }

  /** Between turns. */
  settle(): void {
    for (const work of this.#later.splice(0)) work()
    if (this.#diskFullUntilMs !== null && this.#world.marketMs >= this.#diskFullUntilMs) this.makeRoom()
  }

  makeRoom(): void {
    this.#diskFullUntilMs = null
    this.#world.disk.isFull = false
  }
}

/** Lies that are told with what a terminal says by itself now and then are told at once. */
function tellAnew({ terminal, broker }: World, lie: Lie): void {
  if (lie === 'tick value 0') terminal.specs()
  if (lie.startsWith('orders list')) terminal.orders()
  if (lie.startsWith('snapshot')) terminal.take([{ type: 'positions', body: broker.positions() }])
}
