/** What is open and what waits at every terminal that is linked, each once: two terminals may show one account. */
import type { OrderView, PositionView } from '../../contracts/views.ts'
import type { Desk } from '../desk.ts'
import type { TerminalDesk } from '../terminals/terminal-desk.ts'
import { orderViews } from './order-view.ts'
import { positionViews } from './trade-view.ts'

/** All that are linked; else the first that ever was, as it was last seen. */
export function shownTerminals({ terminals }: Desk): readonly TerminalDesk[] {
  const all = [...terminals.values()]
  const linked = all.filter(terminal => terminal.up)
  return linked.length > 0 ? linked : all.slice(0, 1)
}

/** By the first terminal of each account. */
export const allPositions = (desk: Desk): PositionView[] =>
  firstOfEach(shownTerminals(desk), ({ hello }) => hello.loginHash).flatMap(terminal =>
    positionViews(desk, terminal),
  )

/** An order is told by its own terminal, so every one of an account is asked. */
export const allOrders = (desk: Desk): OrderView[] =>
  firstOfEach(
    shownTerminals(desk).flatMap(terminal =>
      orderViews(desk, terminal).map(view => ({ view, account: terminal.hello.loginHash })),
    ),
    ({ view, account }) => `${account} ${view.order}`,
  ).map(({ view }) => view)

function firstOfEach<T>(all: readonly T[], keyOf: (each: T) => string): T[] {
  const firsts = new Map<string, T>()
  for (const each of all) if (!firsts.has(keyOf(each))) firsts.set(keyOf(each), each)
  return [...firsts.values()]
}
