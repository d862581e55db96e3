/** The archive as a thread, as the host starts it: what draws is a native module in there. */
import path from 'node:path'
import { Worker } from 'node:worker_threads'
import { expect, onTestFinished, test } from 'vitest'
import { openLedger } from '../adapters/ledger/index.ts'
import type { ArchiveConfig, FromArchive } from '../contracts/engine-port.ts'
import { EpochMs } from '../contracts/primitives.ts'
import type { Query, QueryAnswer } from '../contracts/queries.ts'
import { bundleProgram } from '../testkit/bundle-program.ts'
import { aTradeClosed, aUlid } from '../testkit/events.ts'
import { sqliteBinding } from '../testkit/sqlite-binding.ts'
import { aNoisyPicture, anEmptyPicture } from '../testkit/pictures.ts'
import { temporaryFolder } from '../testkit/temporary-folder.ts'
import { CardChecks } from './card-checks.ts'

const WEEK_MS = EpochMs.parse(Date.UTC(2026, 0, 10, 8))
const look = { theme: 'arctic', hide: ['money'] } as const

async function anArchive() {
  const dataFolder = temporaryFolder()
  const ledger = openLedger({ file: path.join(dataFolder, 'ledger.db'), binding: sqliteBinding() })
  const told = {
    kind: 'reportTold',
    report: 'sitrep',
    account: 'simulated',
    tone: 'balanced',
    text: '',
  } as const
  ledger.append([aTradeClosed(), { ...told, atMs: WEEK_MS, dueMs: WEEK_MS }], WEEK_MS)
  ledger.close()
  const workerData: ArchiveConfig = { version: 'test', dataFolder, sqliteBinding: sqliteBinding() }
  const worker = new Worker(await bundleProgram('engine/workers/archive.worker.ts'), { workerData })
  onTestFinished(() => void worker.terminate())
  const waiting = new Map<number, (answer: QueryAnswer) => void>()
  worker.on('message', (message: FromArchive) => {
    if (message.kind === 'answer') waiting.get(message.ask)?.(message.answer)
  })
  let asked = 0
  const ask = (query: Query): Promise<QueryAnswer> =>
    new Promise(resolve => {
      waiting.set((asked += 1), resolve)
      worker.postMessage({ kind: 'ask', ask: asked, query })
    })
  return { ask, worker }
}

test('the archive draws a card of a trade and believes it, and a thread that is ended takes nothing along', async () => {
  const { ask, worker } = await anArchive()
  const drawn = await ask({ kind: 'killCard', order: aUlid(2), look: { ...look, hide: [...look.hide] } })

  expect(drawn).toMatchObject({ is: 'answer', value: { is: 'card', facts: { card: 'kill', r: 1.5 } } })
  if (drawn.is !== 'answer' || !('png' in drawn.value) || !('publicKey' in drawn.value))
    throw new Error('it drew no card')
  expect(drawn.value.facts).not.toHaveProperty('netCents')
  const checked = await ask({ kind: 'verifyCard', picture: drawn.value.png })
  expect(checked).toEqual({
    is: 'answer',
    value: { is: 'valid', facts: drawn.value.facts, publicKey: drawn.value.publicKey },
  })
  expect(await ask({ kind: 'verifyCard', picture: new Uint8Array(3) })).toMatchObject({
    value: { is: 'refused', code: 'NO_PICTURE' },
  })
  expect(await worker.terminate()).toBe(1)
})

test('a trade that is not there is said to be unknown', async () => {
  const { ask } = await anArchive()
  const order = aUlid(9)

  expect(await ask({ kind: 'killCard', order, look: { ...look, hide: [] } })).toMatchObject({
    is: 'answer',
    value: { is: 'unknown', text: expect.stringContaining(order) as string },
  })
})

test('a week that is over is drawn from its report, and one that still runs is not', async () => {
  const { ask } = await anArchive()
  const week = (weekMs: EpochMs) =>
    ask({ kind: 'sitrepCard', account: 'simulated', weekMs, look: { ...look, hide: ['money'] } })
  const drawn = await week(WEEK_MS)

  expect(drawn).toMatchObject({
    value: {
      is: 'card',
      facts: { card: 'sitrep', account: 'simulated', toMs: WEEK_MS, trades: 1, wins: 1, sumR: 1.5 },
    },
  })
  if (drawn.is !== 'answer' || !('png' in drawn.value)) throw new Error('it drew no card')
  expect(drawn.value.facts).not.toHaveProperty('netCents')
  expect(await ask({ kind: 'verifyCard', picture: drawn.value.png })).toMatchObject({
    value: { is: 'valid' },
  })
  expect(await week(EpochMs.parse(WEEK_MS + 1))).toMatchObject({ value: { is: 'unknown' } })
})

test('who asks for figures does not wait for a picture of noise, which is given up after its time', async () => {
  const { ask } = await anArchive()
  const figures: readonly Query[] = [
    { kind: 'ledgerSummary' },
    {
      kind: 'debrief',
      account: 'simulated',
      scope: null,
      filter: { fromMs: null, toMs: null, keys: {} },
      trials: null,
    },
  ]
  for (const query of figures) expect(await ask(query)).toMatchObject({ is: 'answer' })
  const startedMs = performance.now()
  let checked: QueryAnswer | null = null
  const check = ask({ kind: 'verifyCard', picture: await aNoisyPicture(1_500, 1_500, 3) }).then(
    answer => (checked = answer),
  )
  let longestMs = 0
  while (checked === null) {
    const askedMs = performance.now()
    for (const query of figures) expect(await ask(query)).toMatchObject({ is: 'answer' })
    longestMs = Math.max(longestMs, performance.now() - askedMs)
  }

  expect(await check).toMatchObject({ value: { is: 'refused', code: 'NO_CODE' } })
  // One of the looks at such a picture takes four fifths of the whole check.
  expect(longestMs).toBeLessThan((performance.now() - startedMs) / 2)
})

test('a check that takes too long is given up, and the next picture is looked at', async () => {
  const checks = new CardChecks(await bundleProgram('engine/workers/archive.worker.ts'), 400)
  const noise = checks.check(await aNoisyPicture(2_000, 2_000, 1))
  const next = checks.check(await anEmptyPicture(40, 40))

  expect(await noise).toMatchObject({
    code: 'NO_CODE',
    text: expect.stringContaining('within 0.4 seconds') as string,
  })
  expect(await next).toMatchObject({ is: 'refused' })
})
