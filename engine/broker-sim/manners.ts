import type { BrokerTemper } from '../contracts/simulator.ts'
import type { Books } from './books.ts'
import type { Objection } from './checks.ts'
import { RETCODE } from './retcodes.ts'

/** What happens to an order that has passed every check: as it should, or as the script wants the next one. */
export type Manner = 'proper' | BrokerTemper['script'][number]

export const nextManner = (books: Books): Manner => books.script.shift() ?? 'proper'

/** The manners that end an order before it reaches the market. */
export function mannerObjection(manner: Manner): Objection | null {
  switch (manner) {
    case 'requote':
      return { retcode: RETCODE.requote, text: 'Requote: the price has moved' }
    case 'reject':
      return { retcode: RETCODE.reject, text: 'The broker rejected the request' }
    case 'noMoney':
      return { retcode: RETCODE.noMoney, text: 'There is not enough money for it' }
    case 'marketClosed':
      return { retcode: RETCODE.marketClosed, text: 'The market is closed' }
    case 'tradeDisabled':
      return { retcode: RETCODE.tradeDisabled, text: 'The broker has disabled trading' }
    case 'proper':
    case 'partial':
    case 'timeoutExecuted':
    case 'timeoutLost':
      return null
  }
}

/** Points against the trader, from none to the worst that this broker does. */
export const drawSlippage = (books: Books): number => books.slippage.below(books.temper.slippagePoints + 1)

/** Half the volume where a part was scripted, but never less than one step. */
export const filledSteps = (manner: Manner, steps: number): number =>
  manner === 'partial' ? Math.max(1, Math.floor(steps / 2)) : steps
