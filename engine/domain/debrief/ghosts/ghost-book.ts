import type { EventOf } from '../../../contracts/events.ts'
import type { GhostReason, GhostReport, GhostRow, GhostsQuery } from '../../../contracts/ghosts.ts'
import type { AccountKind, EpochMs } from '../../../contracts/primitives.ts'
import { msIntoWeek, tradingDayMs } from '../../market/session-clock.ts'
import { GhostFigurer, type DayOfGhosts } from './ghost-figures.ts'
import { GhostOutcomes } from './ghost-outcomes.ts'
import { GhostSums } from './ghost-sums.ts'

type Reason = Readonly<{ reason: GhostReason; key: string; sums: GhostSums }>
/** In `all` those are marked of which a part was read from bars, in a reason those that nothing else kept back. */
type Kind = Readonly<{ all: GhostSums; reasons: Map<string, Reason>; outcomes: GhostOutcomes }>

/** What of a ghost's end is summed up. */
export type GhostLine = Readonly<
  Pick<EventOf<'ghostEnded'>, 'account' | 'endedMs' | 'r' | 'notTaken' | 'why' | 'by' | 'outcome'> & {
    p?: number | null | undefined
  }
>

/** The words of people may be anything: so many rows are kept by their words, and the rest together. */
const MOST_WORDS = 40
const OTHER_WORDS = 'other words'

/**
 * What became of the missions that were not taken, by what kept them back. Sums by trading day are kept, and of a single ghost only
 * what was said of it and whether that was met, so that years of them stay small. Ghosts are never results: no other book adds them up.
 */
export class GhostBook {
  readonly #kinds = new Map<AccountKind, Kind>()

  take({ account, endedMs, r, notTaken, why, by, outcome, p }: GhostLine): void {
    const kind = this.#of(account)
    const dayMs = tradingDayMs(endedMs)
    kind.all.add(dayMs, r, by === 'bars')
    if (typeof p === 'number') kind.outcomes.add(dayMs, p, outcome === 'target')
    const keys = why.length > 0 ? [...new Set(why)] : ['']
    for (const key of keys) reasonOf(kind, notTaken, key).sums.add(dayMs, r, keys.length === 1)
  }

  report({ account, fromMs, toMs }: Omit<GhostsQuery, 'kind'>): GhostReport {
    const kind = this.#kinds.get(account)
    const days = kind?.all.between(fromMs, toMs) ?? []
    const figures = new GhostFigurer(days.map(({ dayMs }) => dayMs))
    const rows = [...(kind?.reasons.values() ?? [])].flatMap(reason => rowOf(reason, fromMs, toMs, figures))
    return {
      account,
      fromMs,
      toMs,
      all: figures.of(days),
      rows: rows.toSorted((a, b) => b.n - a.n || (a.key < b.key ? -1 : 1)),
      weeks: weeksOf(days, figures),
      calibration: (kind?.outcomes ?? new GhostOutcomes()).calibration(fromMs, toMs),
      byBars: days.reduce((sum, day) => sum + day.marked, 0),
    }
  }

  #of(account: AccountKind): Kind {
    const kind = this.#kinds.get(account) ?? {
      all: new GhostSums(),
      reasons: new Map(),
      outcomes: new GhostOutcomes(),
    }
    this.#kinds.set(account, kind)
    return kind
  }
}

function reasonOf({ reasons }: Kind, reason: GhostReason, key: string): Reason {
  const isKnown = reasons.has(`${reason} ${key}`)
  const isFull = reason === 'declined' && !isKnown && wordsIn(reasons) >= MOST_WORDS
  const name = isFull ? OTHER_WORDS : key
  const known = reasons.get(`${reason} ${name}`) ?? { reason, key: name, sums: new GhostSums() }
  reasons.set(`${reason} ${name}`, known)
  return known
}

const wordsIn = (reasons: ReadonlyMap<string, Reason>): number =>
  [...reasons.values()].filter(({ reason }) => reason === 'declined').length

function rowOf(
  { reason, key, sums }: Reason,
  fromMs: number,
  toMs: number,
  figures: GhostFigurer,
): GhostRow[] {
  const days = sums.between(fromMs, toMs)
  if (days.length === 0) return []
  const alone = days.filter(({ marked }) => marked > 0)
  const aloneDays = alone.map(({ dayMs, marked, markedR }) => ({ dayMs, n: marked, sumR: markedR }))
  return [{ reason, key, ...figures.of(days), alone: figures.of(aloneDays) }]
}

function weeksOf(days: readonly DayOfGhosts[], figures: GhostFigurer): GhostReport['weeks'] {
  const weeks = new Map<number, DayOfGhosts[]>()
  for (const day of days) {
    const weekMs = day.dayMs - msIntoWeek(day.dayMs)
    const known = weeks.get(weekMs)
    if (known) known.push(day)
    else weeks.set(weekMs, [day])
  }
  return [...weeks].map(([weekMs, of]) => ({ weekMs: weekMs as EpochMs, ...figures.of(of) }))
}
