import type { Figure } from '../lib/figures.ts'
import { settledBytes } from '../lib/heap.ts'
import { botOfBench } from './bot-of-bench.ts'

const BATCH = 100
const CHATS = 20
const MB = 1_000_000
/** What a heap of this size wanders by itself. */
const FLAT_MB = 3

/** What the whole bot, and the server beside it, keep of messages that they heard: after a fifth of them, and after all. */
export async function memoryOfUpdates(updates: number): Promise<Figure[]> {
  const { server, bot, chats, until, stop } = await botOfBench(CHATS)
  const hear = async (from: number, to: number) => {
    for (let number = from; number < to; number += BATCH) {
      for (let k = 0; k < BATCH; k++) chats[k % CHATS]?.send(k % 3 === 0 ? '/version' : `${number + k}`)
      await until(() => bot.updates.size === 0)
      for (const chat of chats) chat.clear()
      server.journal.clear()
    }
  }
  const early = Math.round(updates / 5 / BATCH) * BATCH
  const started = performance.now()
  await hear(0, early)
  const earlyBytes = settledBytes()
  await hear(early, updates)
  const lateBytes = settledBytes()
  const took = (performance.now() - started) / 1_000
  await stop()
  return [
    { name: 'updates heard', value: updates, unit: '' },
    { name: 'updates heard a second', value: updates / took, unit: '/s' },
    { name: 'heap after a fifth of them', value: earlyBytes / MB, unit: 'MB' },
    {
      name: 'heap after all, less that',
      value: (lateBytes - earlyBytes) / MB,
      unit: 'MB',
      bound: { atMost: FLAT_MB },
    },
  ]
}
