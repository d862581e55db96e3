/** Whether everything that BITTEN opened is closed, as far as the desk can know. */
import type { ControlStatus } from '../../contracts/control.ts'
import { positionText } from './status-text.ts'

/** What keeps it from being so, as whole sentences; empty: nothing. A desk that can't see doesn't say that there is nothing. */
export function whatIsLeft({ engine, desk }: ControlStatus): readonly string[] {
  if (engine !== 'running' || desk === null) return [`The engine can't say what is open (${engine}).`]
  const own = desk.positions.filter(({ external }) => !external)
  // The desk shows the positions of the first linked terminal only.
  const [shown, ...unseen] = desk.links.filter(({ state }) => state === 'live')
  const away = desk.links.filter(({ state }) => state === 'down')
  return [
    ...own.map(position => `Still open: ${positionText(position)}.`),
    ...desk.orders.map(({ order, state }) => `Order ${order} is ${state}.`),
    ...(shown === undefined ? ['No terminal is linked.'] : []),
    ...(shown?.armed === false ? [`What is open at ${shown.terminal} is still being compared.`] : []),
    ...unseen.map(({ terminal }) => `Look at ${terminal} in MetaTrader: its positions are not shown here.`),
    ...away.map(({ terminal }) => `${terminal} is not linked, so nobody knows what is open there.`),
  ]
}
