import { existsSync } from 'node:fs'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { openLabReader } from '../adapters/lab-store/index.ts'
import type { DatabaseFile } from '../adapters/sqlite/index.ts'
import { LabSettings, type LabOrigin, type RunKey } from '../contracts/lab-desk.ts'
import { BacktestReport } from '../contracts/lab-report.ts'
import type { LabCompareAnswer, LabRun, LabRunAnswer, LabRunEntry, LabRuns } from '../contracts/lab-runs.ts'
import { TrainedModel, WalkForwardReport } from '../contracts/proving.ts'
import { compared } from '../domain/lab-runs/compare.ts'
import { runOf, type LabReport } from '../domain/lab-runs/lab-report.ts'
import { storyOf } from '../domain/lab-runs/run-story.ts'
import type { LabAnswer, LabReader } from '../ports/lab-store.ts'
import { StoreFault } from '../ports/store-fault.ts'

/** As many as a person looks through. */
const MOST = 60
const GONE = { is: 'none', text: 'The lab does not keep this run any more. Run it again' } as const
const OTHER_VERSION = 'It was kept by another version of BITTEN, and cannot be read. Run it again'
const BROKEN = 'What the lab kept of it is broken, and cannot be read. Run it again'

type Opened = Readonly<{ entry: LabRunEntry; told: LabReport | null }>

/** Reads what the lab has kept. lab.db is closed between questions: a person may remove it at any time. */
export class LabRunsDesk {
  readonly #file: DatabaseFile
  /** Parsing a report takes a while, and an answer is never changed by another one. */
  readonly #entries = new Map<string, LabRunEntry>()

  constructor(file: DatabaseFile) {
    this.#file = file
  }

  /** Throws `StoreFault`. */
  async runs(): Promise<LabRuns> {
    const reader = this.#open()
    if (reader === null) return { runs: [], older: 0 }
    try {
      const answers = reader.answers(MOST)
      const runs: LabRunEntry[] = []
      for (const answer of answers) {
        const name = `${answer.trial}/${answer.seed}/${answer.answeredMs}`
        const known = this.#entries.get(name)
        if (known === undefined) await nextTurn()
        const entry = known ?? opened(reader, answer).entry
        this.#entries.set(name, entry)
        runs.push(entry)
      }
      return { runs, older: Math.max(0, reader.count() - answers.length) }
    } finally {
      reader.close()
    }
  }

  /** Throws `StoreFault`. */
  story(key: RunKey): LabRunAnswer {
    const found = this.#found(key)
    if (found === null) return GONE
    const { entry, told } = found
    if (entry.is === 'unreadable') return { is: 'none', text: entry.text }
    if (told === null) return GONE
    return { is: 'story', story: storyOf(entry, told) }
  }

  /** Throws `StoreFault`. */
  compare(keys: readonly RunKey[]): LabCompareAnswer {
    const runs: LabRun[] = []
    for (const key of keys) {
      const entry = this.#found(key)?.entry ?? null
      if (entry?.is !== 'run') return entry === null ? GONE : { is: 'none', text: entry.text }
      runs.push(entry)
    }
    return compared(runs)
  }

  #found({ trial, seed }: RunKey): Opened | null {
    const reader = this.#open()
    if (reader === null) return null
    try {
      const answer = reader.answers(reader.count()).find(one => one.trial === trial && one.seed === seed)
      return answer === undefined ? null : opened(reader, answer)
    } finally {
      reader.close()
    }
  }

  #open(): LabReader | null {
    return existsSync(this.#file.file) ? openLabReader(this.#file) : null
  }
}

function opened(reader: LabReader, answer: LabAnswer): Opened {
  const { trial, seed, kind, engine, dataHash, answeredMs: atMs } = answer
  const key = { trial, seed }
  const unreadable = (text: string): Opened => ({
    told: null,
    entry: { is: 'unreadable', key, kind, atMs, text },
  })
  try {
    const told = reportOf(kind, reader.body(trial, seed))
    if (told === null) return unreadable(OTHER_VERSION)
    const answered = { key, atMs, engine, dataHash, origin: originOf(answer) }
    return { told, entry: runOf(answered, told) }
  } catch (cause) {
    if (cause instanceof StoreFault) return unreadable(cause.message)
    if (cause instanceof SyntaxError) return unreadable(BROKEN)
    throw cause
  }
}

function reportOf(kind: LabAnswer['kind'], body: string | null): LabReport | null {
  const value: unknown = body === null ? null : JSON.parse(body)
  if (kind === 'backtest') {
    const read = BacktestReport.safeParse(value)
    return read.success ? { kind, report: read.data } : null
  }
  const read = kind === 'train' ? TrainedModel.safeParse(value) : WalkForwardReport.safeParse(value)
  if (!read.success) return null
  return { kind, report: 'report' in read.data ? read.data.report : read.data }
}

function originOf({ settings }: LabAnswer): LabOrigin | null {
  const read = LabSettings.safeParse(JSON.parse(settings))
  return read.success ? (read.data.origin ?? null) : null
}
