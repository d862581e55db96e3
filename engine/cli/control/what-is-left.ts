/** Whether everything that BITTEN opened is closed, as far as the desk can know. */
import type { ControlStatus } from '../../contracts/control.ts'
import { positionText } from './status-text.ts'

/** What keeps it from being so, as whole sentences; empty: nothing. A desk that can't see doesn't say that there is nothing. */
export function whatIsLeft({ engine, desk }: ControlStatus): readonly string[] {
  if (engine !== 'running' || desk === null) return [`The engine can't say what is open (${engine}).`]
  const positions = desk.positions.filter(({ external }) => !external)
  const orders = desk.orders.filter(({ external }) => !external)
  const live = desk.links.filter(({ state }) => state === 'live')
  const away = desk.links.filter(({ state }) => state === 'down')
  return [
    ...positions.map(position => `Still open: ${positionText(position)}.`),
    ...orders.map(({ order, state }) => `Order ${order} is ${state}.`),
    ...(live.length === 0 ? ['No terminal is linked.'] : []),
    ...live
      .filter(({ armed }) => !armed)
      .map(({ terminal }) => `What is open at ${terminal} is still being compared.`),
    ...away.map(({ terminal }) => `${terminal} is not linked, so nobody knows what is open there.`),
  ]
}
