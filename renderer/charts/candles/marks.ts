import type { KeptBars } from '../../../engine/contracts/market-bars.ts'
import type { Mission } from '../../../engine/contracts/mission.ts'
import { momentNames, sessionNames } from '../../copy/chart.ts'
import type { Candle } from './candles.ts'

/** Across, in candles: the first one reaches from −0.5 to 0.5. */
type Stretch = Readonly<{ from: number; until: number }>
export type Band = Stretch & Readonly<{ name: string; shade: number }>
export type Area = Stretch & Readonly<{ name: string; low: number; high: number }>
export type Moment = Readonly<{ name: string; at: number }>
export type Marks = Readonly<{
  bands: readonly Band[]
  areas: readonly Area[]
  moments: readonly Moment[]
  /** How many candles there is room for. */
  slots: number
}>

/** Room behind the last candle: for what a plan still has before it, and for the names of its lines. */
export const AHEAD = 18
const SHADES = { ASIAN: 0, LONDON: 0.22, OVERLAP: 0.42, NEW_YORK: 0.22, ROLLOVER: 0.6, CLOSED: 0 } as const

type Plan = Pick<Mission, 'digits' | 'structure' | 'issuedMs' | 'timeExitMs'>

/** What lies behind and over the candles: sessions, what the setup saw, and when the mission was issued and ends. */
export function marksOf(plan: Plan, { sessions }: Pick<KeptBars, 'sessions'>, row: Row): Marks {
  return {
    bands: bandsOf(sessions, row),
    areas: areasOf(plan, row),
    moments: momentsOf(plan, row),
    slots: row.candles.length + AHEAD,
  }
}

export const bandsOf = (sessions: KeptBars['sessions'], row: Row): readonly Band[] =>
  sessions.map(({ session, fromMs, untilMs }) => ({
    name: sessionNames[session],
    shade: SHADES[session],
    from: edge(row, fromMs),
    // Up to the last candle of its own: the next one begins after the market's pause.
    until: edge(row, untilMs - 1) + 1,
  }))

export type Row = Readonly<{ candles: readonly Pick<Candle, 'openMs'>[]; frameMs: number }>

/** Candles stand side by side, whatever the market's pauses; behind the last one time runs on. −1: before the first. */
function slotOf({ candles, frameMs }: Row, atMs: number): number {
  const at = candles.findLastIndex(({ openMs }) => openMs <= atMs)
  const last = candles.at(-1)
  if (last === undefined || at < candles.length - 1) return at
  return at + Math.floor((atMs - last.openMs) / frameMs)
}

/** Where a moment lies: at the left edge of its candle. */
export const edge = (row: Row, atMs: number): number => slotOf(row, atMs) - 0.5

function areasOf({ structure, digits }: Plan, row: Row): Area[] {
  const unit = 10 ** digits
  return structure.flatMap(({ label, fromMs, toMs, low, high }) => {
    const [from, until] = [Math.max(-0.5, edge(row, fromMs)), edge(row, toMs)]
    // It was seen before the first candle.
    if (until <= -0.5) return []
    return [{ name: label, from, until: Math.max(from + 1, until), low: low / unit, high: high / unit }]
  })
}

function momentsOf({ issuedMs, timeExitMs }: Plan, row: Row): Moment[] {
  const moments = [
    { name: momentNames.issued, atMs: issuedMs },
    ...(timeExitMs === null ? [] : [{ name: momentNames.timeExit, atMs: timeExitMs }]),
  ]
  return moments
    .map(({ name, atMs }) => ({ name, at: edge(row, atMs) }))
    .filter(({ at }) => at >= 0 && at <= row.candles.length + AHEAD)
}
