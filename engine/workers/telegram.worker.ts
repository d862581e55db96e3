/** Composition root of the bot: a thread that talks to Telegram and asks the host for everything else. */
import { parentPort, workerData } from 'node:worker_threads'
import { EpochMs, unreachable } from '../contracts/primitives.ts'
import type { FromTelegram, TelegramConfig, ToTelegram } from '../contracts/telegram-port.ts'
import { TelegramBot } from '../telegram/bot.ts'
import { PortDesk } from './port-desk.ts'

const host = parentPort
if (host === null) throw new Error('telegram.worker runs as a worker thread of the host')
const tell = (message: FromTelegram): void => host.postMessage(message)

const desk = new PortDesk((call, asked) => tell({ kind: 'call', call, asked }))
const bot = new TelegramBot({
  desk,
  config: workerData as TelegramConfig,
  now: () => EpochMs.parse(Date.now()),
  log: { write: (level, text, data) => tell({ kind: 'log', level, text, ...(data && { data }) }) },
  changed: view => tell({ kind: 'view', view }),
})

host.on('message', (message: ToTelegram) => {
  switch (message.kind) {
    case 'told':
      return desk.told(message.events)
    case 'notice':
      return desk.noticed(message.notice)
    case 'answer':
      return desk.answered(message.call, message.value)
    case 'config':
      return bot.configure(message.config)
    case 'wish':
      return void bot.wish(message.wish).then(done => tell({ kind: 'wished', call: message.call, done }))
    case 'ping':
      return tell({ kind: 'pong', n: message.n })
    case 'stop':
      return void end()
    default:
      return unreachable(message)
  }
})
// What is asked from here on is asked of a host that passes on what it is told: nothing falls between.
tell({ kind: 'ready' })
bot.start()

async function end(): Promise<void> {
  await bot.stop()
  tell({ kind: 'stopped' })
  host?.close()
}
