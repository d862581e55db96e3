/** The host's line to the archive worker, which answers questions about the ledger and writes nothing. */
import type { ArchiveConfig, FromArchive, ToArchive } from '../../contracts/engine-port.ts'
import type { QueryAnswer, QueryKind } from '../../contracts/queries.ts'
import type { QueryOf } from '../../contracts/window-bridge.ts'
import type { NoticeView } from '../../contracts/views.ts'
import type { Log } from '../../ports/log.ts'
import { Questions } from '../questions.ts'
import { RESTART } from './restart-policy.ts'
import { SupervisedWorker } from './supervised-worker.ts'
import type { WorkerHealth } from './worker-health.ts'

export type ArchiveLineOptions = Readonly<{
  file: string
  config: ArchiveConfig
  log: Log
  changed(health: WorkerHealth): void
  notice(level: NoticeView['level'], text: string): void
  /** The ledger cannot be trusted, and the archive has ended. */
  broken(text: string): void
}>

const READY_WITHIN_MS = 30_000
const DOWN = {
  is: 'failed',
  code: 'ARCHIVE_DOWN',
  text: 'The archive is not running: try again in a moment.',
} as const

export class ArchiveLine {
  readonly #worker: SupervisedWorker<ToArchive, FromArchive>
  readonly #questions = new Questions<QueryAnswer>(() => DOWN)
  readonly #log: Log
  readonly #told: Pick<ArchiveLineOptions, 'notice' | 'broken'>
  /** Questions wait for it: running, or not going to. */
  readonly #settled: Promise<void>
  #settle: () => void = () => undefined

  constructor({ file, config, log, changed, notice, broken }: ArchiveLineOptions) {
    this.#log = log
    this.#told = { notice, broken }
    this.#settled = new Promise(resolve => (this.#settle = resolve))
    this.#worker = new SupervisedWorker<ToArchive, FromArchive>({
      name: 'The archive',
      file,
      data: config,
      policy: RESTART,
      readyWithinMs: READY_WITHIN_MS,
      pulse: null,
      stopMessage: { kind: 'stop' },
      log,
      message: message => this.#hear(message as FromArchive),
      changed: health => {
        if (health.is !== 'running' && health.is !== 'starting') this.#questions.lost()
        changed(health)
      },
    })
  }

  /** Resolves when it is running, or will not be. */
  async start(): Promise<WorkerHealth> {
    const health = await this.#worker.start()
    this.#settle()
    return health
  }

  /** Another file stands in the ledger's place: whoever has the old one open must let it go. */
  reopen(): void {
    if (this.#worker.health.is === 'failed') void this.#worker.start()
    else this.#worker.restart('another ledger took the place of the old one')
  }

  stop(withinMs: number): Promise<void> {
    this.#settle()
    return this.#worker.stop(withinMs)
  }

  async ask<K extends QueryKind>(query: QueryOf<K>): Promise<QueryAnswer<K>> {
    await this.#settled
    const answer = this.#questions.ask(ask => this.#worker.post({ kind: 'ask', ask, query }))
    // The worker answers every question in the question's own kind.
    return answer as Promise<QueryAnswer<K>>
  }

  #hear(message: FromArchive): void {
    if (message.kind === 'answer') this.#questions.answered(message.ask, message.answer)
    if (message.kind === 'broken') this.#told.broken(message.text)
    if (message.kind === 'notice') this.#told.notice(message.level, message.text)
    if (message.kind === 'log') this.#log.write(message.level, message.text, message.data)
  }
}
