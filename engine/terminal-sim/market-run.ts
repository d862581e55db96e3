import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises'
import type { MarketClock } from './market-clock.ts'
import type { TickPlayer, TickTaker } from './tick-player.ts'

export type MarketRunOptions = Readonly<{
  player: TickPlayer
  clock: MarketClock
  steadyMs(): number
  /** How many ticks may be let out now; 0 holds the market. */
  room(): number
  take: TickTaker
  /** Some ticks were let out, or market time has passed without any. */
  turned(): void
  /** The last tick has been played. */
  ended(): void
  /** The source cannot go on. */
  failed(error: unknown): void
}>

/** Ticks are collected for so long before they are sent. */
const TURN_MS = 16
/** As many as leave the loop time for the app's messages in between. */
const TURN_TICKS = 8_192

/** Lets the market run by its clock, a turn at a time. */
export class MarketRun {
  readonly #options: MarketRunOptions
  #stopped = false
  #running: Promise<void> = Promise.resolve()

  constructor(options: MarketRunOptions) {
    this.#options = options
  }

  start(): void {
    this.#running = this.#run().catch((error: unknown) => this.#options.failed(error))
  }

  /** Plays nothing more. */
  halt(): void {
    this.#stopped = true
  }

  async stop(): Promise<void> {
    this.halt()
    await this.#running
    await this.#options.player.close()
  }

  async #run(): Promise<void> {
    const { player, ended } = this.#options
    while (!this.#stopped) {
      const isMore = await player.prime()
      if (!isMore) return ended()
      const isBehind = this.#turn()
      await (isBehind ? nextTurn() : sleep(TURN_MS))
    }
  }

  /** Lets out what is due; true when more of it is due at once. */
  #turn(): boolean {
    const { player, clock, steadyMs, room, take, turned } = this.#options
    const nowMs = steadyMs()
    const limit = Math.min(TURN_TICKS, room(), clock.steps || TURN_TICKS)
    if (limit === 0) {
      clock.hold(nowMs)
      return false
    }
    const dueMs = clock.dueMs(nowMs)
    const { ticks, lastMs } = player.play(dueMs, limit, take)
    const { nextMs } = player
    const isDone = nextMs !== null && nextMs > dueMs
    clock.played(isDone ? dueMs : (lastMs ?? clock.marketMs), ticks, nowMs)
    turned()
    return !isDone && !(clock.paused && clock.steps === 0)
  }
}
