/** What the log has told up to a line, and under what terms the trader traded. */
import type { DealLine, LogLine, PositionLine, WaitingLine } from './broker-log.ts'
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
  /** When the app lived and was linked, so that it could act. */
  attended: readonly Readonly<{ fromMs: number; toMs: number }>[]
  /** Orders that the trader wanted back, and when the app said that it would. */
  wantedBack: readonly Readonly<{ order: string; atMs: number }>[]
  /** By symbol the closes of the same quarter hours, oldest first: what the terminal has of the past. */
  closes: Readonly<Record<string, readonly number[]>>
}>

export type Place = Extract<LogLine, { at: 'command'; what: 'place' }>
/** An order as it came to the broker, to be filled at once or to wait. */
export type Fire = Extract<LogLine, { at: 'command'; what: 'fire' }> | Place
type Opened = Extract<LogLine, { at: 'opened' }>

/** Conversion moves between the judgement and the arrival; lots are floored, so a whole step too many is far beyond it. */
export const DRIFT = 1.005

/** What is open, or may become so. */
export type Held = Readonly<{
  name: string
  symbol: string
  side: 'buy' | 'sell'
  lots: string
  from: string
  stop: string | null
}>

export class Book {
  readonly opened: Opened
  readonly fires: Fire[] = []
  readonly deals: DealLine[] = []
  positions: readonly PositionLine[] = []
  waiting: readonly WaitingLine[] = []

  constructor(opened: Opened) {
    this.opened = opened
  }

  /** Of ours: an order that waits counts as the position that it may become. */
  get ours(): readonly Held[] {
    return heldIn(this.positions, this.waiting, ({ magic }) => magic === OUR_MAGIC)
  }

  get all(): readonly Held[] {
    return heldIn(this.positions, this.waiting, () => true)
  }
}

const heldIn = (
  positions: readonly PositionLine[],
  waiting: readonly WaitingLine[],
  counts: (one: Readonly<{ magic: number }>) => boolean,
): Held[] => [
  ...positions.filter(counts).map(one => ({ ...one, name: `position ${one.position}`, from: one.open })),
  ...waiting.filter(counts).map(one => ({ ...one, name: `waiting order ${one.order}`, from: one.price })),
]
