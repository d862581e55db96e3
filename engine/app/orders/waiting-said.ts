import { keeperOf } from '../book/keeper.ts'
import type { Desk } from '../desk.ts'
import { takesPlace } from '../terminals/takes-place.ts'

/** A pause, and a selector on SAFE, take back what waits at the broker: the end of the turn does it, where the terminal can be told. */
export function waitingSaid(desk: Desk): string {
  const waiting = [...desk.state.waiting].flatMap(id => desk.state.orders.get(id) ?? [])
  const untold = waiting.filter(order => {
    const terminal = keeperOf(desk, order)
    return terminal?.up && !takesPlace(terminal)
  })
  const left = countText(untold.length)
  return [
    ...(waiting.length > untold.length ? [` Taking back ${countText(waiting.length - untold.length)}.`] : []),
    ...(untold.length > 0
      ? [` On its present road a terminal cannot be told to take back ${left}: do it in MetaTrader.`]
      : []),
  ].join('')
}

const countText = (count: number): string =>
  count === 1 ? 'the order that waits' : `${count} orders that wait`
