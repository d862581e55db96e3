/** What the lab has found, for a window: read from lab.db, and every figure made before it gets there. */
import { z } from 'zod'
import { RunKey, type LabOrigin } from './lab-desk.ts'
import type { Pair } from './pairs.ts'
import type { TerminalId } from './primitives.ts'
import type { CalibrationFigures, Measured, ResultFigures } from './proving.ts'

export const LabMarketQuery = z.object({ kind: z.literal('labMarket') })
export const LabRunsQuery = z.object({ kind: z.literal('labRuns') })
export const LabRunQuery = z.object({ kind: z.literal('labRun'), run: RunKey })
export const LabCompareQuery = z.object({
  kind: z.literal('labCompare'),
  runs: z.array(RunKey).min(2).max(3),
})

/** The minutes that the desk has kept, by terminal. */
export type KeptPair = Readonly<{ pair: Pair; minutes: number; fromMs: number; toMs: number }>
export type KeptTerminal = Readonly<{ terminal: TerminalId; pairs: readonly KeptPair[] }>
export type LabMarket = Readonly<{ terminals: readonly KeptTerminal[] }>

export type RunFigures = Pick<ResultFigures, 'n' | 'net1' | 'random1' | 'better' | 'wins' | 'profitFactor'>

/** How true the probabilities were, on all candidates that had one. */
export type RunTrust = Readonly<{
  n: number
  ece: number | null
  /** What chance alone gives as many. */
  eceByChance: number | null
  /** Of 100 sets of true probabilities 95 are off by no more. */
  eceByChanceHigh: number | null
  /** 1 where a probability means what it says. */
  slope: Measured
}>

export type LabRun = Readonly<{
  is: 'run'
  key: RunKey
  kind: 'backtest' | 'walkforward' | 'train'
  /** When it was answered, by the computer's clock. */
  atMs: number
  engine: string
  dataHash: string
  /** Null: files. */
  origin: LabOrigin | null
  /** Minutes that were generated for the run, or kept of the training ground; null: neither. */
  simulated: 'generated' | 'training' | null
  /** Names of the files, without their folders. */
  files: readonly string[]
  pairs: readonly Pair[]
  /** Of the data. */
  fromMs: number
  toMs: number
  basis: string
  /** The signals that would have been issued. */
  issued: RunFigures
  trust: RunTrust | null
}>
/** A run whose answer can't be read any more says why. */
export type LabRunEntry =
  LabRun | Readonly<{ is: 'unreadable'; key: RunKey; kind: LabRun['kind']; atMs: number; text: string }>

/** Newest first; `older`: so many are not told. */
export type LabRuns = Readonly<{ runs: readonly LabRunEntry[]; older: number }>

/** Some of the trades of a run, with their groups: all, by pair and by setup. */
export type RunPart = Readonly<{
  name: string
  meaning: string
  n: number
  groups: readonly ResultFigures[]
  /** Deepest fall of the running sum, R; null where trades were not put in time. */
  fallR: number | null
}>

export type RunStory = Readonly<{
  run: LabRun
  /** What it comes to, said as it is. */
  verdict: readonly string[]
  parts: readonly RunPart[]
  calibration: readonly CalibrationFigures[]
  /** How costs were counted, a sentence a line. */
  costs: readonly string[]
  /** What is to be known of the data, and what was left out of it. */
  data: readonly string[]
  tries: string
}>

export type LabRunAnswer = Readonly<{ is: 'story'; story: RunStory }> | Readonly<{ is: 'none'; text: string }>

/** `differs`: beside the first of them its interval lies wholly above or below; null where both share values, or one has no interval. */
export type ComparedCell = Readonly<{ figure: Measured; differs: 'above' | 'below' | null }>
export type ComparedRow = Readonly<{
  name: string
  unit: 'R' | 'share' | 'ratio'
  cells: readonly ComparedCell[]
}>
export type LabComparison = Readonly<{
  is: 'comparison'
  runs: readonly LabRun[]
  rows: readonly ComparedRow[]
  /** What stands against comparing them. */
  cautions: readonly string[]
}>
export type LabCompareAnswer = LabComparison | Readonly<{ is: 'none'; text: string }>
