/**
 * What a card costs, asked of the archive's thread of the built app as a window asks it: the first of a process, which loads what
 * draws, and the ones after it; the check of one, whole and halved by a messenger; and how long others wait beside the check of noise.
 */
import path from 'node:path'
import { Worker } from 'node:worker_threads'
import { openLedger } from '../engine/adapters/ledger/index.ts'
import { CardTheme, type CardLook } from '../engine/contracts/card.ts'
import type { ArchiveConfig, FromArchive } from '../engine/contracts/engine-port.ts'
import { EpochMs } from '../engine/contracts/primitives.ts'
import type { Query, QueryAnswer } from '../engine/contracts/queries.ts'
import { aTradeClosed, aUlid } from '../engine/testkit/events.ts'
import { aNoisyPicture, resent } from '../engine/testkit/pictures.ts'
import { option, program, sqliteBinding, temporaryFolder } from './lib/built-app.ts'
import { quantile, report } from './lib/figures.ts'

/** Issue 6: a kill card, milliseconds. */
const MOST_MS = 300
const cards = option('cards', 200)
const order = aUlid(2)

function aLedger(): string {
  const dataFolder = temporaryFolder()
  const ledger = openLedger({ file: path.join(dataFolder, 'ledger.db'), binding: sqliteBinding() })
  ledger.append([aTradeClosed()], EpochMs.parse(1_000))
  ledger.close()
  return dataFolder
}

function startArchive(dataFolder: string): Promise<Worker> {
  const workerData: ArchiveConfig = { version: 'bench', dataFolder, sqliteBinding: sqliteBinding() }
  const worker = new Worker(program('archive.worker.js'), { workerData })
  return new Promise((resolve, reject) => {
    worker.once('error', reject)
    worker.once('message', () => resolve(worker))
  })
}

let asked = 0

function ask(worker: Worker, query: Query): Promise<QueryAnswer> {
  return new Promise(resolve => {
    const mine = (asked += 1)
    const hear = (message: FromArchive) => {
      if (message.kind !== 'answer' || message.ask !== mine) return
      worker.off('message', hear)
      resolve(message.answer)
    }
    worker.on('message', hear)
    worker.postMessage({ kind: 'ask', ask: mine, query })
  })
}

async function timed(worker: Worker, query: Query) {
  const started = performance.now()
  const answer = await ask(worker, query)
  const ms = performance.now() - started
  if (answer.is === 'failed') throw new Error(answer.text)
  return { ms, value: answer.value }
}

async function draw(worker: Worker, look: CardLook): Promise<{ ms: number; png: Uint8Array }> {
  const { ms, value } = await timed(worker, { kind: 'killCard', order, look })
  if (!('png' in value)) throw new Error('no card was drawn')
  return { ms, png: value.png }
}

async function check(worker: Worker, picture: Uint8Array): Promise<number> {
  const { ms, value } = await timed(worker, { kind: 'verifyCard', picture })
  if (!('is' in value) || value.is !== 'valid') throw new Error('a card was not believed')
  return ms
}

/** The check of a picture of noise, and what a question of another screen waits meanwhile. */
async function besideNoise(worker: Worker, picture: Uint8Array) {
  const waited: number[] = []
  let isOver = false
  const check = timed(worker, { kind: 'verifyCard', picture }).finally(() => (isOver = true))
  while (!isOver) waited.push((await timed(worker, { kind: 'ledgerSummary' })).ms)
  return { ms: (await check).ms, longestMs: Math.max(...waited) }
}

const worker = await startArchive(aLedger())
const first = await draw(worker, { theme: 'nightOps', hide: [] })
const [drawn, whole, halved]: [number[], number[], number[]] = [[], [], []]
for (let count = 0; count < cards; count++) {
  const theme = CardTheme.options[count % CardTheme.options.length] ?? 'nightOps'
  const { ms, png } = await draw(worker, { theme, hide: [] })
  drawn.push(ms)
  whole.push(await check(worker, png))
  halved.push(await check(worker, await resent(png, 0.5, 60)))
}
const noise = await besideNoise(worker, await aNoisyPicture(1_200, 675, 1))
const largeNoise = await besideNoise(worker, await aNoisyPicture(4_000, 3_000, 2))
await worker.terminate()
const bound = { atMost: MOST_MS }
report('card', [
  { name: 'kill card, the first of a process', value: first.ms, unit: 'ms' },
  { name: `kill card, ${cards} in four themes, p50`, value: quantile(drawn, 0.5), unit: 'ms', bound },
  { name: `kill card, ${cards} in four themes, p99`, value: quantile(drawn, 0.99), unit: 'ms', bound },
  { name: 'size of a PNG', value: first.png.length / 1_000, unit: 'kB' },
  { name: 'check of a card, p50', value: quantile(whole, 0.5), unit: 'ms' },
  { name: 'check of a card, p99', value: quantile(whole, 0.99), unit: 'ms' },
  { name: 'check of a JPEG of half its size, p50', value: quantile(halved, 0.5), unit: 'ms' },
  { name: 'check of a JPEG of half its size, p99', value: quantile(halved, 0.99), unit: 'ms' },
  { name: 'check of noise, 1200 by 675', value: noise.ms, unit: 'ms' },
  { name: 'longest wait of another question meanwhile', value: noise.longestMs, unit: 'ms' },
  { name: 'check of noise, 4000 by 3000', value: largeNoise.ms, unit: 'ms' },
  { name: 'longest wait of another question meanwhile', value: largeNoise.longestMs, unit: 'ms' },
])
