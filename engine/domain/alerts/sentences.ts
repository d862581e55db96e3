/** What an alert says in words of the desk's own, where no figure says it. Whole sentences, as a notice of the window has them. */
import type { EventOf } from '../../contracts/events.ts'
import type { OrderState, Selector } from '../../contracts/vocabulary.ts'
import type { Asked } from './alert-state.ts'
import { textFromPoints } from '../market/price.ts'
import type { Course, Ordered, OrderCourse } from './course.ts'

const nameOf = ({ recorded: { side, lots, pair } }: OrderCourse): string => `${side} ${lots} ${pair}`

/** What became of an order, in the middle of a sentence. */
const BECAME: Readonly<Record<OrderState, string>> = {
  approved: 'it was approved',
  recorded: 'it is on its way',
  sent: 'it is on its way',
  working: 'the broker has taken it',
  waiting: 'it waits at the broker',
  unknown: 'nobody knows what became of it',
  partlyFilled: 'a part of it was filled',
  filled: 'it was filled',
  managed: 'it was filled',
  closed: 'it was filled, and is closed',
  settled: 'it was ended by hand',
  rejected: 'the broker rejected it',
  denied: 'the terminal denied it',
  expired: 'it came too late',
  cancelled: 'it was cancelled',
  neverHappened: 'the terminal has never seen it',
}

export const unknownText = (order: OrderCourse, isKnown: boolean): string =>
  isKnown
    ? `The order ${nameOf(order)} was without an answer. Now it is known: ${BECAME[order.state]}.`
    : `Nobody knows what became of the order ${nameOf(order)}: it counts as open until the terminal says. Look in MetaTrader's history.`

export const notFilledText = (order: OrderCourse): string =>
  `The order ${nameOf(order)} was not filled: ${BECAME[order.state]}.${order.text === '' ? '' : ` ${order.text}`}`

export const settledText = (order: OrderCourse): string =>
  `The order ${nameOf(order)} was ended by hand, without a result: the terminal has no trace of it.`

/** How a command that was asked of a position ended. */
const ANSWERED: Readonly<Record<EventOf<'closeAnswered'>['is'], string>> = {
  accepted: 'was done after all',
  placed: 'was not done',
  rejected: 'was rejected by the broker',
  denied: 'was denied by the terminal',
  expired: 'came too late',
  cancelled: 'was cancelled',
  buried: 'has never reached the terminal',
  unknown: 'is without an answer: nobody knows yet whether it was done',
}

export const askedText = (
  { what, position }: Asked,
  is: EventOf<'closeAnswered'>['is'],
  said: string,
): string =>
  `The ${what === 'close' ? 'close' : 'change of stop and target'} of position ${position} ${ANSWERED[is]}.${said === '' ? '' : ` ${said}`}`

const positionText = (position: string | null, course: Course | null): string =>
  `Position ${position ?? ''}${course ? ` (${course.mission.side} ${course.mission.pair})` : ''}`

export const stopGoneText = (position: string, course: Course | null): string =>
  `${positionText(position, course)} has no stop. Set one or close it.`

export function stopBackText(course: Ordered): string {
  const { stop, position } = course.order
  const now =
    stop === null
      ? 'had no stop, and is over'
      : `has a stop again: ${textFromPoints(stop, course.mission.digits)}`
  return `${positionText(position, course)} ${now}.`
}

export const externalText = (position: string, symbol: string): string =>
  `Position ${position} on ${symbol} was not opened by BITTEN: it counts as risk, and is never touched.`

export const ARMED = 'It may be fired on again.'

/** Origins that are no hands of the trader, and what they did. */
const PAUSED_BY: Readonly<Record<string, string>> = {
  host: 'Positions were closed while the engine was down: new trades are paused until you resume.',
}
export const pausedText = (origin: string): string =>
  PAUSED_BY[origin] ?? 'New trades are paused until you resume. Open positions keep their stops.'

const SELECTED_BY: Readonly<Record<string, string>> = {
  update: 'The app was updated: AUTO is off until you switch it on.',
  account: 'Another account with real money was linked: AUTO is off until you switch it on for this one.',
}
export const selectorText = (selector: Selector, origin: string): string =>
  SELECTED_BY[origin] ??
  `The selector is on ${selector}.${selector === 'SAFE' ? ' Orders that wait are taken back.' : ''}`

export const CONSENT = 'Real money may be traded on this account from now on.'
export const RESUMED = 'New trades are possible again.'
export const LEFT_CLOSED = 'What was left is closed by now.'
export const FLATTENING = 'Every position of BITTEN on this account is being closed.'
