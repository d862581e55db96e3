/** The other process of the flood: a terminal with a simulated broker, that tells far more than any terminal has to tell. */
import { setTimeout as sleep } from 'node:timers/promises'
import { brokerSymbol, createBroker, type BrokerFact } from '../../engine/broker-sim/index.ts'
import { PAIRS, SimulatorStart, Ulid, type EpochMs } from '../../engine/contracts/index.ts'
import type { BodyOf, Header, Hello, TerminalMessageType } from '../../engine/contracts/wire/index.ts'
import { Link } from '../../engine/terminal-sim/link.ts'
import { aDealDone } from '../../engine/testkit/events.ts'
import { encodeBars, encodeBody, encodeTicks, parsePairingKey } from '../../engine/wire/index.ts'
import { MARKETS, SPREAD } from '../../tests/chaos/desk/missions.ts'
import { bodyOf, carryOut } from './carry-out.ts'
import { calmHistory } from './history.ts'
import { Mixture, type FloodFact } from './mixture.ts'

export type FloodJob = Readonly<{
  endpoint: string
  pairingKey: string
  hello: Omit<Hello, 'nonce'>
  startMs: number
  eventsASecond: number
  seconds: number
}>
export type FloodSent = Readonly<{ ticks: number; facts: number; strangersDeals: number }>
/** What the parent hears. */
export type FromFlood = Readonly<{ is: 'live' }> | Readonly<{ is: 'sent'; sent: FloodSent }>

/** As a terminal's timer does. */
const BATCH_MS = 16
const BEFORE_MS = 2_000
/** Time for the last orders, the flatten and their facts. */
const AFTER_MS = 10_000
const FIRST_STRANGER = 5_000_000
const symbols = PAIRS.map(pair => brokerSymbol(pair))

/** Where the price of a symbol stays, points. */
function marketOf(index: number): { digits: number; mid: number } {
  const { pair, digits } = symbols[index] ?? brokerSymbol('EURUSD')
  const market = MARKETS.find(one => one.pair === pair)
  return { digits, mid: market?.mid ?? (digits === 3 ? 150_000 : 110_000) }
}

export async function floodTerminal(job: FloodJob): Promise<void> {
  const tell = (message: FromFlood) => process.send?.(message)
  const terminal = new FloodTerminal(job, () => tell({ is: 'live' }))
  process.on('disconnect', () => process.exit())
  await terminal.run()
  tell({ is: 'sent', sent: terminal.sent })
  await sleep(AFTER_MS)
}

class FloodTerminal {
  readonly sent = { ticks: 0, facts: 0, strangersDeals: 0 }
  readonly #job: FloodJob
  readonly #startedMs = performance.now()
  readonly #link: Link
  readonly #broker = createBroker({
    symbols,
    account: SimulatorStart.shape.account.parse({}),
    temper: SimulatorStart.shape.broker.parse({ slippagePoints: 0 }),
    seed: 1,
  })
  #live: () => void = () => undefined
  #heard = 0
  #isOver = false
  #lastVerdict: BodyOf<'verdict'> | null = null

  constructor(job: FloodJob, live: () => void) {
    this.#job = job
    const key = parsePairingKey(job.pairingKey)
    if (key.is === 'refused') throw new Error(key.text)
    symbols.forEach((_, index) => this.#quote(index))
    this.#link = new Link({
      endpoint: job.endpoint,
      pairingKey: key.key,
      hello: job.hello,
      committed: () => this.#heard,
      wallMs: () => Math.floor(performance.timeOrigin + performance.now()),
      live: () => {
        this.#introduce()
        live()
        this.#live()
      },
      message: (header, body) => this.#hear(header, body),
      apart: reason => {
        if (!this.#isOver) throw new Error(`the link ended: ${reason}`)
      },
    })
  }

  async run(): Promise<void> {
    const isLive = new Promise<void>(resolve => (this.#live = resolve))
    this.#link.start()
    await isLive
    await sleep(BEFORE_MS)
    const { eventsASecond, seconds } = this.#job
    const mixture = new Mixture(eventsASecond)
    const startMs = performance.now()
    for (let afterMs = 0; afterMs < seconds * 1_000;) {
      await sleep(BATCH_MS)
      afterMs = Math.min(performance.now() - startMs, seconds * 1_000)
      const { ticks, facts } = mixture.due(afterMs)
      if (ticks > 0) this.#ticks(ticks)
      for (const fact of facts) this.#fact(fact)
    }
    this.#isOver = true
    setInterval(() => this.#beat(), 1_000).unref()
  }

  #marketMs(): number {
    return this.#job.startMs + Math.floor(performance.now() - this.#startedMs)
  }

  #say<T extends TerminalMessageType>(type: T, body: unknown): void {
    this.#link.say(type, encodeBody(type as never, body as never))
  }

  #introduce(): void {
    this.#say('specs', this.#broker.specs())
    this.#say('account', this.#broker.account())
    this.#say('positions', this.#broker.positions())
    this.#beat()
  }

  #beat(): void {
    const beat: BodyOf<'beat'> = {
      marketMs: this.#marketMs() as EpochMs,
      autoTrading: true,
      tradeAllowed: true,
      brokerConnected: true,
      pingMs: 1,
      queued: this.#link.queued,
      unacked: 0,
    }
    this.#say('beat', beat)
  }

  /** Each price stays within a point, so that no stop is hit and no mission drifts away. */
  #quote(index: number): { index: number; timeMs: number; bid: number; ask: number; flags: number } {
    const { digits, mid } = marketOf(index)
    const unit = 10 ** digits
    const [timeMs, bid] = [this.#marketMs(), mid + (this.sent.ticks % 2)]
    this.#tell(this.#broker.onTick(index, timeMs, bid, bid + SPREAD))
    return { index, timeMs, bid: bid / unit, ask: (bid + SPREAD) / unit, flags: 6 }
  }

  #ticks(count: number): void {
    const batch = Array.from({ length: count }, () => this.#quote(this.sent.ticks++ % symbols.length))
    this.#link.say('ticks', encodeTicks(batch))
  }

  #fact(fact: FloodFact): void {
    this.sent.facts += 1
    switch (fact) {
      case 'beat':
        return this.#beat()
      case 'account':
        return this.#say('account', this.#broker.account())
      case 'positions':
        return this.#say('positions', this.#broker.positions())
      case 'deal':
        return this.#say('deal', this.#strangersDeal())
      case 'verdict':
        // The same one again, as after a lost acknowledgement; before the first there is the account.
        if (this.#lastVerdict === null) return this.#say('account', this.#broker.account())
        return this.#say('verdict', this.#lastVerdict)
    }
  }

  /** Somebody else trades on the same account. */
  #strangersDeal(): BodyOf<'deal'> {
    const number = FIRST_STRANGER + this.sent.strangersDeals++
    const { deal } = aDealDone(number)
    const ticket = String(number) as typeof deal.position
    return { ...deal, order: ticket, position: ticket, magic: 0, timeMs: this.#marketMs() as EpochMs }
  }

  #hear(header: Header, body: Uint8Array): void {
    this.#heard = Math.max(this.#heard, header.n)
    if (header.t === 'history') return this.#answerHistory(bodyOf('history', body))
    this.#tell(carryOut(this.#broker, header.t, body, this.#marketMs()))
  }

  #answerHistory({ id, index }: BodyOf<'history'>): void {
    const { digits, mid } = marketOf(index)
    const bars = calmHistory(index, mid, 10 ** digits, this.#job.startMs)
    this.#link.say('bars', encodeBars(bars), { rq: id, i: index, tf: 1 })
  }

  #tell(facts: readonly BrokerFact[]): void {
    for (const { type, body } of facts) {
      // Verdicts about orders alone are told again: those are what must not be taken for another one.
      if (type === 'verdict' && body.position !== null)
        this.#lastVerdict = { ...body, id: Ulid.parse(body.id) }
      this.#say(type, body)
    }
  }
}
