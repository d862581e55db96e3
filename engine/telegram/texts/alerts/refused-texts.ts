/** Missions that became no order. */
import { html, lines, oneLine } from '../html.ts'
import { head, sentence, wholeSentence } from '../parts.ts'
import { byWords, pairSide } from '../words.ts'
import type { AlertText } from './alert-text.ts'
import { stageOf } from './mission-stage.ts'
import { drillLine } from './mission-text.ts'

export const expiredText: AlertText<'expired'> = ({ course: { mission, why } }) => ({
  html: lines(
    head('⌛', 'EXPIRED', pairSide(mission)),
    why === null ? 'Nobody fired it.' : wholeSentence(why),
    drillLine(mission),
  ),
})

const MOST_REASONS = 12

/** AUTO tries again and again: the same message says what holds it back now. */
export const deniedText: AlertText<'denied'> = ({ course, origin, denials }, { alert: { over } }) => ({
  html: lines(
    head('⛔', 'NOT FIRED', course === null ? '' : pairSide(course.mission)),
    sentence(`Asked for ${byWords(origin)}`),
    ...denials.slice(0, MOST_REASONS).map(({ text }) => html`• ${oneLine(text, 200)}`),
    denials.length > MOST_REASONS ? `… and ${denials.length - MOST_REASONS} more` : null,
    course && drillLine(course.mission),
  ),
  ...(course?.stage === 'pending' && !over ? { buttons: stageOf(course).buttons(course) } : {}),
})
