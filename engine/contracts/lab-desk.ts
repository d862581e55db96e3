/** The lab of the desk: what a window asks of it, how it stands, and what host and lab tell one another. */
import { z } from 'zod'
import { Pair } from './pairs.ts'
import { Count, TerminalId } from './primitives.ts'
import { ServerTime } from './server-time.ts'

/** Minutes that the desk has kept of a terminal. */
const KeptData = z.strictObject({ is: z.literal('desk'), terminal: TerminalId })
/** Minutes of the training ground's market. They show that a run works, and say nothing about a market. */
const MadeUpData = z.strictObject({
  is: z.literal('generated'),
  seed: z.number().int().min(0).max(4_294_967_295),
  days: z.number().int().min(20).max(730),
})
/** Files of a folder, or one file. */
const FolderData = z.strictObject({
  is: z.literal('folder'),
  path: z.string().trim().min(1, 'name a folder').max(1_000),
  /** Clock of files in a broker's server time; null to infer it from when their weeks begin. */
  serverTime: ServerTime.nullable(),
})

export const LabData = z.discriminatedUnion('is', [KeptData, MadeUpData, FolderData])
export type LabData = z.infer<typeof LabData>

/** Where the minutes of a kept run came from; files are told by their names, in the report. */
export const LabOrigin = z.discriminatedUnion('is', [KeptData, MadeUpData])
export type LabOrigin = z.infer<typeof LabOrigin>
/** Of what lab.db keeps beside a question, what a window is told. */
export const LabSettings = z.looseObject({ origin: LabOrigin.optional() })

const Months = z.number().int().min(1).max(600)

export const LabPlan = z
  .strictObject({
    job: z.enum(['backtest', 'walkforward']),
    data: LabData,
    /** Null: all that the data holds. */
    pairs: z.array(Pair).min(1).nullable(),
    /** Only proposals of bars that closed in [fromMs, toMs); null: without an end. */
    fromMs: z.number().int().nonnegative().nullable(),
    toMs: z.number().int().nonnegative().nullable(),
    /** Of a walk-forward. */
    windows: z.strictObject({
      mode: z.enum(['expanding', 'rolling']),
      fitMonths: Months,
      stepMonths: Months,
    }),
    seed: Count,
  })
  .refine(({ fromMs, toMs }) => fromMs === null || toMs === null || fromMs < toMs, {
    path: ['toMs'],
    message: 'the last day has to be later than the first',
  })
export type LabPlan = z.infer<typeof LabPlan>

export const LabWish = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('start'), plan: LabPlan }),
  z.strictObject({ kind: z.literal('cancel') }),
])
export type LabWish = z.infer<typeof LabWish>

/** One answer in lab.db: the question's number, and the seed that it was asked with. */
export const RunKey = z.strictObject({ trial: z.number().int().positive(), seed: Count })
export type RunKey = z.infer<typeof RunKey>

/** What it does now, and how many of the parts of that are done; null before the first. */
export type LabStage = Readonly<{ name: string; done: number; of: number }>

export type LabEnd =
  | Readonly<{ is: 'done'; run: RunKey }>
  | Readonly<{ is: 'failed'; code: string; text: string }>
  | Readonly<{ is: 'cancelled' }>

/** One at a time. */
export type LabView = Readonly<{
  running: Readonly<{
    plan: LabPlan
    startedMs: number
    stage: LabStage | null
    /** What was said of the data on the way. */
    notes: readonly string[]
  }> | null
  /** How the last one of this run of the desk ended. */
  last: Readonly<{
    plan: LabPlan
    startedMs: number
    endedMs: number
    notes: readonly string[]
    end: LabEnd
  }> | null
}>

/** The system's own dialog, opened by the main process; `none`: it was closed without one. */
export type ChosenFolder = Readonly<{ is: 'folder'; path: string }> | Readonly<{ is: 'none' }>

/** To the lab's process: all that it is ever told. */
export const LabOrder = z.strictObject({
  plan: LabPlan,
  version: z.string(),
  dataFolder: z.string(),
  sqliteBinding: z.string().nullable(),
  /** A folder for the minutes of this run alone; whoever started it removes it. */
  scratch: z.string(),
  /** Folder of the models that come with the app. */
  models: z.string().nullable(),
  /** The program whose threads do the work. */
  worker: z.string(),
})
export type LabOrder = z.infer<typeof LabOrder>

/** From the lab's process. After `done` or `failed` it waits for its end. */
export const FromLabDesk = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('stage'), name: z.string(), done: Count, of: Count }),
  z.strictObject({ kind: z.literal('note'), text: z.string() }),
  z.strictObject({ kind: z.literal('done'), run: RunKey }),
  z.strictObject({ kind: z.literal('failed'), code: z.string(), text: z.string() }),
])
export type FromLabDesk = z.infer<typeof FromLabDesk>
