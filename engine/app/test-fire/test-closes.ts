import type { OpenPosition } from '../../contracts/wire/index.ts'
import type { OrderState } from '../../contracts/vocabulary.ts'
import { pointsFromText } from '../../domain/market/price.ts'
import { isOurs, orderBehind } from '../book/exposure.ts'
import { keeperOf } from '../book/keeper.ts'
import type { OrderRecord } from '../desk-state.ts'
import type { Desk } from '../desk.ts'
import type { TerminalDesk } from '../terminals/terminal-desk.ts'

const FILLED: readonly OrderState[] = ['partlyFilled', 'filled', 'managed']

/**
 * Positions of test fires, which are closed as soon as their deal is known and the terminal shows them. By the ledger alone, so that one
 * of before a restart goes too.
 */
export function openTests(desk: Desk, terminal: TerminalDesk): OpenPosition[] {
  if (desk.state.tests.size === 0) return []
  return (terminal.positions ?? []).filter(position => {
    const order = testBehind(desk, terminal, position)
    return order !== null && FILLED.includes(order.state) && keeperOf(desk, order) === terminal
  })
}

/** Every snapshot is looked through: whether the stop stands at the broker is half of what is tested. */
export function noteStops(desk: Desk, terminal: TerminalDesk): void {
  if (desk.state.tests.size === 0) return
  for (const position of terminal.positions ?? []) {
    const order = testBehind(desk, terminal, position)
    if (!order || desk.stopsSeen.get(order.recorded.order)?.is === 'there') continue
    const is = hasItsStop(order, position) ? 'there' : 'none'
    desk.stopsSeen.set(order.recorded.order, { atMs: desk.ports.clock.now(), is })
  }
}

function testBehind(desk: Desk, terminal: TerminalDesk, position: OpenPosition): OrderRecord | null {
  const order = isOurs(position) ? orderBehind(desk, terminal, position) : null
  return order && desk.state.tests.has(order.recorded.mission) ? order : null
}

const hasItsStop = ({ recorded: { stop, digits } }: OrderRecord, position: OpenPosition): boolean =>
  position.stop !== null && pointsFromText(position.stop, digits) === stop
