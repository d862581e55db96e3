import type { ReplayDay, ReplayMission, ReplayTrade } from '../../../../engine/contracts/replay-day.ts'

export const SPEEDS = [1, 5, 20, 60] as const
export type Speed = (typeof SPEEDS)[number]

/** How far a day has been played: so many of its minutes are shown, one at least. */
export type ReplayClock = Readonly<{
  shown: number
  isPlaying: boolean
  /** Minutes a second. */
  speed: Speed
  /** Part of a minute that is owed to the next look. */
  owed: number
}>

export const AT_START: ReplayClock = { shown: 1, isPlaying: false, speed: 5, owed: 0 }
const MINUTE_MS = 60_000

const within = (shown: number, day: ReplayDay): number => Math.min(day.bars.length, Math.max(1, shown))

/** By hand, which stops what plays. */
export const goneTo = (clock: ReplayClock, shown: number, day: ReplayDay): ReplayClock => ({
  ...clock,
  shown: within(shown, day),
  isPlaying: false,
  owed: 0,
})

/** A day that is over is begun again. */
export const toggled = (clock: ReplayClock, day: ReplayDay): ReplayClock => ({
  ...clock,
  isPlaying: !clock.isPlaying,
  shown: !clock.isPlaying && clock.shown >= day.bars.length ? 1 : clock.shown,
  owed: 0,
})

/** So much later on the wall; at its end the day stands still. */
export function advanced(clock: ReplayClock, elapsedMs: number, day: ReplayDay): ReplayClock {
  if (!clock.isPlaying) return clock
  const due = clock.owed + (elapsedMs * clock.speed) / 1_000
  const shown = within(clock.shown + Math.floor(due), day)
  return { ...clock, shown, owed: due % 1, isPlaying: shown < day.bars.length }
}

/** How late it is on the day: the newest candle that is shown is over. */
export const nowOf = ({ shown }: Pick<ReplayClock, 'shown'>, { bars }: ReplayDay): number =>
  (bars[shown - 1]?.openMs ?? 0) + MINUTE_MS

/** Minutes that are shown when it is so late. */
export function shownAt(atMs: number, { bars }: ReplayDay): number {
  const after = bars.findIndex(({ openMs }) => openMs + MINUTE_MS >= atMs)
  return after === -1 ? bars.length : after + 1
}

/** When the next mission is issued; null: none is on this day. */
export const nextMissionMs = (nowMs: number, { missions }: ReplayDay): number | null =>
  missions.find(({ issuedMs }) => issuedMs > nowMs)?.issuedMs ?? null

export type Happening =
  | Readonly<{ is: 'issued'; atMs: number; mission: ReplayMission }>
  | Readonly<{ is: 'opened' | 'closed'; atMs: number; trade: ReplayTrade }>

/** What has happened by then, oldest first; of what comes nothing is told. */
export function happenedBy(nowMs: number, { missions, trades }: ReplayDay): readonly Happening[] {
  const all: readonly Happening[] = [
    ...missions.map(mission => ({ is: 'issued', atMs: mission.issuedMs, mission }) as const),
    ...trades.map(trade => ({ is: 'opened', atMs: trade.openMs, trade }) as const),
    ...trades.map(trade => ({ is: 'closed', atMs: trade.closeMs, trade }) as const),
  ]
  return all.filter(({ atMs }) => atMs <= nowMs).toSorted((a, b) => a.atMs - b.atMs)
}

/** The trade that was opened last of those that are open. */
export function openBy(happened: readonly Happening[]): ReplayTrade | null {
  const of = (is: 'opened' | 'closed') => happened.flatMap(one => (one.is === is ? [one.trade] : []))
  const over = of('closed').map(({ order }) => order)
  return of('opened').findLast(({ order }) => !over.includes(order)) ?? null
}
