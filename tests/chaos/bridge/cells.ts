/** Every fault at every step: a run has one of these cells for its main accident. */
import { ACCIDENTS, type Accident } from './road.ts'
import type { AppStep } from './app-death.ts'

/** The same command once more, from an app gone mad: before and after what a journal is for. */
const AGAIN = [
  'at once',
  'after the EA died',
  'after the EA died twice',
  'after it was closed',
  'after it was buried',
] as const

/** What happens to a run; `waits`: its order waits at the broker instead of being fired. */
export type Cell = (
  | Readonly<{ is: 'message'; accident: Accident; type: string; early: boolean }>
  | Readonly<{ is: 'app'; step: AppStep; early: boolean }>
  | Readonly<{ is: 'program'; step: string; phase: 'before' | 'after' }>
  | Readonly<{ is: 'server'; fault: string; verbs: readonly string[] }>
  | Readonly<{ is: 'again'; when: (typeof AGAIN)[number] }>
  | Readonly<{ is: 'restart'; what: 'app' | 'program' | 'terminal' | 'computer' }>
) &
  Readonly<{ waits?: boolean }>

/** Messages of an order's journey, and of a handshake: for these the accident is planned before the link stands. */
const ORDER_MESSAGES = ['fire', 'verdict', 'deal', 'positions', 'account', 'ack', 'beat', 'ticks', 'busy']
const LINK_MESSAGES = ['hello', 'challenge', 'prove', 'welcome', 'specs', 'sync', 'synced']

const messages = (types: readonly string[], early: boolean): Cell[] =>
  types.flatMap(type => ACCIDENTS.map((accident): Cell => ({ is: 'message', accident, type, early })))

const PHASES = ['before', 'after'] as const

const appDeaths = (at: AppStep['at'], whats: readonly AppStep['what'][], early: boolean): Cell[] =>
  whats.flatMap(what => PHASES.map((phase): Cell => ({ is: 'app', step: { at, what, phase }, early })))

const programDeaths = (steps: readonly string[]): Cell[] =>
  steps.flatMap(step => PHASES.map((phase): Cell => ({ is: 'program', step, phase })))

const RESTARTS = (['app', 'program', 'terminal', 'computer'] as const).map((what): Cell => ({
  is: 'restart',
  what,
}))

const server = (fault: string, ...verbs: string[]): Cell => ({ is: 'server', fault, verbs })

/** The same for an order that waits: its own messages, and what may go wrong when nobody fires. */
const WAITING: readonly Cell[] = [
  ...messages(['place', 'cancel', 'orders', 'verdict', 'deal'], false),
  ...appDeaths('store', ['orderRecorded', 'orderAnswered', 'dealDone'], false),
  ...appDeaths('send', ['place', 'cancel'], false),
  ...programDeaths(['file.write', 'file.flush', 'order.send', 'socket.send']),
  server('reject', 'fault reject action=pending'),
  server('removal refused', 'fault market-closed action=remove times=3'),
  server('timeout, lost', 'fault timeout lost'),
  server('timeout, executed', 'fault timeout executed'),
  server('timeout, executed late', 'fault timeout late 1500'),
  server('told never', 'fault tell never'),
  server('told late', 'fault tell 2500'),
  server('part of it', 'symbol EURUSD depth=0.05'),
  server('stops dropped', 'fault dropstops'),
  server('transactions shuffled', 'server transactions=shuffled'),
  server('disk full', 'disk full 40'),
  ...RESTARTS,
]

export const CELLS: readonly Cell[] = [
  ...messages(ORDER_MESSAGES, false),
  ...messages(LINK_MESSAGES, true),
  ...appDeaths('store', ['orderRecorded', 'orderSent', 'orderAnswered', 'dealDone', 'tradeClosed'], false),
  ...appDeaths('store', ['armed'], true),
  ...appDeaths('send', ['fire'], false),
  ...appDeaths('send', ['sync'], true),
  ...programDeaths(['file.write', 'file.flush', 'order.send', 'socket.send', 'socket.read']),
  server('requote', 'fault requote'),
  server('reject', 'fault reject'),
  server('no money', 'fault no-money'),
  server('market closed', 'fault market-closed'),
  server('price off', 'fault price-off'),
  server('trading disabled', 'fault client-disables'),
  server('wrong filling', 'fault invalid-fill'),
  server('timeout, lost', 'fault timeout lost'),
  server('timeout, executed', 'fault timeout executed'),
  server('timeout, executed late', 'fault timeout late 1500'),
  server('told never', 'fault tell never'),
  server('told late', 'fault tell 2500'),
  server('part of it', 'fault share 0.5'),
  server('slippage', 'fault slip 3'),
  server('too much slippage', 'fault slip 400'),
  server('slow', 'fault latency 4000'),
  server('stops dropped', 'fault dropstops'),
  server('deals told last', 'server transactions=deal-last'),
  server('transactions shuffled', 'server transactions=shuffled'),
  server('netting', 'account margin=netting'),
  server('disk full', 'disk full 40'),
  ...AGAIN.map((when): Cell => ({ is: 'again', when })),
  ...RESTARTS,
  ...WAITING.map((cell): Cell => ({ ...cell, waits: true })),
]

export const nameOf = (cell: Cell): string => `${cell.waits ? 'waiting: ' : ''}${accidentOf(cell)}`

function accidentOf(cell: Cell): string {
  switch (cell.is) {
    case 'message':
      return `${cell.type} ${cell.accident}`
    case 'app':
      return `app dies ${cell.step.phase} ${cell.step.at} ${cell.step.what}`
    case 'program':
      return `EA dies ${cell.phase} ${cell.step}`
    case 'server':
      return `trade server: ${cell.fault}`
    case 'again':
      return `fire again ${cell.when}`
    case 'restart':
      return `${cell.what} starts again`
  }
}
