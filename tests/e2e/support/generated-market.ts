/** The project's own market, played into a terminal of the EA host: its past as bars, its present tick by tick. */
import { setTimeout as sleep } from 'node:timers/promises'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { TerminalGone } from '../../../ea/host/driver/lines.ts'
import type { RealTerminal } from '../../../ea/host/driver/real-terminal.ts'
import { createGenerator, type Generator } from '../../../engine/broker-sim/index.ts'
import type { Pair } from '../../../engine/contracts/pairs.ts'

/** Two week-ends are in it, by which the Expert Advisor learns the broker's time zone. */
const PAST_MINUTES = 14_000
const MINUTE_MS = 60_000
const TURN_MS = 50

export type MarketStart = Readonly<{
  seed: number
  /** Where the generator's market begins. */
  startMs: number
  pairs: readonly Pair[]
  /** How far the broker's clock is ahead of UTC. */
  offsetS: number
}>

type Tick = Readonly<{ pair: number; timeMs: number; bid: number; ask: number }>

export class GeneratedMarket {
  readonly #terminal: RealTerminal
  readonly #generator: Generator
  readonly #ticks: Iterator<Tick, undefined>
  readonly #offsetMs: number
  #next: Tick | null
  #isOver = false
  #rate = 1
  /** Its prices have come before their own time. */
  #isAhead = false

  /** Stands at the beginning of the minute of `nowMs`. */
  constructor(terminal: RealTerminal, { seed, startMs, pairs, offsetS }: MarketStart, nowMs: number) {
    this.#terminal = terminal
    const fromMs = nowMs - (nowMs % MINUTE_MS)
    this.#generator = createGenerator({ seed, startMs, pairs, fromMs })
    this.#ticks = ticksOf(this.#generator)
    this.#offsetMs = offsetS * 1_000
    this.#next = this.#take()
  }

  /** Loads what was before `nowMs`: closed minutes, and the ticks of the one that is under way. */
  async loadPast(nowMs: number, folder: string): Promise<void> {
    for (const [index, pair] of this.#generator.pairs.entries()) {
      const bars = this.#generator.history(index, { fromMs: 0, toMs: nowMs, max: PAST_MINUTES })
      const price = (points: number) => this.#price(index, points)
      const lines = bars.map(
        ({ openMs, open, high, low, close, ticks, spread }) =>
        [(openMs + this.#offsetMs) / 1_000, price(open), price(high), price(low), price(close), ticks, spread].join(' '), // prettier-ignore
      )
      const file = path.join(folder, `${pair}.bars`)
      await writeFile(file, lines.join('\n'))
      await this.#terminal.run(`bars ${pair} ${file}`)
    }
    await this.#playUntil(nowMs)
  }

  /** Market seconds for a second: with more than one, its prices are stamped as they come from then on. */
  hurry(rate: number): void {
    this.#rate = rate
    this.#isAhead = true
  }

  calm(): void {
    this.#rate = 1
  }

  /** Plays from `startMs` on, until `stop` or the end of the terminal. */
  async play(startMs: number): Promise<void> {
    let [marketMs, turnedMs] = [startMs, performance.now()]
    while (!this.#isOver) {
      await sleep(TURN_MS)
      const nowMs = performance.now()
      marketMs += (nowMs - turnedMs) * this.#rate
      turnedMs = nowMs
      await this.#playUntil(marketMs)
    }
  }

  stop(): void {
    this.#isOver = true
  }

  async #playUntil(marketMs: number): Promise<void> {
    const words: string[] = []
    for (let tick = this.#next; tick && tick.timeMs <= marketMs; tick = this.#next = this.#take()) {
      const { pair, timeMs, bid, ask } = tick
      const stamp = this.#isAhead ? 'now' : timeMs + this.#offsetMs
      words.push(
        `${this.#generator.pairs[pair]} ${this.#price(pair, bid)} ${this.#price(pair, ask)} ${stamp}`,
      )
    }
    if (words.length === 0) return
    await this.#terminal.run(`tick ${words.join(' ')}`).catch((error: unknown) => {
      if (!(error instanceof TerminalGone)) throw error
      this.stop()
    })
  }

  #take(): Tick | null {
    const { done, value } = this.#ticks.next()
    return done === true ? null : value
  }

  #price(pair: number, points: number): string {
    const digits = this.#generator.digits[pair] ?? 0
    return (points / 10 ** digits).toFixed(digits)
  }
}

function* ticksOf(generator: Generator): Iterable<Tick, undefined> & Iterator<Tick, undefined> {
  for (let columns = generator.next(); columns; columns = generator.next()) {
    const { length, timeMs, pair, bid, ask } = columns
    for (let at = 0; at < length; at += 1)
      yield { pair: pair[at] ?? 0, timeMs: timeMs[at] ?? 0, bid: bid[at] ?? 0, ask: ask[at] ?? 0 }
  }
}
