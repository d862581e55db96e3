import type { CommandAnswer } from '../../contracts/commands.ts'
import type { AccountKind } from '../../contracts/primitives.ts'
import { ownLines } from '../../domain/squad/own-report.ts'
import { weekBefore } from '../../domain/squad/trading-week.ts'
import type { Desk } from '../desk.ts'
import { notDone, type Member } from './squad-turn.ts'

/** Signs what this ledger says of the last week that is over. Nothing is written down: the same week always gives the same figures. */
export function makeReport({ desk, dispatches, me, nowMs }: Member): CommandAnswer {
  const { squad, xp } = desk.state
  const { leader } = squad
  if (!leader) return notDone('NO_LEADER', 'You have enlisted with nobody: receive an invitation first.')
  const weekMs = weekBefore(nowMs)
  const facts = { squad, xp, currencyOf: (kind: AccountKind) => currencyOf(desk, kind) }
  const lines = ownLines(facts, weekMs, me.privacy)
  const body = { leader: leader.key, callSign: me.callSign, weekMs, madeMs: nowMs, lines }
  const dispatch = dispatches.write({ kind: 'report', body })
  return {
    is: 'done',
    text: `Your report on last week, for ${leader.callSign}. Send them its text.`,
    dispatch,
  }
}

/** Null where no terminal tells it now, or where they tell several. */
function currencyOf(desk: Desk, kind: AccountKind): string | null {
  const told = new Set<string>()
  for (const { account } of desk.terminals.values()) if (account?.kind === kind) told.add(account.currency)
  const [currency] = told
  return told.size === 1 && currency !== undefined && /^[A-Z]{3}$/.test(currency) ? currency : null
}
