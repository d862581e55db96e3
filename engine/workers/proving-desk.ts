import path from 'node:path'
import type { ArchiveConfig } from '../contracts/engine-port.ts'
import type { Answers, Query } from '../contracts/queries.ts'
import type { MissionSource } from '../domain/missions-log/missions-page.ts'
import type { KeptMinutes } from './kept-minutes.ts'
import { LabRunsDesk } from './lab-runs-desk.ts'
import { ReplayDayDesk } from './replay-day-desk.ts'

const KINDS = ['labMarket', 'labRuns', 'labRun', 'labCompare', 'replayDay'] as const
type Kind = (typeof KINDS)[number]
type ProvingQuery = Extract<Query, { kind: Kind }>

export const isProvingQuery = (query: Query): query is ProvingQuery =>
  (KINDS as readonly string[]).includes(query.kind)

/** What the lab has found, and what it and a replay can be run on. */
export class ProvingDesk {
  readonly #runs: LabRunsDesk
  readonly #days: ReplayDayDesk

  constructor({ dataFolder, sqliteBinding }: ArchiveConfig, minutes: KeptMinutes, missions: MissionSource) {
    this.#runs = new LabRunsDesk({ file: path.join(dataFolder, 'lab.db'), binding: sqliteBinding })
    this.#days = new ReplayDayDesk(minutes, missions)
  }

  /** Throws `StoreFault`. */
  async answer(query: ProvingQuery): Promise<Answers[Kind]> {
    switch (query.kind) {
      case 'labMarket':
        return this.#days.market()
      case 'labRuns':
        return this.#runs.runs()
      case 'labRun':
        return this.#runs.story(query.run)
      case 'labCompare':
        return this.#runs.compare(query.runs)
      case 'replayDay':
        return this.#days.day(query)
    }
  }
}
