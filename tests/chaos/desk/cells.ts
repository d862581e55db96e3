/** Every fault at every step of an order's journey: a run has one of these cells for its main accident. */

/** In the order of the journey. Between two of them the app, the terminal or the road may end. */
export const STEPS = [
  'issued', 'judged', 'recorded', 'committed', 'sent', 'told', 'arrived', 'at the broker', 'placed', 'verdict back', 'waiting',
  'filled at its price', 'taken back', 'cancel back', 'deal back', 'filled', 'acknowledged', 'managed', 'close requested', 'closed',
  'flatten',
] as const // prettier-ignore
export type Step = (typeof STEPS)[number]

/** Where only an order goes that waits at the broker: its verdict there and on the app's disk, its fill, and its taking back. */
export const WAITING_STEPS: readonly Step[] = [
  'placed',
  'waiting',
  'filled at its price',
  'taken back',
  'cancel back',
]

/** What the next order that passes the broker's checks is answered with. */
export const MANNERS = [
  'requote', 'reject', 'noMoney', 'marketClosed', 'tradeDisabled', 'timeoutLost', 'timeoutExecuted', 'partial',
] as const // prettier-ignore

/** What the terminal does with the next such fact that it tells. */
export const LIES = [
  'verdict twice', 'deal without verdict', 'verdict after deal', 'deal twice', 'answer lost', 'snapshot misses a position',
  'snapshot shows a stranger', 'tick value 0', 'negative spread', 'price of 0 or NaN', 'orders list misses ours',
  'orders list shows a stranger', 'cancelled although filled',
] as const // prettier-ignore
export type Lie = (typeof LIES)[number]

/** Lies that need an order of ours that waits. */
export const WAITING_LIES: readonly Fault[] = ['orders list misses ours', 'cancelled although filled']

const EVENTS = [
  'host killed', 'worker killed', 'worker hangs', 'computer sleeps', 'computer clock ahead', 'computer clock back', 'link lost',
  'two windows', 'Telegram and window', 'settings changed', 'disk full', '10,000 events', 'paused', 'first dead hours of summer',
  'first dead hours of winter', 'Friday close',
] as const // prettier-ignore

export type Fault = (typeof EVENTS)[number] | Lie | `broker: ${(typeof MANNERS)[number]}`

export const FAULTS: readonly Fault[] = [
  ...EVENTS,
  ...LIES,
  ...MANNERS.map(manner => `broker: ${manner}` as const),
]

export type Cell = Readonly<{ fault: Fault; step: Step }>

export const nameOf = ({ fault, step }: Cell): string => `${fault} @ ${step}`

const ENDED = 'nothing is fired after the flatten of a run that ends with it'

/** Why a fault cannot happen at a step; null when it can. */
export function impossible({ fault, step }: Cell): string | null {
  const isLast = step === 'flatten'
  if (WAITING_LIES.includes(fault) && isLast)
    return 'nothing waits after the flatten of a run that ends with it'
  if (fault === 'settings changed' && isLast) return ENDED
  if (fault === 'paused' && isLast) return ENDED
  return null
}

const ALL = FAULTS.flatMap(fault => STEPS.map((step): Cell => ({ fault, step })))

export const CELLS: readonly Cell[] = ALL.filter(cell => impossible(cell) === null)
export const IMPOSSIBLE: Readonly<Record<string, string>> = Object.fromEntries(
  ALL.flatMap(cell => {
    const reason = impossible(cell)
    return reason === null ? [] : [[nameOf(cell), reason]]
  }),
)
