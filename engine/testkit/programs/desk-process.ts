/** A whole desk in a process of its own that a test may kill: fires and closes what it is told, and tells all it hears. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Worker } from 'node:worker_threads'
import { createHost, nodeSpawner } from '../../host/index.ts'
import type { Command, CommandAnswer } from '../../contracts/commands.ts'
import type { StoredEvent } from '../../contracts/events.ts'
import type { WarRoomView } from '../../contracts/views.ts'

export type DeskStart = Readonly<{
  dataFolder: string
  sqliteBinding: string | null
  paths: Readonly<{ engineWorker: string; archiveWorker: string; terminalSim: string }>
}>
export type ToDesk =
  | { kind: 'command'; command: Command }
  | { kind: 'view' }
  /** Ends the engine's worker in the middle of whatever it does. */
  | { kind: 'endEngine' }
  | { kind: 'stop' }
export type FromDesk =
  | { kind: 'ready'; port: number; pairingKey: string }
  | { kind: 'told'; events: readonly StoredEvent[] }
  | { kind: 'answer'; answer: CommandAnswer }
  | { kind: 'view'; view: WarRoomView }

const LOOK_EVERY_MS = 50

/** The worker that spoke as an engine last. */
let engine: Worker | null = null
process.on('worker', worker =>
  worker.on('message', (message: object) => {
    if ('headHash' in message) engine = worker
  }),
)

const say = (message: FromDesk): void => void process.send?.(message)

const host = await createHost({
  ...(JSON.parse(process.argv[2] ?? '{}') as DeskStart),
  version: 'test',
  spawner: nodeSpawner,
  training: null,
  log: { write: () => undefined },
})
if (host.is === 'refused') throw new Error(host.text)
host.onTold(events => say({ kind: 'told', events }))
process.on('message', (message: ToDesk) => {
  if (message.kind === 'command')
    void host.command(message.command).then(answer => say({ kind: 'answer', answer }))
  if (message.kind === 'endEngine') void engine?.terminate()
  if (message.kind === 'stop') void host.stop().then(() => process.exit(0))
  if (message.kind === 'view') void sayView()
})
/** As soon as there is an engine that knows it. */
async function sayView(): Promise<void> {
  if (host.is === 'refused') return
  for (;;) {
    const answer = await host.view()
    if (answer.is === 'answer') return say({ kind: 'view', view: answer.value })
    await sleep(LOOK_EVERY_MS)
  }
}

const { port, pairingKey } = host.ready()
say({ kind: 'ready', port, pairingKey })
