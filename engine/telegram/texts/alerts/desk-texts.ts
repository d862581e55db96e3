/** What holds the desk up, and what it was told to do. */
import { Origin } from '../../../contracts/commands.ts'
import type { Selector } from '../../../contracts/vocabulary.ts'
import { spanOf } from '../../../domain/words/times.ts'
import { html, lines } from '../html.ts'
import { head, POSITIONS, sentence, STATUS, wholeSentence } from '../parts.ts'
import { byWords, guardName, pairSide } from '../words.ts'
import { marketTime, wallTime, type AlertText, type FactOf } from './alert-text.ts'

type Trouble = FactOf<'trouble'>['what']
/** Its name, what that becomes once it is over, and what the sentence of it does not say. */
const TROUBLES: Readonly<Record<Trouble, readonly [name: string, cleared: string, next: string | null]>> = {
  orderUnknown: ['ORDER WITHOUT AN ANSWER', 'THE ORDER HAS ITS ANSWER', null],
  orderSettled: ['ORDER ENDED BY HAND', 'ORDER ENDED BY HAND', 'It counts nowhere.'],
  notFilled: ['NOT FILLED', 'NOT FILLED', 'Nothing was opened.'],
  closeFailed: ['CLOSE NOT DONE', 'CLOSED AFTER ALL', null],
  moveFailed: ['MOVE NOT DONE', 'MOVED AFTER ALL', null],
  external: ['POSITION NOT OURS', 'POSITION NOT OURS', null],
  stopGone: ['NO STOP', 'NO LONGER WITHOUT A STOP', null],
  disarmed: ['NOT ARMED', 'ARMED AGAIN', 'Nothing is fired on this account until that is over.'],
  flattenLeft: ['NOT EVERYTHING IS CLOSED', 'EVERYTHING IS CLOSED', null],
  ledgerRecovered: ['LEDGER RESTORED', 'LEDGER RESTORED', 'Look at positions and orders before the next shot.'],
} // prettier-ignore

export const troubleText: AlertText<'trouble'> = ({ what, text, cleared, course }) => {
  const [name, over, next] = TROUBLES[what]
  return {
    html: lines(
      head('⚠️', cleared ? over : name, course === null ? '' : pairSide(course.mission)),
      wholeSentence(text),
      cleared ? null : next,
    ),
    ...(cleared ? {} : { buttons: [[STATUS, POSITIONS]] }),
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
    return {
      html: lines(
        head('🛡', guardName(guard), 'over'),
        wholeSentence(ended),
        html`<s>${wholeSentence(text)}</s>`,
      ),
    }
  return {
    html: lines(
      head('🛡', guardName(guard)),
      wholeSentence(text),
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

const SELECTOR_MEANS: Readonly<Record<Selector, string>> = {
  SAFE: 'Nothing fires. Orders that wait are taken back.',
  SELECT: 'You fire each shot yourself.',
  AUTO: 'Missions within its bounds are fired by themselves.',
}

export const deskText: AlertText<'desk'> = ({ what, selector, origin, text }) => {
  const isByHand = Origin.safeParse(origin).success
  return {
    html: lines(
      head('🎛', [DESK[what], selector ?? ''].join(' ').trim()),
      selector !== null && isByHand ? SELECTOR_MEANS[selector] : wholeSentence(text),
      isByHand ? sentence(`Asked for ${byWords(origin)}`) : null,
    ),
  }
}
