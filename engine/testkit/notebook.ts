/** Builders for the notebook: stored events in order, with only what a test is about written out. */
import type { EngineEvent, EventOf, StoredEvent } from '../contracts/events.ts'
import type { JournalText } from '../contracts/journal.ts'
import type { ClosedTrade, Mission } from '../contracts/mission.ts'
import { EpochMs, type AccountKind, type Ulid } from '../contracts/primitives.ts'
import { aTradeClosed, aUlid } from './events.ts'
import { ONE_OF_EACH } from './one-of-each.ts'
import { aMission } from './views.ts'

/** Stored one after another, a second apart. */
export const stored = (events: readonly EngineEvent[], fromSeq = 1): StoredEvent[] =>
  events.map((event, at) => ({
    seq: fromSeq + at,
    wallMs: EpochMs.parse((fromSeq + at) * 1_000),
    event,
    hash: '',
  }))

type NoteParts = Partial<JournalText> &
  Readonly<{ account?: AccountKind; order?: Ulid | null; mission?: Ulid | null }>

/** A note about nothing in particular. */
export const aNote = (entry: number, parts: NoteParts = {}): EventOf<'journalWritten'> => ({
  ...ONE_OF_EACH.journalWritten,
  entry: aUlid(1_000 + entry),
  order: null,
  mission: null,
  text: '',
  lesson: '',
  emotions: [],
  mistakes: [],
  patterns: [],
  ...parts,
})

/** Mission, order and trade of one number; the order is `aUlid(100 + number)`, the mission `aUlid(number)`. */
export function aTrade(
  number: number,
  trade: Partial<ClosedTrade> = {},
  mission: Partial<Mission> = {},
): EngineEvent[] {
  const order = aUlid(100 + number)
  const kind = trade.kind ?? 'demo'
  const of = aMission({ id: aUlid(number), kind, ...mission })
  const { pair, side } = of
  return [
    { ...ONE_OF_EACH.missionIssued, trace: of.id, mission: of },
    { ...ONE_OF_EACH.orderRecorded, order, mission: of.id, account: kind, pair, side },
    {
      ...aTradeClosed(),
      trade: { ...aTradeClosed().trade, order, mission: of.id, kind, pair, side, ...trade },
    },
  ]
}

/** A closed trade of so many R, a hundred cents each. */
export const ofR = (r: number): Partial<ClosedTrade> => ({
  r,
  netCents: Math.round(r * 100) as ClosedTrade['netCents'],
  riskCents: 100 as ClosedTrade['riskCents'],
  reason: r > 0 ? 'target' : 'stop',
})
