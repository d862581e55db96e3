import type { SimulationControl } from '../contracts/commands.ts'
import type { EpochMs } from '../contracts/primitives.ts'
import type { SimulatorState } from '../contracts/simulator-state.ts'
import type { FromSimulator, SimulatorFault, SimulatorStart } from '../contracts/simulator.ts'
import type { Welcome } from '../contracts/wire/index.ts'
import { StoreFault } from '../ports/store-fault.ts'
import type { Broker } from '../broker-sim/index.ts'
import { helloOf } from './hello.ts'
import { Link } from './link.ts'
import { MarketClock } from './market-clock.ts'
import { MarketRun } from './market-run.ts'
import type { Market } from './market-source.ts'
import type { SavedAccount } from './saved-account.ts'
import { Speaker } from './speaker.ts'
import { Terminal } from './terminal.ts'
import type { TickPlayer, TickTaker } from './tick-player.ts'

export type SimulatorHooks = Readonly<{
  /** Links that came and went, the end of the data, and what cannot go on. */
  tell(message: FromSimulator): void
}>

export type SimulatorParts = Readonly<{
  start: SimulatorStart
  hooks: SimulatorHooks
  pairingKey: Uint8Array
  account: SavedAccount
  number: number
  market: Market
  broker: Broker
  player: TickPlayer
  beginMs: number
}>

const WATCH_EVERY_MS = 100
const SAVE_EVERY_MS = 5_000
/** A busy computer may be so late with it. */
const SAVE_LATE_MS = 1_000

/** Joins the parts of a simulated terminal and owns everything that runs by itself. */
export class RunningSimulator {
  readonly is = 'running'
  readonly #parts: SimulatorParts
  readonly #clock: MarketClock
  readonly #link: Link
  readonly #speaker: Speaker
  readonly #terminal: Terminal
  readonly #run: MarketRun
  readonly #timers: NodeJS.Timeout[] = []
  #beats: NodeJS.Timeout | undefined
  /** No further can the earlier run have been seen. */
  readonly #seenMs: number
  /** The market may move on from what was written last. */
  #isRunning = false
  #isBroken = false

  constructor(parts: SimulatorParts) {
    const { start, market, broker, account, player, beginMs } = parts
    const steadyMs = () => performance.now()
    const wallMs = () => Date.now()
    this.#parts = parts
    this.#seenMs = beginMs + (account.earlier?.unwrittenMs ?? 0)
    this.#clock = new MarketClock({
      marketMs: beginMs,
      speed: start.speed,
      paused: start.paused,
      nowMs: steadyMs(),
    })
    this.#link = new Link({
      endpoint: start.endpoint,
      pairingKey: parts.pairingKey,
      hello: helloOf(start, parts.number),
      wallMs,
      committed: () => this.#terminal.desk.committed,
      live: welcome => this.#live(welcome),
      message: (header, body) => this.#terminal.message(header, body),
      apart: reason => this.#apart(reason),
    })
    this.#speaker = new Speaker(this.#link, account.earlier?.facts ?? [])
    this.#terminal = new Terminal({
      market,
      broker,
      clock: this.#clock,
      speaker: this.#speaker,
      latencyMs: start.broker.latencyMs,
      wallMs,
      steadyMs,
      queued: () => this.#link.queued,
      save: () => account.save(() => this.#state()),
      failed: error => this.#failed(error),
      die: () => process.kill(process.pid, 'SIGKILL'),
    })
    this.#run = new MarketRun({
      player,
      clock: this.#clock,
      steadyMs,
      room: () => this.#terminal.room(),
      take: (pair, timeMs, bid, ask) => this.#terminal.tick(pair, timeMs, bid, ask),
      turned: () => this.#speaker.flush(),
      ended: () => this.#ended(),
      failed: error => this.#failed(error),
    })
  }

  /** Throws `StoreFault` where the account cannot be kept: no terminal may be linked that forgets what it traded. */
  keepAccount(): void {
    this.#parts.account.settle(this.#state())
  }

  /** Brings the market to where an earlier run stopped: those ticks are past, but bars are made of them. */
  async wind(): Promise<void> {
    await this.#playTo(this.#parts.beginMs, (...tick) => this.#terminal.remember(...tick))
  }

  /**
   * One that was killed had shown more than it had written down, and a market's time does not go back: it goes on behind what can
   * have been seen. What that does to the account is done, and told when the app is there.
   */
  async catchUp(): Promise<void> {
    await this.#playTo(this.#seenMs, (pair, timeMs, bid, ask) => {
      this.#clock.played(timeMs, 1, performance.now())
      this.#terminal.tick(pair, timeMs, bid, ask)
    })
    this.#clock.played(this.#seenMs, 0, performance.now())
  }

  async #playTo(toMs: number, take: TickTaker): Promise<void> {
    const { player } = this.#parts
    while (await player.prime()) {
      player.play(toMs, Number.POSITIVE_INFINITY, take)
      if (player.nextMs !== null) return
    }
  }

  start(): void {
    this.#isRunning = true
    this.keepAccount()
    this.#timers.push(
      setInterval(() => this.#terminal.facts.watchAccount(), WATCH_EVERY_MS),
      setInterval(() => this.#settle(), SAVE_EVERY_MS),
    )
    this.#link.start()
    this.#run.start()
  }

  control(control: SimulationControl): void {
    this.#terminal.control(control)
    this.#settle()
  }

  /** For tests: what shall go wrong with the next order. */
  fault(fault: SimulatorFault): void {
    this.#terminal.facts.arm(fault)
  }

  /** Says goodbye, writes the account down and closes. */
  async stop(): Promise<void> {
    for (const timer of this.#timers) clearInterval(timer)
    await this.#run.stop()
    await this.#terminal.desk.idle()
    this.#speaker.say('bye', { reason: 'The simulator was stopped' })
    clearInterval(this.#beats)
    await this.#link.stop()
    this.#isRunning = false
    this.#settle()
  }

  #live(welcome: Welcome): void {
    clearInterval(this.#beats)
    this.#beats = setInterval(() => this.#terminal.beat(), welcome.beatMs)
    this.#parts.hooks.tell({ kind: 'linked', session: welcome.session })
    this.#terminal.live(welcome)
  }

  #apart(reason: string): void {
    clearInterval(this.#beats)
    this.#terminal.apart()
    this.#parts.hooks.tell({ kind: 'unlinked', reason })
  }

  #ended(): void {
    const { market, hooks } = this.#parts
    this.#clock.pause(performance.now())
    const { ticks, dropped } = market.ticks.report()
    const leftOut = Object.entries(dropped).map(([code, count]) => `${count} ${code}`)
    const left = leftOut.length > 0 ? `, ${leftOut.join(', ')} left out` : ''
    const at = new Date(this.#clock.marketMs).toISOString()
    hooks.tell({ kind: 'ended', text: `The ticks end at ${at}: ${ticks} played${left}.` })
    this.#terminal.beat()
  }

  #settle(): void {
    if (this.#isBroken) return
    try {
      this.keepAccount()
    } catch (error) {
      this.#failed(error)
    }
  }

  /** A full disk, a file that broke off, a bug: it falls silent at once, so that nothing is told that is not kept. */
  #failed(error: unknown): void {
    if (this.#isBroken) return
    this.#isBroken = true
    for (const timer of this.#timers) clearInterval(timer)
    clearInterval(this.#beats)
    this.#run.halt()
    this.#link.cut()
    const text = error instanceof Error ? error.message : String(error)
    const code = error instanceof StoreFault ? error.code : 'BROKEN'
    this.#parts.hooks.tell({ kind: 'failed', code, text })
  }

  #state(): SimulatorState {
    const { start, broker, number } = this.#parts
    return {
      version: 1,
      number,
      source: start.source,
      account: start.account,
      broker: { ...broker.state(), marketMs: this.#clock.marketMs as EpochMs },
      unwrittenMs: this.#isRunning
        ? this.#clock.within(SAVE_EVERY_MS + SAVE_LATE_MS)
        : Math.max(0, this.#seenMs - this.#clock.marketMs),
      facts: [...this.#speaker.facts.facts],
    }
  }
}
