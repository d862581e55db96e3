import { quantile, type Figure } from '../lib/figures.ts'
import { botOfBench } from './bot-of-bench.ts'

/** A chat that asks more in a row is not answered for a while. */
const IN_A_ROW = 8

/** From a person's command to the answer in the chat, by the whole bot, one at a time. */
export async function commandTimes(commands: number): Promise<Figure[]> {
  const { server, chats, stop } = await botOfBench(Math.ceil(commands / IN_A_ROW))
  const times: number[] = []
  for (let k = 0; k < commands; k++) {
    const chat = chats[k % chats.length]
    if (!chat) break
    const started = performance.now()
    const asked = chat.send('/status')
    await chat.waitFor(({ id, isFromBot }) => isFromBot && id > asked)
    times.push(performance.now() - started)
    chat.clear()
    server.journal.clear()
  }
  await stop()
  const ms = (name: string, value: number): Figure => ({ name, value, unit: 'ms' })
  return [
    ms('command to answer, p50', quantile(times, 0.5)),
    { ...ms('command to answer, p95', quantile(times, 0.95)), bound: { atMost: 100 } },
  ]
}
