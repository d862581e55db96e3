import type { GuardView } from '../../contracts/views.ts'
import type { GuardName } from '../../contracts/vocabulary.ts'
import { WEEK_MS } from '../../domain/market/civil.ts'
import { msIntoWeek } from '../../domain/market/session-clock.ts'
import { newsLocks } from '../../domain/overlay/news.ts'
import { hours } from '../../domain/overlay/overlay.ts'
import { heldLimits } from '../book/limits-desk.ts'
import { denialOf } from '../emergency/last-line.ts'
import type { Desk } from '../desk.ts'
import type { TerminalDesk } from '../terminals/terminal-desk.ts'
import { guardsOf } from './guards-of.ts'

type Row = Omit<GuardView, 'terminal'>

/** Everything that keeps new trades back or makes them smaller now, on every terminal that was linked since the start. */
export const guardViews = (desk: Desk): GuardView[] =>
  [...desk.terminals.values()].flatMap(terminal =>
    rowsOf(desk, terminal).map(row => ({ ...row, terminal: terminal.id })),
  )

const rowsOf = (desk: Desk, terminal: TerminalDesk): Row[] => [
  ...linkRows(desk, terminal),
  ...accountRows(desk, terminal),
  ...marketRows(desk, terminal),
]

const blocking = (guard: GuardName, text: string, leftMs: number | null = null): Row => ({
  guard,
  text,
  leftMs,
  blocks: true,
})

function linkRows(desk: Desk, terminal: TerminalDesk): Row[] {
  const { up, armed, reason } = terminal
  const denial = denialOf(desk, terminal)
  const rows: Row[] = []
  if (!up) rows.push(blocking('LINK_DOWN', 'The terminal is not linked.'))
  if (up && !armed) rows.push(blocking('RECONCILING', reason))
  if (desk.state.paused) rows.push(blocking('PAUSED', 'New trades are paused.'))
  if (denial !== null)
    rows.push(blocking('HALTED', `The terminal denies new trades: ${denial.replace(/^Halted: /, '')}`))
  return rows
}

/** One row a guard, whatever number of causes it has. */
function accountRows(desk: Desk, terminal: TerminalDesk): Row[] {
  const guards = new Map(
    guardsOf(desk, terminal)
      .toReversed()
      .map(guard => [guard.guard, guard] as const),
  )
  return [...guards.values()].toReversed().map(({ guard, code, text, untilMs }) => ({
    guard,
    text,
    leftMs: untilMs === null ? null : Math.max(0, untilMs - terminal.marketMs),
    blocks: code !== null,
  }))
}

/** The market's own: before its clock is known there is nothing to say. */
function marketRows(desk: Desk, terminal: TerminalDesk): Row[] {
  const { marketMs } = terminal
  if (marketMs <= 0) return []
  const { newsMinutes } = heldLimits(desk, terminal).prop
  const news = newsLocks(desk.calendars.of(terminal), marketMs, newsMinutes)
  const weekend = hours(marketMs).filter(({ code }) => code === 'WEEKEND_NEAR')
  return [
    ...news.map(({ text, untilMs }) => blocking('NEWS_LOCK', text, untilMs - marketMs)),
    ...weekend.map(({ text }) => blocking('WEEKEND_LOCK', text, WEEK_MS - msIntoWeek(marketMs))),
  ]
}
