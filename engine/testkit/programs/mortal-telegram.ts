/** The bot's own thread, which a test can end: it throws between two of its turns, as a fault of its own would end it. */
import { BroadcastChannel } from 'node:worker_threads'
import '../../workers/telegram.worker.ts'

const line = new BroadcastChannel('telegram-switch')
line.unref()
line.onmessage = () => {
  throw new Error('ended by the test')
}
