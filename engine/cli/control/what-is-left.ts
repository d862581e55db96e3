/** Whether everything that BITTEN opened is closed, as far as the desk can know. */
import type { ControlStatus } from '../../contracts/control.ts'
import { unseen } from '../../domain/words/unseen.ts'
import { positionText } from './status-text.ts'

/** What keeps it from being so, as whole sentences; empty: nothing. A desk that can't see doesn't say that there is nothing. */
export function whatIsLeft({ engine, desk }: ControlStatus): readonly string[] {
  if (engine !== 'running' || desk === null) return [`The engine can't say what is open (${engine}).`]
  const positions = desk.positions.filter(({ external }) => !external)
  const orders = desk.orders.filter(({ external }) => !external)
  return [
    ...positions.map(position => `Still open: ${positionText(position)}.`),
    ...orders.map(({ order, state }) => `Order ${order} is ${state}.`),
    ...(desk.links.every(({ state }) => state === 'down') ? ['No terminal is linked.'] : []),
    ...unseen(desk.links, ({ terminal }) => terminal),
  ]
}
