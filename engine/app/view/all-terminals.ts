/** What is open and what waits at every terminal that is linked, each once: two terminals may show one account. */
import type { AccountKind, TerminalId } from '../../contracts/index.ts'
import type { ConsentView } from '../../contracts/views.ts'
import type { OrderView, PositionView } from '../../contracts/open-trade-views.ts'
import type { Desk } from '../desk.ts'
import { consentNeeded } from '../orders/consent-desk.ts'
import type { TerminalDesk } from '../terminals/terminal-desk.ts'
import { orderViews } from './order-view.ts'
import { positionViews } from './position-view.ts'

/** All that are linked; while none is, all that ever were, as they were last seen. */
export function inSight({ terminals }: Desk): readonly TerminalDesk[] {
  const all = [...terminals.values()]
  const linked = all.filter(terminal => terminal.up)
  return linked.length > 0 ? linked : all
}

/** The terminal that was asked for while it is in sight, else the first. */
export function shownTerminal(desk: Desk, asked: TerminalId | null): TerminalDesk | undefined {
  const candidates = inSight(desk)
  return candidates.find(({ id }) => id === asked) ?? candidates[0]
}

const WORST_FIRST = ['live', 'contest', 'demo', 'simulated'] as const satisfies readonly AccountKind[]

/**
 * The kind of money that is most at stake, at terminals in sight and in what is open by the ledger at one that is gone; null without
 * a terminal.
 */
export function stakeOf(desk: Desk): AccountKind | null {
  const { exposed, orders } = desk.state
  const seen = inSight(desk).map(({ hello }) => hello.kind)
  if (seen.length === 0) return null
  const kinds = [...seen, ...[...exposed].map(id => orders.get(id)?.recorded.account)]
  return WORST_FIRST.find(kind => kinds.includes(kind)) ?? null
}

export const consentViews = (desk: Desk): ConsentView[] =>
  inSight(desk).flatMap(terminal => {
    const words = consentNeeded(desk, terminal)
    return words === null ? [] : [{ terminal: terminal.id, words }]
  })

/** What is open at one that is gone is open still: those that show something now, then those that did, the latest first. */
const everSeen = ({ terminals }: Desk): readonly TerminalDesk[] =>
  [...terminals.values()].toSorted((one, other) => seenMs(other) - seenMs(one))

const seenMs = ({ up, positions, lastSeen }: TerminalDesk): number =>
  up && positions ? Number.MAX_SAFE_INTEGER : (lastSeen?.atMs ?? 0)

/** By the first terminal of each account. */
export const allPositions = (desk: Desk): PositionView[] =>
  firstOfEach(everSeen(desk), ({ hello }) => hello.loginHash).flatMap(terminal =>
    positionViews(desk, terminal),
  )

/** An order is told by its own terminal, so every one of an account is asked; those that are gone only where none is linked. */
export const allOrders = (desk: Desk): OrderView[] => {
  const all = everSeen(desk)
  const linked = new Set(all.filter(({ up }) => up).map(({ hello }) => hello.loginHash))
  const views = all
    .filter(({ up, hello }) => up || !linked.has(hello.loginHash))
    .flatMap(terminal =>
      orderViews(desk, terminal).map(view => ({ view, account: terminal.hello.loginHash })),
    )
  return firstOfEach(views, ({ view, account }) => `${account} ${view.order}`).map(({ view }) => view)
}

function firstOfEach<T>(all: readonly T[], keyOf: (each: T) => string): T[] {
  const firsts = new Map<string, T>()
  for (const each of all) if (!firsts.has(keyOf(each))) firsts.set(keyOf(each), each)
  return [...firsts.values()]
}
