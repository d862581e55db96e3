import type { EventOf, StoredEvent } from '../../../contracts/events.ts'
import type { GhostReason, GhostReport, GhostRow, GhostsQuery } from '../../../contracts/ghosts.ts'
import type { AccountKind, EpochMs } from '../../../contracts/primitives.ts'
import { msIntoWeek, tradingDayMs } from '../../market/session-clock.ts'
import { ghostFigures, type DayOfGhosts } from './ghost-figures.ts'
import { GhostSums, type DaySum } from './ghost-sums.ts'

type Reason = Readonly<{ reason: GhostReason; key: string; sums: GhostSums }>
/** In `all` those are marked of which a part was read from bars, in a reason those that nothing else kept back. */
type Kind = Readonly<{ all: GhostSums; reasons: Map<string, Reason> }>

type Asked = Omit<ReturnType<typeof GhostsQuery.parse>, 'kind'>

/** The words of people may be anything: so many rows are kept by their words, and the rest together. */
const MOST_WORDS = 40
const OTHER_WORDS = 'other words'

/**
 * What became of the missions that were not taken, by what kept them back. Sums by trading day are kept and no ghost by itself, so
 * that years of them stay small. Ghosts are never results: no other book adds them up.
 */
export class GhostBook {
  readonly #kinds = new Map<AccountKind, Kind>()

  take({ event }: StoredEvent): void {
    if (event.kind !== 'ghostEnded') return
    const kind = this.#of(event.account)
    const dayMs = tradingDayMs(event.endedMs)
    kind.all.add(dayMs, event.r, event.by === 'bars')
    const why = event.why.length > 0 ? [...new Set(event.why)] : ['']
    for (const key of why) reasonOf(kind, event.notTaken, key).sums.add(dayMs, event.r, why.length === 1)
  }

  report({ account, fromMs, toMs }: Asked): GhostReport {
    const kind = this.#kinds.get(account)
    const days = kind?.all.between(fromMs, toMs) ?? []
    const rows = [...(kind?.reasons.values() ?? [])].flatMap(reason => rowOf(reason, fromMs, toMs))
    return {
      account,
      fromMs,
      toMs,
      all: ghostFigures(sumsOf(days)),
      rows: rows.toSorted((a, b) => b.n - a.n || (a.key < b.key ? -1 : 1)),
      weeks: weeksOf(days),
      byBars: days.reduce((sum, [, day]) => sum + day.marked, 0),
    }
  }

  #of(account: AccountKind): Kind {
    const kind = this.#kinds.get(account) ?? { all: new GhostSums(), reasons: new Map() }
    this.#kinds.set(account, kind)
    return kind
  }
}

function reasonOf({ reasons }: Kind, reason: EventOf<'ghostEnded'>['notTaken'], key: string): Reason {
  const isKnown = reasons.has(`${reason} ${key}`)
  const isFull = reason === 'declined' && !isKnown && wordsIn(reasons) >= MOST_WORDS
  const name = isFull ? OTHER_WORDS : key
  const known = reasons.get(`${reason} ${name}`) ?? { reason, key: name, sums: new GhostSums() }
  reasons.set(`${reason} ${name}`, known)
  return known
}

const wordsIn = (reasons: ReadonlyMap<string, Reason>): number =>
  [...reasons.values()].filter(({ reason }) => reason === 'declined').length

type Day = readonly [dayMs: number, DaySum]

const sumsOf = (days: readonly Day[]): DayOfGhosts[] => days.map(([, day]) => day)

function rowOf({ reason, key, sums }: Reason, fromMs: number, toMs: number): GhostRow[] {
  const days = sumsOf(sums.between(fromMs, toMs)) as DaySum[]
  if (days.length === 0) return []
  const alone = days.filter(day => day.marked > 0).map(day => ({ n: day.marked, sumR: day.markedR }))
  return [{ reason, key, ...ghostFigures(days), alone: ghostFigures(alone) }]
}

function weeksOf(days: readonly Day[]): GhostReport['weeks'] {
  const weeks = new Map<number, DayOfGhosts[]>()
  for (const [dayMs, day] of days) {
    const weekMs = dayMs - msIntoWeek(dayMs)
    weeks.set(weekMs, [...(weeks.get(weekMs) ?? []), day])
  }
  return [...weeks]
    .toSorted(([a], [b]) => a - b)
    .map(([weekMs, of]) => ({ weekMs: weekMs as EpochMs, ...ghostFigures(of) }))
}
