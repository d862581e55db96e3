import { z } from 'zod'
import { EpochMs, Ulid } from './primitives.ts'

/** What every event of the ledger has, around the fields of its kind. */
export const event = <K extends string, S extends z.ZodRawShape>(kind: K, shape: S) =>
  z.object({
    kind: z.literal(kind),
    /** The market's time: of a simulated terminal, its simulated time. Rules count by this one. */
    atMs: EpochMs,
    /** One id from the bar that made the mission to the kill card. */
    trace: Ulid.optional(),
    ...shape,
  })
