import type { EpochMs } from '../../contracts/primitives.ts'
import { msToDeadHours, msToWeekend } from '../market/session-clock.ts'
import { nextSilenceMs } from '../overlay/news.ts'
import { WEEKEND_MS } from '../overlay/overlay.ts'
import type { ShotInputs } from './shot.ts'

/**
 * Until when an order may wait for a mission that may be shot at now: as long as the mission lasts, and no further than the next hours
 * and announcements that let no shot through, so that it is gone by then without the app too.
 */
export function waitsUntil({
  mission,
  marketMs,
  calendar,
  newsMinutes,
}: Pick<ShotInputs, 'mission' | 'marketMs' | 'calendar' | 'newsMinutes'>): EpochMs {
  const newsMs = nextSilenceMs(calendar, mission.pair, marketMs, newsMinutes)
  return Math.min(
    mission.expiresMs,
    marketMs + msToDeadHours(marketMs),
    marketMs + msToWeekend(marketMs) - WEEKEND_MS,
    newsMs ?? Number.POSITIVE_INFINITY,
  ) as EpochMs
}
