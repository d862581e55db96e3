import type { AccountKind, Cents, EpochMs } from '../../contracts/index.ts'
import type { AccountView, CalendarView, CampaignView, FireView } from '../../contracts/views.ts'
import { inShort } from '../../domain/campaign/campaign-states.ts'
import { dailyLimitCents } from '../../domain/fire/guards/daily.ts'
import { comingNews } from '../../domain/overlay/coming-news.ts'
import { limitsAfter, limitsFor } from '../../domain/fire/ranks.ts'
import { bookFor } from '../book/book.ts'
import type { Desk } from '../desk.ts'
import { guardViews } from '../guards/guard-views.ts'
import { dayBegan, netTodayCents } from '../guards/guards-of.ts'
import { limitsOf } from '../book/limits-desk.ts'
import type { TerminalDesk } from '../terminals/terminal-desk.ts'
import { consentViews } from './all-terminals.ts'
import { autoView } from './auto-view.ts'

export function accountView({ account }: TerminalDesk): AccountView | null {
  if (!account) return null
  const { currency, balance, equity, freeMargin, kind, leverage } = account
  return { currency, balanceCents: balance, equityCents: equity, freeMarginCents: freeMargin, kind, leverage }
}

/** As many announcements as a person looks ahead. */
const MOST_COMING = 10

/** Only a calendar that reaches over now counts as one. */
export function calendarView(desk: Desk, terminal: TerminalDesk | undefined): CalendarView | null {
  const known = terminal && desk.calendars.of(terminal)
  if (!known || terminal.marketMs < known.fromMs || terminal.marketMs >= known.toMs) return null
  const coming = comingNews(known, terminal.marketMs, MOST_COMING).map(
    ({ timeMs, currency, importance, name }) => ({ timeMs, currency, importance, name }),
  )
  return { source: known.source, toMs: known.toMs as EpochMs, coming }
}

export function campaignView(desk: Desk, kind: AccountKind): CampaignView {
  const xp = desk.state.xp.get(kind) ?? 0
  const { rank, xp: rankXp } = limitsFor(xp)
  const next = limitsAfter(rank)
  const last = desk.state.xpNotes.get(kind) ?? []
  const level = { rank, xp, rankXp, nextRankXp: next?.xp ?? null, nextRank: next?.rank ?? null, last, kind }
  return { ...level, ...inShort(desk.state.campaign, kind) }
}

export function fireView(desk: Desk, terminal: TerminalDesk | undefined): FireView {
  const { selector, paused } = desk.state
  const limits = terminal ? limitsOf(desk, terminal) : limitsFor(0)
  const book = terminal && bookFor(desk, terminal, 'EURUSD', '')
  const day = terminal ? dayBegan(desk, terminal) : null
  const net = terminal ? netTodayCents(desk, terminal) : 0
  return {
    selector,
    paused,
    shotsToday: book?.shotsToday ?? 0,
    shotsLimit: limits.shotsADay,
    openTrades: book?.openTrades ?? 0,
    openLimit: limits.openTrades,
    lossTodayCents: Math.max(0, -net) as Cents,
    lossLimitCents: day
      ? (dailyLimitCents(day.balanceCents, day.equityCents, limits.dailyLossPct) as Cents)
      : null,
    openRiskCents: (book?.openRiskCents ?? 0) as Cents,
    guards: guardViews(desk),
    auto: autoView(desk, terminal),
    consents: consentViews(desk),
  }
}
