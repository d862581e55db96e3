/**
 * Replay in process at full speed over every tick of May 2014 EURUSD that is here, twenty times over; without that data
 * over the project's own sample. Floor of the same run: the same ticks through bars of one minute and nothing else.
 */
import { existsSync } from 'node:fs'
import path from 'node:path'
import { Worker } from 'node:worker_threads'
import { openTickSource } from '../engine/adapters/importers/index.ts'
import type { FromLab } from '../engine/contracts/lab-port.ts'
import { SymbolBars } from '../engine/domain/market/symbol-bars.ts'
import type { TickColumns } from '../engine/ports/index.ts'
import { option, program } from './lib/built-app.ts'
import { report } from './lib/figures.ts'

const REAL = path.resolve('../shared/data/ticks-2014-05')
const files = existsSync(REAL)
  ? [path.join(REAL, 'eurusd-*.zip')]
  : [path.resolve('resources/samples/*quote*')]
const loops = option('loops', 20)

async function load(): Promise<TickColumns[]> {
  const opened = await openTickSource({ files })
  if (opened.is === 'refused') throw new Error(opened.text)
  const batches: TickColumns[] = []
  for await (const { length, timeMs, pair, bid, ask } of opened.source.batches()) {
    batches.push({
      length,
      timeMs: timeMs.slice(0, length),
      pair,
      bid: bid.slice(0, length),
      ask: ask.slice(0, length),
    })
  }
  return batches
}

function barsOnly(batches: readonly TickColumns[]): number {
  const bars = new SymbolBars(() => undefined)
  const shiftMs = 14 * 86_400_000
  const started = performance.now()
  for (let loop = 0; loop < loops; loop++) {
    for (const { length, timeMs, bid } of batches) {
      for (let k = 0; k < length; k++) bars.tick((timeMs[k] as number) + loop * shiftMs, bid[k] as number, 1)
    }
  }
  return performance.now() - started
}

type Run = { ticks: number; elapsedMs: number; hash: string; events: number }

function replay(): Promise<Run> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(program('lab.worker.js'), {
      workerData: { job: 'replay', version: 'bench', files, loops },
    })
    worker.on('error', reject)
    worker.on('message', (message: FromLab) => {
      if (message.kind === 'failed') reject(new Error(message.text))
      if (message.kind !== 'done') return
      const { ticks, hash, events } = message.report as Omit<Run, 'elapsedMs'>
      resolve({ ticks, hash, events, elapsedMs: message.elapsedMs })
    })
  })
}

const batches = await load()
const first = await replay()
const floorMs = barsOnly(batches)
const second = await replay()
const rate = ({ ticks, elapsedMs }: Run) => (ticks / elapsedMs) * 1_000
const best = Math.max(rate(first), rate(second))

report('replay', [
  { name: 'replay, bars to ledger, ticks', value: best, unit: 'ticks/s', bound: { atLeast: 200_000 } },
  { name: 'ticks replayed', value: first.ticks, unit: 'ticks' },
  { name: 'bars only (floor), ticks', value: (first.ticks / floorMs) * 1_000, unit: 'ticks/s' },
  { name: 'replay against the floor, time', value: first.ticks / best / (floorMs / 1_000), unit: '×' },
  { name: 'events stored', value: first.events, unit: 'events' },
  {
    name: 'runs with the same hash',
    value: first.hash === second.hash ? 2 : 1,
    unit: 'of 2',
    bound: { atLeast: 2 },
  },
])
