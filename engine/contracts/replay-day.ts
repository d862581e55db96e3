/** One day of a pair as the desk has kept it, for a window that plays it again. */
import { z } from 'zod'
import type { MarketBar } from './market-bars.ts'
import type { ClosedTrade, Mission } from './mission.ts'
import { Pair } from './pairs.ts'
import type { SessionSpan } from './pictures.ts'
import { EpochMs, TerminalId } from './primitives.ts'

const DAY_MS = 86_400_000

export const ReplayDayQuery = z.object({
  kind: z.literal('replayDay'),
  terminal: TerminalId,
  pair: Pair,
  /** Its first moment, UTC. */
  dayMs: EpochMs.refine(ms => ms % DAY_MS === 0, 'expected the beginning of a day'),
  /**
   * How late it is at the terminal, by its market; nothing behind that is told. Null: not known. Of the training ground, which
   * plays its days again, nothing is told then.
   */
  marketMs: EpochMs.nullable(),
})
export type ReplayDayQuery = z.infer<typeof ReplayDayQuery>

export type ReplayMission = Pick<
  Mission,
  'id' | 'setup' | 'side' | 'quality' | 'drill' | 'entry' | 'stop' | 'target' | 'issuedMs' | 'expiresMs'
>
/** Stop and target are those of its mission: where they stood later is not told. */
export type ReplayTrade = Pick<
  ClosedTrade,
  'order' | 'mission' | 'side' | 'open' | 'close' | 'openMs' | 'closeMs' | 'r' | 'reason'
> &
  Pick<Mission, 'stop' | 'target'>

export type ReplayDay = Readonly<{
  is: 'day'
  digits: number
  /** Minutes of the day, oldest first, one at least. */
  bars: readonly MarketBar[]
  /** Some minutes of before, so that the day does not begin in the void. */
  before: readonly MarketBar[]
  sessions: readonly SessionSpan[]
  /** Issued on this day at this terminal, oldest first. */
  missions: readonly ReplayMission[]
  /** That were open on this day, oldest first. */
  trades: readonly ReplayTrade[]
  /** Missions further back than were looked through may be of this day, too. */
  isCut: boolean
}>

/** `none`: no minute of that day is kept. `noClock`: how late it is on the training ground is not known. */
export type ReplayDayAnswer = ReplayDay | Readonly<{ is: 'none' | 'noClock' }>
