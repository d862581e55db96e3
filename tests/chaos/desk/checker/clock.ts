/** What an order's time forbids. The clock is looked at when it left: it may have been on its way when the hour struck. */
import type { Announcement, Fire, Terms } from './book.ts'
import { isDeadHour, isNearWeekend, newYork } from './new-york.ts'
import { NEWS_MINUTES } from './tables.ts'

const MINUTE_MS = 60_000

export function hours({ marketMs }: Fire, { travelMs }: Terms): string[] {
  const leftMs = marketMs - travelMs
  const { day, minute } = newYork(marketMs)
  const clock = `${day} ${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')} in New York`
  return [
    ...(isDeadHour(marketMs) && isDeadHour(leftMs) ? [`DEAD HOURS: ${clock}`] : []),
    ...(isNearWeekend(marketMs) && isNearWeekend(leftMs) ? [`WEEKEND: ${clock}`] : []),
  ]
}

export function isSilent({ importance, timeMs }: Announcement, marketMs: number): boolean {
  const minutes = importance === 'high' || importance === 'moderate' ? NEWS_MINUTES[importance] : null
  if (!minutes) return false
  return marketMs > timeMs - minutes.before * MINUTE_MS && marketMs < timeMs + minutes.after * MINUTE_MS
}

export function news(pair: string, { marketMs }: Fire, { travelMs, announcements }: Terms): string[] {
  return announcements
    .filter(({ currency }) => currency === pair.slice(0, 3) || currency === pair.slice(3))
    .filter(one => isSilent(one, marketMs) && isSilent(one, marketMs - travelMs))
    .map(({ currency, importance, timeMs }) => {
      const minutes = ((timeMs - marketMs) / MINUTE_MS).toFixed(1)
      return `NEWS: ${pair}, ${importance} announcement of ${currency} in ${minutes} min`
    })
}
