/** What `bitten honesty` answers: whether the engine and its lab tell the truth about themselves, with the figures. */
import { z } from 'zod'
import { Mission } from './mission.ts'
import { Refusal } from './vocabulary.ts'

/** Green, or red; `known` is a figure that is told and judged by nobody. */
export const Verdict = z.enum(['green', 'red', 'known'])
export type Verdict = z.infer<typeof Verdict>

export const HonestyFigure = z.object({
  name: z.string(),
  /** How many things the figure was taken from. */
  n: z.number().int().nonnegative(),
  /** Null: there was nothing to take it from. */
  value: z.number().nullable(),
  /** What the figure has to keep, in words. */
  bound: z.string(),
  is: Verdict,
})
export type HonestyFigure = z.infer<typeof HonestyFigure>

export const HonestyCheck = z.object({
  name: z.string(),
  /** What was done, in a sentence or two. */
  did: z.string(),
  n: z.number().int().nonnegative(),
  is: Verdict,
  figures: z.array(HonestyFigure),
})
export type HonestyCheck = z.infer<typeof HonestyCheck>

/** One proposal as the desk wrote it down; of one that it issued it tells no refusals. */
export const WrittenProposal = z.object({ mission: Mission, refusals: z.array(Refusal).nullable() })
export type WrittenProposal = z.infer<typeof WrittenProposal>

export const HonestyReport = z.object({
  format: z.literal(1),
  engine: z.string(),
  seed: z.number().int(),
  /** Which market was looked at. */
  data: z.string(),
  green: z.boolean(),
  checks: z.array(HonestyCheck),
})
export type HonestyReport = z.infer<typeof HonestyReport>
