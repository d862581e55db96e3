import { setTimeout as pause } from 'node:timers/promises'
import { randomIds } from '../../engine/adapters/identity/index.ts'
import { EpochMs } from '../../engine/contracts/primitives.ts'
import { quantile, type Figure } from '../lib/figures.ts'
import { pairedDesk } from './paired-desk.ts'

/** A chat takes one alert a second; the jitter keeps the rhythm off that of any timer. */
const BETWEEN_MS = 1_050
const JITTER_MS = 150

/**
 * From a command of the window, as the host gets it, to the server having accepted the message that tells of it: through the
 * engine's thread, its durable commit, the host, the bot's thread and the commit of the alert. One at a time, on a paired desk.
 */
export async function deskEventTimes(events: number): Promise<Figure[]> {
  const { host, server, people, stop } = await pairedDesk(1, { desk: 'on' })
  const [chat] = people
  const ids = randomIds()
  const times: number[] = []
  for (let number = 0; chat && number < events; number++) {
    await pause(BETWEEN_MS + Math.random() * JITTER_MS)
    chat.clear()
    server.journal.clear()
    const kind = number % 2 === 0 ? 'pause' : 'resume'
    const startedMs = performance.timeOrigin + performance.now()
    void host.command({ kind, id: ids.next(EpochMs.parse(Date.now())), origin: 'window' })
    const told = await chat.waitFor(({ isFromBot, text }) => isFromBot && text.toLowerCase().includes(kind))
    times.push(told.sentAtMs - startedMs)
  }
  await stop()
  const ms = (name: string, value: number): Figure => ({ name: `desk: ${name}`, value, unit: 'ms' })
  return [
    ms('command to sendMessage of its event, p50', quantile(times, 0.5)),
    { ...ms('command to sendMessage of its event, p99', quantile(times, 0.99)), bound: { atMost: 50 } },
    ms('command to sendMessage of its event, slowest', quantile(times, 1)),
  ]
}
