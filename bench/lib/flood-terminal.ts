/** The other process of the link bench: a terminal that does nothing but send ticks, in step with the clock. */
import { setTimeout as sleep } from 'node:timers/promises'
import { Dealer } from 'zeromq'
import { brokerSymbol, createBroker } from '../../engine/broker-sim/index.ts'
import { PAIRS, SimulatorStart, TerminalId, type Cents, type EpochMs } from '../../engine/contracts/index.ts'
import type { BodyOf, Hello, JsonMessageType, SymbolSpec } from '../../engine/contracts/wire/index.ts'
import { Link } from '../../engine/terminal-sim/link.ts'
import { decodeBody, encodeBody, encodeTicks, parsePairingKey, TICK_BYTES } from '../../engine/wire/index.ts'
import { carryOut } from '../flood/carry-out.ts'

export type FloodJob =
  | Readonly<{ kind: 'bare'; endpoint: string; ticksPerSecond: number; seconds: number }>
  | Readonly<{ kind: 'ticks'; endpoint: string; pairingKey: string; ticksPerSecond: number; seconds: number }>

/** As a terminal's timer does. */
const BATCH_MS = 16
const BEAT_MS = 1_000
const wallMs = () => Math.floor(performance.timeOrigin + performance.now())

const HELLO: Omit<Hello, 'nonce'> = {
  versions: [1],
  uuid: TerminalId.parse('flood'),
  loginHash: '0'.repeat(32),
  broker: 'Bench',
  server: 'loopback',
  build: 0,
  program: 'flood',
  margin: 'hedging',
  kind: 'simulated',
}

const specs: SymbolSpec[] = PAIRS.map((pair, index) => ({
  index,
  name: pair,
  pair,
  digits: pair.endsWith('JPY') ? 3 : 5,
  tickSize: pair.endsWith('JPY') ? 0.001 : 0.00001,
  tickValue: 1,
  contract: 100_000,
  lotMin: 0.01,
  lotMax: 100,
  lotStep: 0.01,
  stopLevel: 0,
  freezeLevel: 0,
  commissionPerLot: 7,
}))
/** Answers what the app asks before it takes a terminal for well; nothing is traded here. */
const broker = createBroker({
  symbols: PAIRS.map(pair => brokerSymbol(pair)),
  account: SimulatorStart.shape.account.parse({}),
  temper: SimulatorStart.shape.broker.parse({}),
  seed: 1,
})
const beatAt = (marketMs: EpochMs): BodyOf<'beat'> => ({ marketMs, autoTrading: true, tradeAllowed: true, brokerConnected: true, pingMs: 1, queued: 0, unacked: 0 }) // prettier-ignore
const money = (value: number) => value as Cents
const account: BodyOf<'account'> = { currency: 'USD', balance: money(1_000_000), equity: money(1_000_000), margin: money(0), freeMargin: money(1_000_000), leverage: 100, kind: 'simulated', tradeAllowed: true } // prettier-ignore

/** Calls `send` with the number of ticks that are due, every 16 ms, until the time is over. */
async function inStep(
  ticksPerSecond: number,
  seconds: number,
  send: (count: number) => Promise<void> | void,
): Promise<number> {
  const startMs = performance.now()
  let sent = 0
  for (let now = 0; now < seconds * 1_000; now = performance.now() - startMs) {
    const due = Math.floor((now / 1_000) * ticksPerSecond) - sent
    if (due > 0) await send(due)
    sent += due
    await sleep(BATCH_MS)
  }
  return sent
}

async function bare({ endpoint, ticksPerSecond, seconds }: FloodJob): Promise<number> {
  const dealer = new Dealer({ linger: 1_000 })
  dealer.connect(endpoint)
  const sent = await inStep(ticksPerSecond, seconds, count =>
    dealer.send([String(wallMs()), Buffer.alloc(count * TICK_BYTES)]),
  )
  dealer.close()
  return sent
}

async function ticks(job: Extract<FloodJob, { kind: 'ticks' }>): Promise<number> {
  const key = parsePairingKey(job.pairingKey)
  if (key.is === 'refused') throw new Error(key.text)
  let finished = false
  let wasLive = false
  let heard = 0
  let isLive = (): void => undefined
  const live = new Promise<void>(resolve => (isLive = resolve))
  const say = <T extends JsonMessageType>(type: T, body: BodyOf<T>) =>
    link.say(type as never, encodeBody(type, body))
  const link = new Link({
    endpoint: job.endpoint,
    pairingKey: key.key,
    hello: HELLO,
    committed: () => heard,
    wallMs,
    live: () => {
      say('specs', { symbols: specs })
      say('account', account)
      say('positions', { positions: [] })
      wasLive = true
      isLive()
    },
    message: ({ t, n }, body) => {
      heard = Math.max(heard, n)
      if (t === 'history') {
        const asked = decodeBody('history', body)
        if (asked.is === 'body')
          link.say('bars', new Uint8Array(), { rq: asked.body.id, i: asked.body.index, tf: 1 })
      }
      for (const fact of carryOut(broker, t, body, Math.floor(wallMs()))) say(fact.type, fact.body)
    },
    // The desk may come up after this terminal; its link tries again.
    apart: reason => {
      if (wasLive && !finished) throw new Error(`the link ended: ${reason}`)
    },
  })
  link.start()
  await live
  // Without it the desk takes the terminal for silent, however many ticks come.
  setInterval(() => say('beat', beatAt(Math.floor(wallMs()) as EpochMs)), BEAT_MS).unref()
  await sleep(1_000)
  let k = 0
  const sent = await inStep(job.ticksPerSecond, job.seconds, count => {
    const timeMs = Math.floor(wallMs())
    const batch = Array.from({ length: count }, () => {
      k++
      const index = k % PAIRS.length
      const bid = (PAIRS[index]?.endsWith('JPY') ? 150 : 1.1) * (1 + Math.sin(k / 5_000) / 100)
      return { index, timeMs, bid, ask: bid * 1.0001, flags: 6 }
    })
    link.say('ticks', encodeTicks(batch))
  })
  finished = true
  await sleep(1_000)
  return sent
}

export async function flood(job: FloodJob): Promise<void> {
  const sent = job.kind === 'bare' ? await bare(job) : await ticks(job)
  process.send?.(sent)
  await sleep(200)
  process.exit()
}
