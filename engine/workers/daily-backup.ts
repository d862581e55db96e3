import { Worker } from 'node:worker_threads'
import { backUpLedger, isBackupDue, listBackups } from '../adapters/ledger/index.ts'
import type { ArchiveConfig } from '../contracts/engine-port.ts'
import { StoreFault } from '../ports/store-fault.ts'

/** Not while everything starts; afterwards it is looked whether the day has one yet. */
const FIRST_LOOK_MS = 60_000
const LOOK_EVERY_MS = 3_600_000

export type BackupJob = ArchiveConfig & Readonly<{ job: 'backup' }>

/** How a backup ended: null, or why there is none. */
export type BackupEnd = string | null

export type DailyBackupOptions = Readonly<{
  dataFolder: string
  nowMs(): number
  /** Makes one, somewhere where nobody waits for it. */
  make(): Promise<BackupEnd>
  /** The trader is told of a failure once, until it is another one. */
  failed(text: string): void
}>

/** One backup of the ledger a day, of UTC. */
export class DailyBackup {
  readonly #options: DailyBackupOptions
  #timer: NodeJS.Timeout | null = null
  #told: string | null = null

  constructor(options: DailyBackupOptions) {
    this.#options = options
  }

  start(): void {
    this.#later(FIRST_LOOK_MS)
  }

  stop(): void {
    if (this.#timer) clearTimeout(this.#timer)
  }

  /** Makes one when the day has none. */
  async look(): Promise<void> {
    const { dataFolder, nowMs, make } = this.#options
    const made = listBackups(dataFolder).map(({ madeMs }) => madeMs)
    if (isBackupDue(made, nowMs())) this.#tell(await make())
  }

  #tell(end: BackupEnd): void {
    if (end !== null && end !== this.#told)
      this.#options.failed(`There is no backup of the ledger today: ${end}`)
    this.#told = end
  }

  #later(ms: number): void {
    this.#timer = setTimeout(() => {
      void this.look().finally(() => this.#later(LOOK_EVERY_MS))
    }, ms)
    this.#timer.unref()
  }
}

/** A thread of its own: a large ledger takes its time, and questions are answered meanwhile. */
export function backUpInThread(program: string, config: ArchiveConfig): Promise<BackupEnd> {
  return new Promise(resolve => {
    const worker = new Worker(program, { workerData: { ...config, job: 'backup' } satisfies BackupJob })
    worker.unref()
    worker.on('message', (end: BackupEnd) => resolve(end))
    worker.on('error', error => resolve(error.message))
    worker.on('exit', code => resolve(`the backup ended with code ${code}`))
  })
}

/** What that thread does. */
export function backUpNow({ dataFolder, sqliteBinding }: ArchiveConfig): BackupEnd {
  try {
    backUpLedger(dataFolder, sqliteBinding, Date.now())
    return null
  } catch (cause) {
    if (cause instanceof StoreFault || (cause instanceof Error && 'syscall' in cause)) return cause.message
    throw cause
  }
}
