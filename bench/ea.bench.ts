/**
 * The real Expert Advisor on this machine: its MQL5 source, compiled, over real sockets. How long a fire takes to its
 * verdict and a tick to the app, against its timer; whether 5,000 ticks a second lose any; what one timer costs it.
 * What is on the other side is the app's own terminal link; the engine behind it is measured by the other benches.
 */
import { randomIds } from '../engine/adapters/identity/index.ts'
import { PAIRS, type EpochMs } from '../engine/contracts/index.ts'
import type { WireTick } from '../engine/contracts/wire/index.ts'
import { option } from './lib/built-app.ts'
import { openEaDesk, usualPrice, type EaDesk } from './lib/ea-desk.ts'
import { quantile, report, type Figure } from './lib/figures.ts'

const TIMER_MS = 16
const TURN_MS = 10
const ids = randomIds()
const sleep = (ms: number) => new Promise(resolve => setTimeout(resolve, ms))

async function shots(desk: EaDesk, count: number): Promise<number[]> {
  const times: number[] = []
  for (let shot = 0; shot < count; shot += 1) {
    // Any phase of the timer, and each time from rest, as a trader fires.
    await sleep(60 + Math.random() * 2 * TIMER_MS)
    await desk.terminal.run(`tick EURUSD 1.10000 1.10006 now`)
    await sleep(40)
    const startedMs = performance.now()
    const { is, text } = await desk.fire({
      id: ids.next(Date.now() as EpochMs),
      symbol: 'EURUSD',
      side: 'buy',
      lots: '0.01',
      price: '1.10006',
      stop: '1.09800',
      target: '1.10400',
      deviation: 100,
      maxSpread: 500,
      ttlMs: 10_000,
      magic: 777_001,
      comment: 'bench',
    })
    times.push(performance.now() - startedMs)
    if (is !== 'accepted') throw new Error(`a shot was ${is}: ${text}`)
  }
  return times
}

type Flood = Readonly<{
  sent: number
  received: number
  latencies: number[]
  workUs: number[]
  seconds: number
}>

/** Every symbol in turn, every tick another price, so that none can stand for another. */
async function flood(desk: EaDesk, rate: number, seconds: number): Promise<Flood> {
  let [sent, received] = [0, 0]
  const latencies: number[] = []
  const workUs: number[] = []
  desk.onTick(({ timeMs, flags }: WireTick) => {
    if (flags === 0) return
    received += 1
    latencies.push(Date.now() - timeMs)
  })
  desk.onBeat(beat => beat.workUs !== undefined && workUs.push(beat.workUs))
  const startedMs = performance.now()
  while (performance.now() - startedMs < seconds * 1_000) {
    const due = Math.floor(((performance.now() - startedMs) * rate) / 1_000) - sent
    if (due > 0) await desk.terminal.run(`tick ${quotes(sent, due)}`)
    sent += Math.max(0, due)
    await sleep(TURN_MS)
  }
  const floodedS = (performance.now() - startedMs) / 1_000
  for (let wait = 0; wait < 100 && received < sent; wait += 1) await sleep(50)
  return { sent, received, latencies, workUs, seconds: floodedS }
}

/** A terminal loads a symbol when it is asked for it first, and takes no order before it knows the broker's clock. */
async function warmUp(desk: EaDesk): Promise<void> {
  let received = 0
  let denies = true
  desk.onTick(() => (received += 1))
  desk.onBeat(beat => (denies = beat.denies !== undefined))
  for (let round = 0; round < 60; round += 1) {
    const before = received
    await desk.terminal.run(`tick ${quotes(round * PAIRS.length, PAIRS.length)}`)
    await sleep(500)
    if (!denies && received - before >= PAIRS.length) return
  }
  throw new Error('not every symbol has come to the app within 30 s')
}

function quotes(from: number, count: number): string {
  return Array.from({ length: count }, (_, at) => {
    const tick = from + at
    const pair = PAIRS[tick % PAIRS.length] ?? 'EURUSD'
    const digits = pair.endsWith('JPY') ? 3 : 5
    const bid = usualPrice(pair) + (Math.floor(tick / PAIRS.length) % 50) * 10 ** -digits
    return `${pair} ${bid.toFixed(digits)} ${(bid + 6 * 10 ** -digits).toFixed(digits)} now`
  }).join(' ')
}

const desk = await openEaDesk(TIMER_MS)
await warmUp(desk)
const times = await shots(desk, option('shots', 200))
const { sent, received, latencies, workUs, seconds } = await flood(
  desk,
  option('rate', 5_100),
  option('seconds', 60),
)
await desk.close()

const figures: Figure[] = [
  { name: 'timer of the Expert Advisor', value: TIMER_MS, unit: 'ms' },
  { name: 'fire to verdict, p50', value: quantile(times, 0.5), unit: 'ms', bound: { atMost: TIMER_MS + 2 } },
  { name: 'fire to verdict, p99', value: quantile(times, 0.99), unit: 'ms', bound: { atMost: 3 * TIMER_MS } },
  { name: 'ticks, 15 symbols', value: sent / seconds, unit: 'ticks/s', bound: { atLeast: 5_000 } },
  { name: 'seconds', value: seconds, unit: 's' },
  { name: 'ticks lost', value: sent - received, unit: 'ticks', bound: { atMost: 0 } },
  { name: 'tick to app, p50', value: quantile(latencies, 0.5), unit: 'ms' },
  { name: 'tick to app, p99', value: quantile(latencies, 0.99), unit: 'ms', bound: { atMost: 3 * TIMER_MS } },
  {
    name: 'own work of one timer, p99 of the worst second',
    value: Math.max(...workUs) / 1_000,
    unit: 'ms',
    bound: { atMost: 2 },
  },
]
report('ea', figures)
process.exit()
