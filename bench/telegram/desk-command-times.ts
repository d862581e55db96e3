import { setTimeout as pause } from 'node:timers/promises'
import { randomIds } from '../../engine/adapters/identity/index.ts'
import { EpochMs } from '../../engine/contracts/primitives.ts'
import type { Host } from '../../engine/host/index.ts'
import { quantile, type Figure } from '../lib/figures.ts'
import { pairedDesk } from './paired-desk.ts'

const COMMANDS = [
  'status', 'positions', 'missions', 'profit', 'stats', 'guards', 'pairs', 'regime', 'balance', 'trades', 'performance',
] as const // prettier-ignore
/** A chat that asks more in a row is not answered for a while. */
const IN_A_ROW = 8
/** All chats of a bot together have thirty messages a second; the jitter keeps the rhythm off that of any timer. */
const BETWEEN_MS = 50
const JITTER_MS = 50

/**
 * From what a person sends to the server having accepted the answer, of the commands that read, in turns, on a paired desk. The
 * record grows before each turn, so the first command of a turn that shows the debrief has it worked out anew.
 */
export async function deskCommandTimes(commands: number): Promise<Figure[]> {
  const { host, server, people, stop } = await pairedDesk(Math.ceil(commands / IN_A_ROW), {})
  const times = new Map<string, number[]>(COMMANDS.map(name => [name, []]))
  for (let k = 0; k < commands; k++) {
    if (k % COMMANDS.length === 0) await writeNote(host)
    await pause(BETWEEN_MS + Math.random() * JITTER_MS)
    const [chat, name] = [people[k % people.length], COMMANDS[k % COMMANDS.length]]
    if (!chat || !name) break
    const startedMs = performance.timeOrigin + performance.now()
    const asked = chat.send(`/${name}`)
    const answer = await chat.waitFor(({ id, isFromBot }) => isFromBot && id > asked)
    times.get(name)?.push(answer.sentAtMs - startedMs)
    chat.clear()
    server.journal.clear()
  }
  await stop()
  return figuresOf(times)
}

function figuresOf(times: ReadonlyMap<string, readonly number[]>): Figure[] {
  const ms = (name: string, value: number): Figure => ({ name: `desk: ${name}`, value, unit: 'ms' })
  const all = [...times.values()].flat()
  return [
    ms('command to answer, p50', quantile(all, 0.5)),
    { ...ms('command to answer, p95', quantile(all, 0.95)), bound: { atMost: 100 } },
    ms('command to answer, p99', quantile(all, 0.99)),
    ...[...times].flatMap(([name, of]) => [
      ms(`/${name}, p50`, quantile(of, 0.5)),
      ms(`/${name}, p95`, quantile(of, 0.95)),
      ms(`/${name}, p99`, quantile(of, 0.99)),
    ]),
  ]
}

const ids = randomIds()

async function writeNote(host: Host): Promise<void> {
  const said = { text: 'A turn of the bench.', lesson: '', emotions: [], mistakes: [], patterns: [] }
  const about = { entry: null, account: null, order: null, mission: null }
  const id = ids.next(EpochMs.parse(Date.now()))
  const answer = await host.command({ kind: 'writeJournal', id, origin: 'window', ...about, ...said })
  if (answer.is !== 'done') throw new Error(`No note was written: ${JSON.stringify(answer)}`)
}
