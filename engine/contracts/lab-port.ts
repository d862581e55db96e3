import { z } from 'zod'
import { Pair } from './pairs.ts'
import { ServerTime } from './server-time.ts'

/** A replay: files through the engine against a simulated broker. */
export const LabJob = z.object({
  job: z.literal('replay'),
  version: z.string(),
  files: z.array(z.string()).min(1),
  /** Null: all that the files hold. */
  pairs: z.array(Pair).nullable().default(null),
  /** Clock of files in a broker's server time; null to infer it from when their weeks begin. */
  serverTime: ServerTime.nullable().default(null),
  seed: z.number().int().nonnegative().default(1),
  drills: z.boolean().default(true),
  fire: z.boolean().default(true),
  /** Folder of the models that come with the app; null: no model, and everything is UNCALIBRATED. */
  models: z.string().nullable().default(null),
  /** Market seconds a second; null for as fast as it goes. */
  speed: z.number().positive().max(100_000).nullable().default(null),
  loops: z.number().int().min(1).max(10_000).default(1),
})
export type LabJob = z.infer<typeof LabJob>

export type FromLab =
  | { kind: 'progress'; ticks: number; marketMs: number }
  | { kind: 'log'; level: 'debug' | 'info' | 'warn' | 'error'; text: string }
  /** `report` is plain data; its shape is lab/replay-report's. */
  | { kind: 'done'; report: unknown; elapsedMs: number }
  | { kind: 'failed'; code: string; text: string }
