/** What the gate says before there is a mission: its own rules, of account, day, hour, book and locks. */
import type { LinkCheck } from '../../contracts/link-report.ts'
import type { Denial, DenialCode } from '../../contracts/vocabulary.ts'
import { countRules } from '../../domain/fire/book-rules.ts'
import { riskUsedUp, unknownRisk } from '../../domain/fire/size-rules.ts'
import { lockRules } from '../../domain/fire/standing-rules.ts'
import { news } from '../../domain/overlay/news.ts'
import { hours } from '../../domain/overlay/overlay.ts'
import { bookFor } from '../book/book.ts'
import type { Desk } from '../desk.ts'
import { dayBegan } from '../guards/guards-of.ts'
import { guardViews } from '../guards/guard-views.ts'
import { standingOf } from '../orders/shot-desk.ts'
import type { TerminalDesk } from './terminal-desk.ts'

const NEXT: Readonly<Partial<Record<DenialCode, string>>> = {
  LIVE_LOCKED: 'Go through the checklist in docs/unverified.md first.',
  CONSENT_MISSING: 'Type the words in the War Room, when you want real money to be traded here.',
  SELECTOR_SAFE: 'Turn the selector to SELECT in the War Room.',
  PAUSED: 'Resume in the War Room.',
  EQUITY_UNKNOWN: 'Wait until the terminal has told the account, and a price.',
  CALENDAR_MISSING:
    'Let the terminal tell its calendar, or drop a file of announcements into the data folder.',
  TOTAL_RISK: 'Wait for one to close, or close one.',
  EXTERNAL_RISK: 'Give that position a stop in MetaTrader, or close it.',
  OPEN_TRADES: 'It ends with a trade that closes.',
  MEDIC_TRADES: 'It ends with a trade that closes.',
  SHOTS_TODAY: 'It ends with the trading day.',
  RATE_MINUTE: 'Wait a minute.',
  ONE_TERMINAL: 'It ends when the trades of the other terminal are closed.',
  DEAD_HOURS: 'It ends by itself.',
  WEEKEND_NEAR: 'It ends with the week-end.',
}
const GUARDED = 'See the guards in the War Room: what ends by itself is counted down there.'

/** They keep some pairs back, or make shots smaller. All else that a guard can say is among the gate's own rules. */
const PARTLY: ReadonlySet<string> = new Set(['NEWS_LOCK', 'TILT_WARNING', 'MEDIC'])

export function gateChecks(desk: Desk, terminal: TerminalDesk): LinkCheck[] {
  const denials = [...standing(desk, terminal), ...account(desk, terminal)].map(denial =>
    checkOf(denial, 'bad'),
  )
  const partly = guardViews(desk)
    .filter(({ terminal: id, guard }) => id === terminal.id && PARTLY.has(guard))
    .map(({ guard, text }): LinkCheck => ({ name: guard, is: 'warn', text, nextStep: GUARDED }))
  const rest = [...calendar(desk, terminal), ...partly]
  if (denials.length > 0) return [...denials, ...rest]
  const none = 'No lock, switch, guard or limit of the desk keeps shots back.'
  return [{ name: 'LOCKS', is: 'good', text: none, nextStep: null }, ...rest]
}

const checkOf = ({ code, text }: Denial, is: 'bad' | 'warn'): LinkCheck => ({
  name: code,
  is,
  text,
  nextStep: NEXT[code] ?? GUARDED,
})

function standing(desk: Desk, terminal: TerminalDesk): Denial[] {
  const stands = standingOf(desk, terminal)
  const book = bookFor(desk, terminal, 'EURUSD', '')
  return [
    ...lockRules(stands),
    ...countRules({ ...stands, book }),
    ...unknownRisk({ book }),
    ...riskUsedUp({ ...stands, book }, balanceOf(terminal)),
  ]
}

const balanceOf = ({ account }: TerminalDesk) => (account ? { balanceCents: account.balance } : null)

/** Before the market's clock is known there is no hour to judge. */
function account(desk: Desk, terminal: TerminalDesk): Denial[] {
  const ofHour = terminal.marketMs > 0 ? hours(terminal.marketMs) : []
  if (terminal.account === null || dayBegan(desk, terminal) !== null) return ofHour
  const text = 'What the account was worth when the day began is not known yet.'
  return [...ofHour, { code: 'EQUITY_UNKNOWN', text, value: null, limit: null }]
}

/** A drill is fired without one, and whoever has set it so is only warned. */
function calendar(desk: Desk, terminal: TerminalDesk): LinkCheck[] {
  if (!terminal.up) return []
  const { calendar: known, noCalendar, kind, newsMinutes } = standingOf(desk, terminal)
  const is = kind === 'simulated' || noCalendar === 'warn' ? 'warn' : 'bad'
  return news(known, 'EURUSD', terminal.marketMs, newsMinutes)
    .filter(({ code }) => code === 'CALENDAR_MISSING')
    .map(({ text }) => checkOf({ code: 'CALENDAR_MISSING', text, value: null, limit: null }, is))
}
