import type { OrderView } from '../../engine/contracts/open-trade-views.ts'
import { orderStateWords, sideWords } from './words.ts'

const named = ({ side, symbol }: OrderView) => `${sideWords[side]} ${symbol}`

export const ordersCopy = {
  inFlight: 'Orders in flight',
  waiting: 'Waiting at the broker',
  /** Where an order stands, in one phrase. */
  state: ({ state, waits }: OrderView) =>
    waits !== null && state === 'waiting' ? `Waits at ${waits.price}` : orderStateWords[state],
  sinceTitle: (time: string) => `Since ${time} UTC`,
  left: 'left',
  leftTitle: 'Market time until the broker removes it',
  forever: 'until it is taken back',
  external: 'Not ours',
  externalMeaning: 'Placed outside this app. It is never touched; with a stop it counts as exposure.',
  cancel: 'Cancel',
  cancelling: 'Asking',
  cancelName: (order: OrderView) => `Cancel ${named(order)}, ${ordersCopy.state(order)}`,
} as const

export const settleCopy = {
  open: 'Settle',
  name: (order: OrderView) => `Settle ${named(order)}`,
  title: 'End an order by hand',
  close: 'Leave it open',
  facts: { order: 'Order', lots: 'lots', terminal: 'Terminal', id: 'Its id' },
  happened:
    'The desk sent this order and counts it as open. The terminal has no trace of it any more: no position, no order that waits, and no deal in the broker’s history. Until it is ended here, nothing new is fired on this account.',
  firstTitle: 'Look in MetaTrader first',
  first: [
    'Trade tab: is there a position or an order of this symbol? Then it is not gone: close it there, and do not end it here.',
    'History tab, all history, by symbol: is there a deal of this size and time? Then let the terminal link again, and the desk counts it by itself.',
    'Neither? Ask your broker if you are not sure. There is no hurry: an order that is left open here does no harm but to hold fire.',
  ],
  consequence:
    'Ended here, it has no result: whatever it won or lost is counted nowhere. Not in the loss of the day, not in the limits, not in a figure of this desk. Only if a deal of it comes all the same is that counted.',
  send: 'End it without a result',
} as const
