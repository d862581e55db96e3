/** What holds the desk up, and what it was told to do. */
import { spanOf } from '../../../domain/words/times.ts'
import type { Button } from '../../reply.ts'
import { html, lines } from '../html.ts'
import { head, sentence } from '../parts.ts'
import { byWords, guardName, pairSide } from '../words.ts'
import { marketTime, wallTime, type AlertText, type FactOf } from './alert-text.ts'

type Trouble = FactOf<'trouble'>['what']
/** Its name, and what a trader can do about it. */
const TROUBLES: Readonly<Record<Trouble, readonly [name: string, next: string]>> = {
  orderUnknown: ['NO ANSWER', 'It counts as open until the terminal says otherwise. Look in MetaTrader if it lasts.'],
  orderSettled: ['ORDER ENDED BY HAND', 'It has no result, and counts nowhere.'],
  notFilled: ['NOT FILLED', 'Nothing was opened.'],
  closeFailed: ['NOT CLOSED', 'The position is still open, with its stop at the broker.'],
  moveFailed: ['NOT MOVED', 'Stop and target are where they were.'],
  external: ['POSITION NOT OURS', 'It is shown and counted, and never touched.'],
  stopGone: ['NO STOP', 'Set one in MetaTrader, or close the position.'],
  disarmed: ['NOT ARMED', 'Nothing is fired on this account until it is reconciled.'],
  flattenLeft: ['NOT EVERYTHING IS CLOSED', 'Look at what is left, and close it in MetaTrader if it stays.'],
  ledgerRecovered: ['LEDGER RESTORED', 'Look at positions and orders before the next shot.'],
} // prettier-ignore

const STATUS: Button = { label: 'Status', says: '/status' }

export const troubleText: AlertText<'trouble'> = ({ what, text, course }) => {
  const [name, next] = TROUBLES[what]
  return {
    html: lines(head('⚠️', name, course === null ? '' : pairSide(course.mission)), sentence(text), next),
    buttons: [[STATUS, { label: 'Positions', says: '/positions' }]],
  }
}

export const linkText: AlertText<'link'> = ({ reason, lostMs, backMs, armed, times }, { nowMs }) => {
  const often = times > 1 ? `It went ${times} times in a short while.` : null
  const lost = html`Lost at ${wallTime(lostMs, nowMs)}: ${sentence(reason)}`
  if (backMs === null)
    return {
      html: lines(
        head('🔌', 'LINK LOST'),
        lost,
        often,
        'Nothing is fired there. Open positions keep the stops that the broker holds.',
      ),
      buttons: [[{ label: 'Link', says: '/link' }]],
    }
  return {
    html: lines(
      head('🔌', 'LINK BACK', `after ${spanOf(backMs - lostMs)}`),
      lost,
      often,
      armed
        ? 'Reconciled and armed: missions may be fired.'
        : 'Not armed yet: it is reconciled with the terminal first.',
    ),
  }
}

export const guardText: AlertText<'guard'> = ({ guard, text, untilMs, ended }, about) => {
  if (ended !== null)
    return { html: lines(head('🛡', guardName(guard), 'over'), sentence(ended), html`<s>${text}</s>`) }
  return {
    html: lines(
      head('🛡', guardName(guard)),
      sentence(text),
      untilMs === null ? null : html`Until ${marketTime(untilMs, about)}`,
    ),
    buttons: [[{ label: 'Guards', says: '/guards' }]],
  }
}

const DESK: Readonly<Record<FactOf<'desk'>['what'], string>> = {
  paused: 'PAUSED',
  resumed: 'RESUMED',
  selector: 'SELECTOR',
  flatten: 'CLOSING EVERYTHING',
  flattened: 'CLOSED EVERYTHING',
  consent: 'REAL MONEY IS TRADED',
}

export const deskText: AlertText<'desk'> = ({ what, selector, origin, text }) => ({
  html: lines(
    head('🎛', [DESK[what], selector ?? ''].join(' ').trim()),
    sentence(text),
    sentence(`Asked for ${byWords(origin)}`),
  ),
})
