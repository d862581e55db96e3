import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { Pair } from '../../contracts/pairs.ts'
import { temporaryFolder } from '../../testkit/temporary-folder.ts'
import { WorkerPool } from './worker-pool.ts'

/** Answers with the number of its thread; dies over EURUSD, breaks over GBPUSD. */
const MEMBER = `
import { parentPort, threadId } from 'node:worker_threads'
parentPort.on('message', ({ part, pair }) => {
  if (pair === 'EURUSD') process.exit(3)
  if (pair === 'GBPUSD') throw new Error('broken')
  parentPort.postMessage({ is: 'done', done: { is: 'refused', pair, code: part, text: String(threadId) } })
})`

function aPool(most: number): WorkerPool {
  const program = path.join(temporaryFolder(), 'member.mjs')
  writeFileSync(program, MEMBER)
  const pool = new WorkerPool(program, most)
  onTestFinished(() => pool.close())
  return pool
}

const data = { files: [], serverTime: null, fromMs: null, toMs: null, calendar: null, swaps: {} }
const partOf = (pool: WorkerPool, pair: Pair) => pool.run('pair', { data, pair, files: 'nowhere' })
const threadOf = async (pool: WorkerPool, pair: Pair) => {
  const end = await partOf(pool, pair)
  return end.is === 'refused' ? end.text : ''
}

describe('a pool of workers', () => {
  it('does more parts than it has workers, each that held a tape in a worker of its own', async () => {
    const pool = aPool(2)
    const pairs = ['USDJPY', 'USDCHF', 'USDCAD', 'AUDUSD', 'NZDUSD'] as const
    const threads = await Promise.all(pairs.map(pair => threadOf(pool, pair)))
    expect(new Set(threads).size).toBe(pairs.length)
  })

  it('waits for no part of a worker that has died or broken, and goes on with others', async () => {
    const pool = aPool(1)
    const [died, broke, done] = await Promise.allSettled([
      partOf(pool, 'EURUSD'),
      partOf(pool, 'GBPUSD'),
      partOf(pool, 'USDJPY'),
    ])
    expect(died).toMatchObject({
      status: 'rejected',
      reason: { message: expect.stringMatching(/ended without an answer/) as unknown },
    })
    expect(broke).toMatchObject({ status: 'rejected', reason: { message: 'broken' } })
    expect(done.status).toBe('fulfilled')
  })
})
