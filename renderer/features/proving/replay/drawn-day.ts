import type { ReplayDay, ReplayMission } from '../../../../engine/contracts/replay-day.ts'
import type { Candle } from '../../../charts/candles/candles.ts'
import { AHEAD, bandsOf, edge, type Moment, type Row } from '../../../charts/candles/marks.ts'
import type { Drawn } from '../../../charts/candles/market-drawing.ts'
import { priceLines, type DrawnLevels } from '../../../charts/candles/price-lines.ts'
import { replayCopy } from '../../../copy/replay.ts'
import { happenedBy, nowOf, openBy, type Happening, type ReplayClock } from './replay-clock.ts'

/** As many as are seen well. */
const MOST = 180
const FRAME_MS = 60_000

/** The day as far as it has been played, with what has happened by then. */
export function drawnDay(day: ReplayDay, clock: Pick<ReplayClock, 'shown'>): Drawn {
  const unit = 10 ** day.digits
  const candles: readonly Candle[] = [...day.before, ...day.bars.slice(0, clock.shown)]
    .slice(-MOST)
    .map(({ openMs, open, high, low, close }) => ({
      openMs,
      open: open / unit,
      high: high / unit,
      low: low / unit,
      close: close / unit,
    }))
  const row: Row = { candles, frameMs: FRAME_MS }
  const nowMs = nowOf(clock, day)
  const fromMs = candles[0]?.openMs ?? 0
  const happened = happenedBy(nowMs, day)
  const last = candles.at(-1)
  return {
    candles,
    digits: day.digits,
    lines: priceLines(levelsOf(happened, nowMs, unit), last ? { price: last.close, isLive: false } : null),
    marks: {
      bands: bandsOf(
        day.sessions.filter(session => session.fromMs < nowMs && session.untilMs > fromMs),
        row,
      ),
      areas: [],
      moments: momentsOf(
        happened.filter(({ atMs }) => atMs >= fromMs),
        row,
      ),
      slots: candles.length + AHEAD,
    },
  }
}

/** Candles that a name needs beside its line. */
const ROOM = 14

/** Where two stand so close that their names would cover one another, the later one says both. */
function momentsOf(happened: readonly Happening[], row: Row): readonly Moment[] {
  return happened.reduce<readonly Moment[]>((moments, { is, atMs }) => {
    const [at, name] = [edge(row, atMs), replayCopy.marks[is]]
    const last = moments.at(-1)
    if (last === undefined || at - last.at > ROOM) return [...moments, { name, at }]
    return [...moments.slice(0, -1), { ...last, name: '' }, { name: `${last.name}, ${name}`, at }]
  }, [])
}

const NOTHING: DrawnLevels = { isOpen: false, entry: null, stop: null, target: null, cancels: null }

/** Of the trade that is open; else of the newest mission, until it expires or its own trade is over. */
function levelsOf(happened: readonly Happening[], nowMs: number, unit: number): DrawnLevels {
  const held = openBy(happened)
  if (held !== null) return { isOpen: true, entry: held.open / unit, ...planned(held, unit) }
  const plan = happened.findLast(one => one.is === 'issued')?.mission
  if (plan === undefined || plan.expiresMs <= nowMs) return NOTHING
  const wasTraded = happened.some(one => one.is !== 'issued' && one.trade.mission === plan.id)
  return wasTraded ? NOTHING : { isOpen: false, entry: plan.entry / unit, ...planned(plan, unit) }
}

const planned = ({ stop, target }: Pick<ReplayMission, 'stop' | 'target'>, unit: number) => ({
  stop: stop / unit,
  target: target / unit,
  cancels: null,
})
