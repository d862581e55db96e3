import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { expect, it, onTestFinished } from 'vitest'
import type { FromTelegram, ToTelegram } from '../../contracts/telegram-port.ts'
import { TelegramSettings } from '../../contracts/telegram.ts'
import { bundleProgram } from '../../testkit/bundle-program.ts'
import { eventually } from '../../testkit/eventually.ts'
import { BotThread } from './bot-thread.ts'

const config = { settings: TelegramSettings.parse({}), tokens: { bot: null, voice: null } }
/** Longer than a slow machine takes to answer a ping. */
const HUNG_AFTER_MS = 3_000

/** A scripted one, and how it stood, oldest first. */
async function aThread() {
  const states: string[] = []
  const thread = new BotThread({
    file: await bundleProgram('engine/testkit/programs/scripted-telegram.ts'),
    config: () => config,
    answer: () => new Promise(() => {}),
    log: { write: () => undefined },
    changed: ({ is }) => states.push(is),
    hungAfterMs: HUNG_AFTER_MS,
  })
  onTestFinished(() => thread.stop(1_000))
  expect(await thread.start()).toEqual({ is: 'running' })
  return { thread, states }
}

it('one that hangs is replaced, and whoever waits for it is told', async () => {
  const { thread, states } = await aThread()
  expect(await thread.wish({ wish: 'unpair', chat: 99 })).toMatchObject({ is: 'failed', code: 'BOT_DOWN' })
  await eventually(() => expect(thread.health).toEqual({ is: 'running' }))
  expect(states.filter(is => is === 'starting')).toHaveLength(2)
})

it('the real one says that it is ready, answers a ping while it waits for the ledger, and ends when it is asked to', async () => {
  const file = await bundleProgram('engine/workers/telegram.worker.ts')
  const worker = new Worker(file, { workerData: config })
  onTestFinished(() => void worker.terminate())
  const heard: FromTelegram[] = []
  worker.on('message', (message: FromTelegram) => heard.push(message))
  const ended = once(worker, 'exit')
  await eventually(() => expect(heard).toContainEqual({ kind: 'ready' }))
  await eventually(() => expect(heard.map(({ kind }) => kind)).toContain('call'))
  worker.postMessage({ kind: 'ping', n: 7 } satisfies ToTelegram)
  await eventually(() => expect(heard).toContainEqual({ kind: 'pong', n: 7 }))
  worker.postMessage({ kind: 'stop' } satisfies ToTelegram)
  expect(await ended).toEqual([0])
  expect(heard.at(-1)).toEqual({ kind: 'stopped' })
})

it('a wish waits for a thread that is being started', async () => {
  const { thread } = await aThread()
  await thread.stop(1_000)
  expect(await thread.wish({ wish: 'makeCode', role: 'spotter' })).toMatchObject({ code: 'BOT_DOWN' })
  void thread.start()
  await eventually(() => expect(thread.health).toEqual({ is: 'starting' }))
  expect(await thread.wish({ wish: 'makeCode', role: 'spotter' })).toEqual({ is: 'done' })
})
