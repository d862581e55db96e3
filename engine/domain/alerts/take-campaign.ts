/** Reports, badges and ranks. They belong to a kind of account. */
import type { AlertFact } from '../../contracts/alerts.ts'
import { BadgeName } from '../../contracts/badges.ts'
import type { EventOf } from '../../contracts/events.ts'
import { AWARD_WORDS } from '../campaign/award.ts'
import { addXp } from '../campaign/xp.ts'
import { limitsFor } from '../fire/ranks.ts'
import { tell, type Taking } from './telling.ts'

export function reportTold(taking: Taking, { report, account, dueMs, text }: EventOf<'reportTold'>): void {
  const kind = report === 'drill' ? 'drillReport' : 'sitrep'
  const fact: AlertFact = { kind, account, report, dueMs, text }
  tell(taking, `report:${report}:${account}:${dueMs}`, { fact, at: null, over: true })
}

/** A rank is reached where the XP that the ledger has told reach it: the same sum as everywhere. */
export function xpAwarded(taking: Taking, event: EventOf<'xpAwarded'>): void {
  const { account } = event
  const { xp: told } = taking.state
  const before = told.get(account) ?? 0
  const xp = addXp(before, event.xp)
  told.set(account, xp)
  sayBadge(taking, event)
  const { rank } = limitsFor(xp)
  const { rank: rankBefore } = limitsFor(before)
  if (rank === rankBefore) return
  const fact: AlertFact = { kind: 'rank', account, rank, before: rankBefore, xp }
  tell(taking, `rank:${account}:${rank}`, { fact, at: null, over: true })
}

/** As domain/campaign/badges names what it pays for. */
const BADGE_KEY = 'badge:'

function sayBadge(
  taking: Taking,
  { account, reason, key = '', xp, text = AWARD_WORDS[reason] }: EventOf<'xpAwarded'>,
): void {
  const badge = BadgeName.options.find(name => key === `${BADGE_KEY}${name}`)
  if (reason !== 'BADGE' || badge === undefined) return
  const fact: AlertFact = { kind: 'badge', account, badge, xp, text }
  tell(taking, `badge:${account}:${badge}`, { fact, at: null, over: true })
}
