import type { CommandAnswer } from '../../contracts/commands.ts'
import type { AccountKind, Ulid } from '../../contracts/primitives.ts'
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
  const facts = {
    squad,
    xp,
    currencyOf: (kind: AccountKind, orders: ReadonlySet<Ulid>) => currencyOf(desk, kind, orders),
  }
  const lines = ownLines(facts, weekMs, me.privacy)
  const body = { leader: leader.key, callSign: me.callSign, weekMs, madeMs: nowMs, lines }
  const dispatch = dispatches.write({ kind: 'report', body })
  return {
    is: 'done',
    text: `Your report on last week, for ${leader.callSign}. Send them its text.`,
    dispatch,
  }
}

/**
 * Of the accounts that the orders were fired on; of every one that is linked, where there are none. Null where an account is not linked
 * and so does not tell its currency, or where they tell several: two currencies are never added.
 */
function currencyOf({ terminals, state }: Desk, kind: AccountKind, orders: ReadonlySet<Ulid>): string | null {
  const linked = new Map<string, string>()
  for (const { hello, account } of terminals.values())
    if (account?.kind === kind) linked.set(hello.loginHash, account.currency)
  const logins = orders.size === 0 ? linked.keys() : [...orders].map(id => state.orders.get(id)?.loginHash)
  const told = new Set([...logins].map(login => linked.get(login ?? '') ?? ''))
  const [currency = ''] = told
  return told.size === 1 && /^[A-Z]{3}$/.test(currency) ? currency : null
}
