/** What the log has told up to a line, and under what terms the trader traded. */
import type { DealLine, LogLine, PositionLine } from './broker-log.ts'
import { OUR_MAGIC, type RankName } from './tables.ts'

/** Of the calendar that the app was given. */
export type Announcement = Readonly<{ timeMs: number; currency: string; importance: string }>

/** Under what terms the trader traded, and what the world was like. */
export type Terms = Readonly<{
  rank: RankName
  /** Percent of balance that the trader's own settings allow; the rank's when they say nothing. */
  riskPct: number
  /** How long an order may have been on its way: rules are kept when it is sent. */
  travelMs: number
  /** For a while the app was told no price that could be one: it may not have known that a stop was passed. */
  isBlind?: boolean
  announcements: readonly Announcement[]
  /** By symbol the closes of the same quarter hours, oldest first: what the terminal has of the past. */
  closes: Readonly<Record<string, readonly number[]>>
}>

export type Fire = Extract<LogLine, { at: 'command'; what: 'fire' }>
type Opened = Extract<LogLine, { at: 'opened' }>

/** Conversion moves between the judgement and the arrival; lots are floored, so a whole step too many is far beyond it. */
export const DRIFT = 1.005

export class Book {
  readonly opened: Opened
  readonly fires: Fire[] = []
  readonly deals: DealLine[] = []
  positions: readonly PositionLine[] = []

  constructor(opened: Opened) {
    this.opened = opened
  }

  get ours(): readonly PositionLine[] {
    return this.positions.filter(({ magic }) => magic === OUR_MAGIC)
  }
}
