/**
 * 10,000 events a second for a minute, from a terminal in a process of its own over real ZeroMQ into the real host and engine
 * worker, while orders are fired and everything is flattened at the end. Ticks of fifteen symbols, and beats, the account,
 * lists of positions, deals of a stranger and verdicts that were told before.
 */
import { fork } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { verifyLedger } from '../engine/adapters/ledger/index.ts'
import { randomIds } from '../engine/adapters/identity/index.ts'
import type { EpochMs } from '../engine/contracts/index.ts'
import type { Host } from '../engine/host/index.ts'
import { HELLO, startFloodedHost, START_MS, type FloodedHost } from './flood/flooded-host.ts'
import { floodTerminal, type FloodJob, type FloodSent, type FromFlood } from './flood/terminal.ts'
import { FloodWatch } from './flood/watch.ts'
import { option, sqliteBinding } from './lib/built-app.ts'
import { report, type Figure } from './lib/figures.ts'

const ids = randomIds()
const asked = () => ({ id: ids.next(Date.now() as EpochMs), origin: 'cli' }) as const
/** Before the end of the flood. */
const FLATTEN_MS = 2_000
const SETTLE_MS = 8_000
/** An order is valid for so long. */
const IN_TIME_MS = 5_000
const MEMORY_EVERY_MS = 1_000

/** Starts this same file as the other process; resolves when it is linked. */
async function startFlood(job: FloodJob): Promise<{ sent: Promise<FloodSent> }> {
  const child = fork(import.meta.filename, ['--terminal', JSON.stringify(job)])
  return new Promise((resolve, reject) => {
    let told: (sent: FloodSent) => void = () => undefined
    const sent = new Promise<FloodSent>(done => (told = done))
    child.on('exit', code => code !== 0 && reject(new Error(`the terminal ended with ${code}`)))
    child.on('message', (message: FromFlood) => {
      if (message.is === 'live') resolve({ sent })
      else told(message.sent)
    })
  })
}

async function fireAll({ host, missions }: FloodedHost, watch: FloodWatch, seconds: number): Promise<void> {
  const between = ((seconds * 1_000 - FLATTEN_MS) / (missions.length + 1)) | 0
  for (const { id: mission } of missions) {
    await sleep(between)
    watch.fires()
    await host.command({ kind: 'fireMission', mission, ...asked() })
  }
  await sleep(between)
  watch.flattens()
  await host.command({ kind: 'flattenAll', ...asked() })
}

/** Resident memory of the app, MB, once a second until `isOver`. */
async function memory(isOver: () => boolean): Promise<number[]> {
  const samples: number[] = []
  while (!isOver()) {
    samples.push(process.memoryUsage().rss / 1e6)
    await sleep(MEMORY_EVERY_MS)
  }
  return samples
}

async function measure(): Promise<void> {
  const [eventsASecond, seconds] = [option('rate', 10_000), option('seconds', 60)]
  const flooded = await startFloodedHost()
  const { host, ledger } = flooded
  const watch = new FloodWatch(host)
  const { port, pairingKey } = host.ready()
  const endpoint = `tcp://127.0.0.1:${port}`
  const { sent } = await startFlood({ endpoint, pairingKey, hello: HELLO, startMs: START_MS, eventsASecond, seconds }) // prettier-ignore
  host.watch(() => undefined)
  let isOver = false
  const samples = memory(() => isOver)
  await fireAll(flooded, watch, seconds)
  const told = await sent
  isOver = true
  const shown = await shownAfter(host, watch, told)
  await host.stop()
  const { events } = verifyLedger({ file: ledger, binding: sqliteBinding() })
  report('flood', [
    ...flow(told, shown, watch, seconds),
    ...orders(watch, flooded.missions.length),
    { name: 'events in the ledger, chain unbroken', value: events, unit: 'events' },
    ...growth(await samples),
  ])
}

type Shown = Readonly<{ ticks: number; faults: number }>

/** What the desk has counted, once everything has arrived or long after it should have. */
async function shownAfter(
  host: Host,
  watch: FloodWatch,
  { ticks, strangersDeals }: FloodSent,
): Promise<Shown> {
  for (const endMs = performance.now() + SETTLE_MS; ;) {
    const view = await host.view()
    const link = view.is === 'answer' ? view.value.links[0] : undefined
    const shown = { ticks: link?.ticks ?? 0, faults: link?.faults ?? 0 }
    const isAll = shown.ticks >= ticks && watch.strangersDeals >= strangersDeals
    if (isAll || performance.now() > endMs) return shown
    await sleep(100)
  }
}

function flow(sent: FloodSent, shown: Shown, watch: FloodWatch, seconds: number): Figure[] {
  const rate = (sent.ticks + sent.facts) / seconds
  const none = { atMost: 0 }
  return [
    { name: 'events sent', value: rate, unit: 'events/s', bound: { atLeast: 9_900 } },
    { name: 'ticks among them', value: sent.ticks / seconds, unit: 'ticks/s' },
    { name: 'ticks lost', value: sent.ticks - shown.ticks, unit: 'ticks', bound: none },
    { name: 'ticks refused', value: shown.faults, unit: 'ticks', bound: none },
    { name: "a stranger's deals sent", value: sent.strangersDeals, unit: 'deals' },
    {
      name: "a stranger's deals lost",
      value: sent.strangersDeals - watch.strangersDeals,
      unit: 'deals',
      bound: none,
    },
    { name: 'links taken for dead', value: watch.count('terminalLost'), unit: 'links', bound: none },
    { name: 'messages refused', value: watch.count('linkFaulted'), unit: 'messages', bound: none },
  ]
}

function orders({ answers, denials, flattenMs, left }: FloodWatch, fired: number): Figure[] {
  for (const text of denials) process.stderr.write(`denied: ${text}\n`)
  const worst = answers.length === 0 ? Number.NaN : Math.max(...answers)
  return [
    { name: 'orders fired', value: fired, unit: 'orders' },
    { name: 'orders answered, each once', value: answers.length, unit: 'orders', bound: { atLeast: fired } },
    { name: 'answers too many', value: answers.length - fired, unit: 'answers', bound: { atMost: 0 } },
    { name: 'from the command to its answer, the slowest', value: worst, unit: 'ms', bound: { atMost: IN_TIME_MS } },
    { name: 'from FLATTEN to its end', value: flattenMs ?? Number.NaN, unit: 'ms', bound: { atMost: IN_TIME_MS } },
    { name: 'positions left by it', value: left ?? Number.NaN, unit: 'positions', bound: { atMost: 0 } },
  ] // prettier-ignore
}

/** The second quarter against the last: by then everything that is kept is there. */
function growth(samples: readonly number[]): Figure[] {
  const quarter = Math.floor(samples.length / 4)
  const mean = (part: readonly number[]) => part.reduce((sum, value) => sum + value, 0) / part.length
  const [early, late] = [mean(samples.slice(quarter, 2 * quarter)), mean(samples.slice(-quarter))]
  return [
    { name: 'memory of the app, second quarter', value: early, unit: 'MB' },
    { name: 'memory of the app, last quarter less that', value: late - early, unit: 'MB', bound: { atMost: 40 } },
  ] // prettier-ignore
}

const job = process.argv[process.argv.indexOf('--terminal') + 1]
if (process.argv.includes('--terminal') && job !== undefined) await floodTerminal(JSON.parse(job) as FloodJob)
else await measure()
process.exit()
