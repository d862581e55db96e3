/** What an answer of the engine or of a terminal means, in words. */
import type { CommandAnswer } from '../../../contracts/commands.ts'
import type { EventOf } from '../../../contracts/events.ts'
import { html, lines, type Html } from '../../texts/html.ts'
import { PATIENCE_MS } from './follow.ts'

type Verdict = EventOf<'orderAnswered'>['is']

const VERDICTS: Readonly<Record<Verdict, string>> = {
  accepted: 'The broker has taken it',
  rejected: 'The broker refused it',
  denied: 'The terminal denied it',
  expired: 'It came too late for the terminal and was not carried out',
  unknown: 'The trade server did not say what became of it',
  buried: 'The terminal never carried it out, and never will',
  placed: 'It waits at the broker',
  cancelled: 'It was taken back',
}

/** The broker refused it (10006): No money. */
export function verdictText({
  is,
  retcode,
  text,
}: Readonly<{ is: Verdict; retcode: number; text: string }>): string {
  const code = retcode === 0 ? '' : ` (${retcode})`
  return `${VERDICTS[is]}${code}${text === '' ? '.' : `: ${sentence(text)}`}`
}

/** The host's word for a command that the engine died over: it may have left. */
const ENGINE_RESTARTED = 'ENGINE_RESTARTED'

/** Everything that denied it, and why it was not done. `what` as in `Not fired`. */
export function notDone(what: string, answer: Exclude<CommandAnswer, { is: 'done' }>): Html {
  if (answer.is === 'refused' && answer.code === ENGINE_RESTARTED)
    return lines(html`❓ <b>Nobody knows whether it was carried out.</b> ${answer.text}`)
  if (answer.is === 'refused') return lines(html`⛔ <b>${what}.</b> ${answer.text}`)
  return lines(
    html`⛔ <b>${what}:</b> denied, and nothing was sent.`,
    ...answer.denials.map(({ text }) => `• ${text}`),
  )
}

/** After the desk's own answer; `what` stands in the ledger already. */
export const noAnswerYet = (answer: string): Html =>
  lines(
    html`⏳ <b>No answer of the terminal yet</b>, after ${PATIENCE_MS / 1_000} s.`,
    `${answer} It is recorded; an alert tells what comes of it.`,
  )

const sentence = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`)
