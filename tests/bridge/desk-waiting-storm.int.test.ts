/**
 * Orders that wait, in any weather: commands, prices, faults and deaths by seed. When it is over the last word about each id
 * has to be what the trade server's own books say.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { benchBinary, DeskBench, idOf, magicOf, verdicts } from './desk-bench.ts'
import { Chance } from './fuzz/chance.ts'
import { cancel, ended, lastAbout, orders, place, sync, UNTIL_MS } from './waiting-bench.ts'

let bench: DeskBench
beforeAll(async () => {
  bench = new DeskBench(await benchBinary())
}, 300_000)
afterAll(() => bench.terminal.close())

const SEEDS = Array.from({ length: 120 }, (_, at) => at + 1)
const STEPS = 40
const WEATHER = [
  'fault timeout lost',
  'fault timeout executed',
  'fault timeout late 1500',
  'fault tell 1200',
  'fault reject action=remove times=2',
  'fault market-closed action=remove times=2',
  'fault dropstops',
  'fault latency 300',
  'fault reject action=sltp',
  'disk full 60',
  'server transactions=shuffled',
  'server transactions=deal-last',
  'connected off',
] as const
const FILES = ['kept', 'lost', 'torn'] as const
const CALM = ['fault clear', 'disk ok', 'server transactions=live', 'connected on']
const NO_FILL: ReadonlySet<string> = new Set(['cancelled', 'expired', 'rejected', 'denied', 'buried'])

class Storm {
  readonly #random: Chance
  readonly #said = new Map<string, Set<string>>()
  readonly places: number[] = []
  /** Which order each cancel was about. */
  readonly #cancels = new Map<string, number>()
  /** Orders that can become no position any more: a cancel has said so. */
  readonly sworn = new Set<number>()
  #next = 0
  #bid = 1.1
  #isHalted = false

  constructor(seed: number) {
    this.#random = new Chance(seed)
  }

  get isHalted(): boolean {
    return this.#isHalted
  }

  step(): void {
    const random = this.#random
    const kind = random.below(20)
    if (kind < 6) this.#place()
    else if (kind < 9) this.#cancel()
    else if (kind < 13) this.#quote()
    else if (kind < 15) bench.terminal.run(random.pick(WEATHER))
    else if (kind === 15) this.#die()
    else if (kind === 16) this.#hear(bench.say('flatten', { id: this.#id(), magic: 777_001 }))
    else if (kind === 17) this.#halt()
    else if (kind === 18) bench.terminal.run(...CALM)
    else this.#hear(sync(bench, ...this.places.slice(-5)))
    this.#hear(bench.advance(random.pick([20, 100, 700, 4_000])))
  }

  settle(): void {
    bench.terminal.run(...CALM)
    // What no event told is known again after the next start.
    bench.terminal.run('deinit 3')
    bench.terminal.init()
    for (let at = 0; at < 40; at += 1) {
      this.#hear(bench.quote(this.#bid))
      this.#hear(bench.advance(1_000))
    }
    for (let from = 0; from < this.places.length; from += 50)
      this.#hear(sync(bench, ...this.places.slice(from, from + 50)))
  }

  /** Last words that contradict each other. */
  broken(): readonly string[] {
    return [...this.#said]
      .filter(([, words]) => words.size > 1)
      .map(([id, words]) => `${id}: ${[...words].join()}`)
  }

  #id(): string {
    return idOf((this.#next += 1))
  }

  #place(): void {
    const random = this.#random
    const n = Number((this.#next += 1))
    const away = (5 + random.below(60)) * 1e-4
    const price = this.#bid - away
    this.places.push(n)
    this.#hear(
      place(bench, n, {
        price: price.toFixed(5),
        stop: (price - 0.002).toFixed(5),
        target: (price + 0.004).toFixed(5),
        lots: random.pick(['0.01', '0.05', '0.10']),
        untilMs: random.pick([UNTIL_MS, bench.nowMs() + 8_000, bench.nowMs() + 30_000]),
      }),
    )
  }

  #cancel(): void {
    const of = this.#random.pick([...this.places, this.#next + 1_000])
    const n = Number((this.#next += 1))
    this.#cancels.set(idOf(n), of)
    this.#hear(cancel(bench, n, of))
  }

  #quote(): void {
    this.#bid += (this.#random.below(61) - 30) * 1e-4
    this.#hear(bench.quote(this.#bid))
  }

  #die(): void {
    const random = this.#random
    if (random.below(2) === 0) bench.terminal.crash({ files: random.pick(FILES) })
    else bench.terminal.run('deinit 3')
    if (random.below(2) === 0) this.#quote()
    this.#hear(bench.restart(this.#bid))
  }

  #halt(): void {
    this.#isHalted = !this.#isHalted
    const body = this.#isHalted ? { id: this.#id(), reason: 'storm' } : { id: this.#id() }
    this.#hear(bench.say(this.#isHalted ? 'halt' : 'resume', body))
  }

  #hear(lines: ReturnType<DeskBench['advance']>): void {
    for (const { id, is } of verdicts(lines)) {
      // A denial that a full disk did not take is forgotten in a crash; what comes of it is the same.
      const word = is === 'denied' ? 'buried' : is
      if (is !== 'unknown' && is !== 'placed') this.#said.set(id, (this.#said.get(id) ?? new Set()).add(word))
      const of = this.#cancels.get(id)
      if (of !== undefined && is === 'accepted') this.sworn.add(of)
    }
  }
}

const fillsOf = (n: number) =>
  bench.deals().filter(({ magic, entry }) => magic === magicOf(n) && entry === 'in')

describe('a storm', () => {
  test.each(SEEDS)('leaves every id with the word that the books have for it (seed %i)', seed => {
    bench.start('symbol EURUSD depth=0.06')
    const storm = new Storm(seed)
    for (let step = 0; step < STEPS; step += 1) storm.step()
    storm.settle()
    const waiting = orders(bench)
    for (const n of storm.places) {
      const word = lastAbout(sync(bench, n), n)?.is ?? 'nothing'
      const isWaiting = waiting.some(({ magic }) => magic === magicOf(n))
      const positions = new Set(fillsOf(n).map(({ position }) => position))
      const where = `place ${n} is ${word}`
      expect(positions.size, where).toBeLessThanOrEqual(1)
      expect(isWaiting && positions.size > 0, where).toBe(false)
      if (isWaiting) expect(word).toBe('placed')
      else if (positions.size > 0) expect(word, where).toBe('accepted')
      else expect(NO_FILL.has(word), where).toBe(true)
      const past = ended(bench).filter(({ magic, type }) => magic === magicOf(n) && type === 2)
      expect(past.length + Number(isWaiting), where).toBeLessThanOrEqual(1)
    }
    for (const position of bench.positions()) expect(position.stop, `${position.ticket}`).toBeGreaterThan(0)
    for (const n of storm.sworn) expect(fillsOf(n), `place ${n} was taken back`).toEqual([])
    if (storm.isHalted) expect(waiting).toEqual([])
    expect(storm.broken()).toEqual([])
  })
})
