import type { EventOf } from '../../contracts/events.ts'
import type { EpochMs } from '../../contracts/primitives.ts'
import { award } from './award.ts'
import {
  accountOf,
  countOnce,
  kindOf,
  type AccountRecord,
  type Campaign,
  type KindBook,
} from './campaign-book.ts'
import { emptyDay, emptyWeek, loginDay } from './day-facts.ts'
import { presentDay } from './day-name.ts'
import { turnTo } from './turn.ts'
import { XP } from './xp.ts'

/** Below its peak, of the peak: deeper than this, an account is no longer well kept. */
const SHALLOW = 0.05

/** What the account is worth, and with it which trading day it is. */
export function equityMarked(campaign: Campaign, event: EventOf<'equityMarked'>): void {
  const { account, loginHash, dayMs, equityCents, transfersCents = null } = event
  const book = kindOf(campaign, account)
  // Another training ground may begin in an earlier year; a day that was paid is not paid again.
  const isNew = !book.accounts.has(loginHash)
  if (account === 'simulated' && isNew && dayMs < book.day.dayMs) startAnew(book)
  measureDepth(accountOf(book, loginHash), equityCents, transfersCents)
  turnTo(book, dayMs)
}

function startAnew(book: KindBook): void {
  book.day = emptyDay(0)
  book.week = emptyWeek(0)
}

/** By results: what was paid in or out is no part of it. Too deep, and the account is measured anew from there. */
function measureDepth(record: AccountRecord, equityCents: number, transfersCents: number | null): void {
  const { peak } = record
  const reached = equityCents - paidSince(peak, transfersCents)
  const isTooDeep = peak !== null && reached < peak.equityCents * (1 - SHALLOW)
  if (isTooDeep) record.clean = []
  if (peak === null || isTooDeep || reached > peak.equityCents) record.peak = { equityCents, transfersCents }
  else if (peak.transfersCents === null) record.peak = { ...peak, transfersCents }
}

/** Nothing where one of the two marks does not say: older ledgers and older terminals do not. */
const paidSince = (peak: AccountRecord['peak'], transfersCents: number | null): number =>
  peak === null || peak.transfersCents === null || transfersCents === null
    ? 0
    : transfersCents - peak.transfersCents

export function guardRaised(campaign: Campaign, event: EventOf<'guardRaised'>): void {
  const { account, loginHash, guard, atMs } = event
  const book = kindOf(campaign, account)
  if (!countOnce(book, `raised ${guard} ${loginHash} ${atMs}`)) return
  const of = loginDay(book.day, loginHash)
  if (guard === 'TILT_WARNING' || guard === 'TILT_LOCKOUT' || guard === 'MEDIC') of.warned = true
  if (guard === 'TILT_WARNING' || guard === 'TILT_LOCKOUT') of.tilt = 'watched'
  if (guard !== 'DAILY_STOP' && guard !== 'DRAWDOWN_STOP') return
  book.day.stops++
  accountOf(book, loginHash).clean = []
}

/** The lockout was sat out. A warning ends with the day: turn.ts. */
export function guardEnded(
  campaign: Campaign,
  { account, loginHash, guard, atMs }: EventOf<'guardEnded'>,
): void {
  const book = kindOf(campaign, account)
  if (!countOnce(book, `ended ${guard} ${loginHash} ${atMs}`)) return
  if (guard !== 'TILT_LOCKOUT' || loginDay(book.day, loginHash).tilt !== 'watched') return
  standDown(book, presentDay(book.day.dayMs), atMs)
}

/** Stopping at tilt is paid once a day. */
function standDown(book: KindBook, day: string, atMs: EpochMs): void {
  award(book, { key: `stood-down:${day}`, reason: 'STOOD_DOWN', xp: XP.STOOD_DOWN, atMs })
}
