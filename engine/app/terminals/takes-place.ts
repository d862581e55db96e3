import { TAKES } from '../../contracts/wire/index.ts'
import type { TerminalDesk } from './terminal-desk.ts'

const [PLACE_UNTIL] = TAKES

/** Its session carries `place`, `cancel` and `orders`; to any other one neither is sent. */
export const takesPlace = ({ road, hello }: Pick<TerminalDesk, 'road' | 'hello'>): boolean =>
  road === 'zmq' && hello.takes?.includes(PLACE_UNTIL) === true

/** Why no order may wait there; null: they may. */
export function whyNoWaiting(terminal: Pick<TerminalDesk, 'road' | 'hello'>): string | null {
  const { road, hello } = terminal
  if (road !== 'zmq') return 'Orders that wait do not travel on the road that this terminal is on.'
  if (!takesPlace(terminal))
    return `${hello.program} takes no orders that wait, or is older than this app: compile the Expert Advisor that came with the app (F7 in MetaEditor) and put it on the chart.`
  if (hello.margin === 'netting')
    return 'This account nets its positions: an order that waits could be filled into a position that is not ours.'
  return null
}
