import type { DeskSettings } from '../../contracts/settings.ts'

export type Drawdown = NonNullable<DeskSettings['prop']['maxDrawdown']>

/** What a prop firm's account is held to. Of drawdowns there may be several on a day on which another one was set: all hold. */
export type PropLimits = Omit<DeskSettings['prop'], 'maxDrawdown'> &
  Readonly<{ drawdowns: readonly Drawdown[] }>

export const propLimits = ({ maxDrawdown, ...rest }: DeskSettings['prop']): PropLimits => ({
  ...rest,
  drawdowns: maxDrawdown ? [maxDrawdown] : [],
})

/** Of each the tighter, and every drawdown of both: which of two is the tighter depends on the highest equity. */
export const tighterProp = (one: PropLimits, other: PropLimits): PropLimits => ({
  dailyLossPct: lesser(one.dailyLossPct, other.dailyLossPct),
  newsMinutes: greater(one.newsMinutes, other.newsMinutes),
  flatByWeekend: one.flatByWeekend || other.flatByWeekend,
  drawdowns: [...one.drawdowns, ...other.drawdowns.filter(each => !isAmong(one.drawdowns, each))],
})

export const isAmong = (all: readonly Drawdown[], one: Drawdown): boolean =>
  all.some(each => covers(each, one) && covers(one, each))

/** Wherever `other` has been overrun, `one` has been too. */
export const covers = (one: Drawdown, other: Drawdown): boolean =>
  one.pct <= other.pct &&
  one.startBalanceCents >= other.startBalanceCents &&
  (one.by === 'trailing' || other.by === 'static')

/** Null is no limit. */
export const lesser = (one: number | null, other: number | null): number | null =>
  one === null || other === null ? (one ?? other) : Math.min(one, other)

const greater = (one: number | null, other: number | null): number | null =>
  one === null || other === null ? (one ?? other) : Math.max(one, other)
