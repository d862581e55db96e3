/**
 * Ticks of fifteen symbols from another process over real ZeroMQ into the real engine worker: none may be lost, and each
 * must have had its effect on the folded state within 20 ms, 99 times in 100. Floor of the same run: messages of the same
 * size and rhythm over bare ZeroMQ, read and thrown away.
 */
import { DeskSettings } from '../engine/contracts/settings.ts'
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { Router } from 'zeromq'
import type { EngineConfig, FromEngine, ToEngine } from '../engine/contracts/engine-port.ts'
import type { EpochMs } from '../engine/contracts/index.ts'
import { openTerminalLink } from '../engine/host/terminal-link/terminal-link.ts'
import { newPairingKey, formatPairingKey } from '../engine/wire/index.ts'
import { option, program, sqliteBinding, temporaryFolder } from './lib/built-app.ts'
import { report, quantile } from './lib/figures.ts'
import { flood, type FloodJob } from './lib/flood-terminal.ts'

const FLOOR_SECONDS = 5
const wallMs = () => performance.timeOrigin + performance.now()

/** Starts this same file as the other process; answers with the number of ticks that it sent. */
function startFlood(job: FloodJob): Promise<number> {
  const child = fork(import.meta.filename, ['--flood', JSON.stringify(job)])
  return new Promise((resolve, reject) => {
    child.on('message', sent => resolve(Number(sent)))
    child.on('exit', code => code !== 0 && reject(new Error(`the flooding process ended with ${code}`)))
  })
}

async function bare(ticksPerSecond: number): Promise<number[]> {
  const router = new Router({ linger: 0 })
  await router.bind('tcp://127.0.0.1:*')
  const latencies: number[] = []
  const reading = (async () => {
    for await (const [, sentAt] of router) latencies.push(wallMs() - Number(sentAt))
  })()
  await startFlood({
    kind: 'bare',
    endpoint: router.lastEndpoint ?? '',
    ticksPerSecond,
    seconds: FLOOR_SECONDS,
  })
  router.close()
  await reading
  return latencies
}

type Measured = Readonly<{
  sent: number
  taken: number
  faults: number
  latencies: number[]
  seconds: number
}>

async function throughEngine(ticksPerSecond: number, seconds: number): Promise<Measured> {
  const config: EngineConfig = {
    version: 'bench',
    dataFolder: temporaryFolder(),
    sqliteBinding: sqliteBinding(),
    settings: DeskSettings.parse({}),
    models: null,
  }
  const worker = new Worker(program('engine.worker.js'), { workerData: config })
  const say = (message: ToEngine) => worker.postMessage(message)
  const sentAt = new Map<number, number>()
  const latencies: number[] = []
  const pairingKey = newPairingKey()
  const link = await openTerminalLink({
    port: 0,
    pairingKey,
    version: 'bench',
    beatMs: 1_000,
    now: () => Date.now() as EpochMs,
    listener: {
      terminalUp: (terminal, session, hello) => say({ kind: 'terminalUp', terminal, session, hello }),
      terminalDown: (terminal, reason) => say({ kind: 'terminalDown', terminal, reason }),
      frame: (terminal, header, body) => {
        if (header.t === 'ticks') sentAt.set(header.n, header.ms)
        say({ kind: 'frame', terminal, header, body, receivedMs: Date.now() as EpochMs })
      },
      faulted: (terminal, code, text, count) =>
        terminal && say({ kind: 'linkFaulted', terminal, code, text, count }),
    },
  })
  if (link.is !== 'open') throw new Error(link.text)
  worker.on('message', (message: FromEngine) => {
    if (message.kind === 'send') link.send(message.terminal, message.type, message.body)
    if (message.kind !== 'committed') return
    const sent = sentAt.get(message.n)
    if (sent !== undefined) latencies.push(wallMs() - sent)
    link.committed(message.terminal, message.session, message.n)
  })
  await once(worker, 'message')
  say({ kind: 'watch', on: true })
  const endpoint = `tcp://127.0.0.1:${link.port}`
  const sent = await startFlood({
    kind: 'ticks',
    endpoint,
    pairingKey: formatPairingKey(pairingKey),
    ticksPerSecond,
    seconds,
  })
  say({ kind: 'snapshot', ask: 1 })
  const view = await new Promise<Extract<FromEngine, { kind: 'snapshot' }>['view']>(resolve => {
    worker.on('message', (message: FromEngine) => message.kind === 'snapshot' && resolve(message.view))
  })
  await link.close()
  say({ kind: 'stop' })
  await once(worker, 'exit').catch(() => undefined)
  const shown = view.links[0]
  return { sent, taken: shown?.ticks ?? 0, faults: shown?.faults ?? 0, latencies, seconds }
}

async function measure(): Promise<void> {
  const ticksPerSecond = option('rate', 10_500)
  const floor = await bare(ticksPerSecond)
  const { sent, taken, faults, latencies, seconds } = await throughEngine(
    ticksPerSecond,
    option('seconds', 60),
  )
  const p99 = quantile(latencies, 0.99)
  const floorP99 = quantile(floor, 0.99)
  report('link', [
    { name: 'ticks sent, 15 symbols', value: sent / seconds, unit: 'ticks/s', bound: { atLeast: 10_000 } },
    { name: 'seconds', value: seconds, unit: 's' },
    { name: 'ticks lost', value: sent - taken, unit: 'ticks', bound: { atMost: 0 } },
    { name: 'ticks refused or out of order', value: faults, unit: 'ticks', bound: { atMost: 0 } },
    { name: 'from sent to its effect in the folded state, p50', value: quantile(latencies, 0.5), unit: 'ms' },
    {
      name: 'from sent to its effect in the folded state, p99',
      value: p99,
      unit: 'ms',
      bound: { atMost: 20 },
    },
    { name: 'bare ZeroMQ, same size and rhythm (floor), p99', value: floorP99, unit: 'ms' },
    { name: 'against the floor, p99', value: p99 / floorP99, unit: '×' },
  ])
}

const job = process.argv[process.argv.indexOf('--flood') + 1]
if (process.argv.includes('--flood') && job !== undefined) await flood(JSON.parse(job) as FloodJob)
else {
  await measure()
  process.exit()
}
