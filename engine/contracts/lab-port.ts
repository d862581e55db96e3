import { z } from 'zod'
import { WrittenProposal } from './honesty.ts'
import { LabOrigin } from './lab-desk.ts'
import { Pair } from './pairs.ts'
import { ServerTime } from './server-time.ts'
import { CalendarEvent } from './wire/facts.ts'

const OverFiles = {
  version: z.string(),
  files: z.array(z.string()).min(1),
  /** Null: all that the files hold. */
  pairs: z.array(Pair).nullable().default(null),
  /** Clock of files in a broker's server time; null to infer it from when their weeks begin. */
  serverTime: ServerTime.nullable().default(null),
  seed: z.number().int().nonnegative().default(1),
}

/** A replay: files through the engine against a simulated broker. */
export const ReplayLabJob = z.object({
  job: z.literal('replay'),
  ...OverFiles,
  drills: z.boolean().default(true),
  fire: z.boolean().default(true),
  /** Folder of the models that come with the app; null: no model, and everything is UNCALIBRATED. */
  models: z.string().nullable().default(null),
  /** Market seconds a second; null for as fast as it goes. */
  speed: z.number().positive().max(100_000).nullable().default(null),
  loops: z.number().int().min(1).max(10_000).default(1),
})
export type ReplayLabJob = z.infer<typeof ReplayLabJob>

/** Announcements of [fromMs, toMs), from files; of more than a terminal tells at once. */
export const LabCalendar = z.object({
  fromMs: z.number().int(),
  toMs: z.number().int(),
  events: z.array(CalendarEvent),
  source: z.literal('file'),
})
export type LabCalendar = z.infer<typeof LabCalendar>

/** What holding over 17:00 New York earns (> 0) or costs (< 0), pips a night, by pair. */
export const Swaps = z.partialRecord(Pair, z.strictObject({ long: z.number(), short: z.number() }))
export type Swaps = z.infer<typeof Swaps>

/** A backtest: minutes of every pair through the setups, each candidate to its end, and a model over all of them. */
export const BacktestLabJob = z.object({
  job: z.literal('backtest'),
  ...OverFiles,
  /** File of the model; null: the one of the folder `models`, and without that the driftless barrier. */
  model: z.string().nullable().default(null),
  models: z.string().nullable().default(null),
  /** Of pairs that are not in it nothing is known, and 0 is charged. */
  swaps: Swaps.default({}),
  /** Null: no announcements are known, and nothing is refused for them. */
  calendar: LabCalendar.nullable().default(null),
  /** Candidates whose bar closed in [fromMs, toMs); null: without an end. */
  fromMs: z.number().int().nullable().default(null),
  toMs: z.number().int().nullable().default(null),
  /** Looks at this data before and with this one. */
  trials: z.number().int().min(1).default(1),
  /** Workers side by side. */
  threads: z.number().int().min(1).max(64),
  /** Where its answer is kept, and its looks are counted; null: nowhere. */
  keep: z
    .object({
      dataFolder: z.string(),
      sqliteBinding: z.string().nullable(),
      origin: LabOrigin.nullable(),
    })
    .nullable()
    .default(null),
})
export type BacktestLabJob = z.infer<typeof BacktestLabJob>

/** When models are fitted and when they are tried. */
export const FitWindows = z.discriminatedUnion('mode', [
  z.object({ mode: z.literal('once'), fitUntilMs: z.number().int() }),
  z.object({
    mode: z.enum(['expanding', 'rolling']),
    fitMonths: z.number().int().min(1).max(600),
    stepMonths: z.number().int().min(1).max(600),
  }),
])

/** A walk-forward, or a model fitted on all of the data with a walk-forward as its proof. */
export const ProvingLabJob = z.object({
  job: z.enum(['walkforward', 'train']),
  ...OverFiles,
  windows: FitWindows,
  /** Only candidates of bars that closed in it. */
  fromMs: z.number().int().nullable(),
  toMs: z.number().int().nullable(),
  /** Null: no announcements are known, and nothing is refused for them. */
  calendar: LabCalendar.nullable().default(null),
  /** Where the files were made from, when a desk made them. */
  origin: LabOrigin.nullable().default(null),
  /** Where lab.db is, and the SQLite binding that fits; null for the stock one. */
  dataFolder: z.string(),
  sqliteBinding: z.string().nullable(),
  /** Computes again what was found before. */
  fresh: z.boolean(),
  /** Workers at once; null for as many as there are cores. What is found does not depend on it. */
  threads: z.number().int().min(1).max(64).nullable(),
})
export type ProvingLabJob = z.infer<typeof ProvingLabJob>

/** The checks that the engine and its lab make of themselves. */
export const HonestyLabJob = z.object({
  job: z.literal('honesty'),
  ...OverFiles,
  /** Null: generated minutes. */
  files: OverFiles.files.nullable(),
  models: z.string().nullable(),
  /** Ticks that have been through a terminal, and what the desk wrote down of them; null: the roads are not compared. */
  roads: z
    .object({
      files: OverFiles.files,
      ticks: z.number().int().positive(),
      live: z.array(WrittenProposal),
    })
    .nullable(),
})
export type HonestyLabJob = z.infer<typeof HonestyLabJob>

/** A worker that does parts of another worker's job until its port closes. */
export const CrewLabJob = z.object({ job: z.literal('crew') })

export const LabJob = z.discriminatedUnion('job', [
  ReplayLabJob,
  BacktestLabJob,
  ProvingLabJob,
  HonestyLabJob,
  CrewLabJob,
])
export type LabJob = z.infer<typeof LabJob>

export type FromLab =
  | { kind: 'progress'; ticks: number; marketMs: number }
  /** So many of the parts of a stage of the work are done. */
  | { kind: 'stage'; stage: string; done: number; of: number }
  | { kind: 'log'; level: 'debug' | 'info' | 'warn' | 'error'; text: string }
  /** `report` is plain data; its shape is the job's. */
  | { kind: 'done'; report: unknown; elapsedMs: number }
  | { kind: 'failed'; code: string; text: string }
