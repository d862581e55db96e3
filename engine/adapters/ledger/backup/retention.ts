const DAY_MS = 86_400_000

/** How many days, weeks and months have a backup kept; the newest of each. Days and weeks (from Monday) are of UTC. */
const KEPT = { days: 7, weeks: 4, months: 12 } as const

/** Of backups made at these times, those that are kept, newest first. */
export function keptBackups(timesMs: readonly number[]): readonly number[] {
  const newestFirst = [...new Set(timesMs)].sort((a, b) => b - a)
  const kept = new Set([
    ...newestOfEach(newestFirst, dayOf, KEPT.days),
    ...newestOfEach(newestFirst, weekOf, KEPT.weeks),
    ...newestOfEach(newestFirst, monthOf, KEPT.months),
  ])
  return newestFirst.filter(timeMs => kept.has(timeMs))
}

/** True when there is none of the day yet. */
export const isBackupDue = (timesMs: readonly number[], nowMs: number): boolean =>
  !timesMs.some(timeMs => dayOf(timeMs) === dayOf(nowMs))

function newestOfEach(newestFirst: readonly number[], periodOf: (ms: number) => number, most: number) {
  const newest = new Map<number, number>()
  for (const timeMs of newestFirst) if (!newest.has(periodOf(timeMs))) newest.set(periodOf(timeMs), timeMs)
  return [...newest.values()].slice(0, most)
}

const dayOf = (ms: number): number => Math.floor(ms / DAY_MS)

/** 1 January 1970 was a Thursday. */
const weekOf = (ms: number): number => Math.floor((dayOf(ms) + 3) / 7)

function monthOf(ms: number): number {
  const date = new Date(ms)
  return date.getUTCFullYear() * 12 + date.getUTCMonth()
}
