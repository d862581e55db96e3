import type { Alert } from '../../../contracts/alerts.ts'
import type { AccountKind } from '../../../contracts/primitives.ts'
import type { Persona } from '../../../contracts/telegram.ts'
import { kindOf } from '../../texts/alert-reply.ts'
import { oneLine } from '../../texts/html.ts'
import { kindWords } from '../../texts/words.ts'
import { aloud } from './aloud.ts'
import { PERSONAS } from './personas.ts'
import { saidOf } from './said.ts'

/** At a slow 140 words a minute these are under a minute of speech. */
const MOST_WORDS = 130
/** For what a persona says around it. */
const FRAME_WORDS = 14
const REST = 'The rest is in the message.'

/**
 * An alert in the words of a persona, to be spoken. The facts and their figures are the same, in the same order, whoever speaks;
 * prices, amounts and times are in words. Numbers of tickets and deals stay in the message. `currency`: of its account, if known.
 */
export function spokenAlert(alert: Alert, persona: Persona, currency: string | null = null): string {
  const { mood, facts, words = '' } = saidOf(alert.fact, {
    alert,
    nowMs: alert.wallMs,
    currency,
    kind: kindOf(alert),
  })
  const own = [...facts, accountOf(alert)].map(fact => asSentence(aloud(fact)))
  const told = whatFits(words, MOST_WORDS - FRAME_WORDS - countOf(own.join(' ')))
  const account = own.pop() ?? ''
  const { before, after } = PERSONAS[persona]
  return [before[mood], ...own, ...told, account, after].filter(part => part !== '').join(' ')
} // prettier-ignore

const MOST_READ = 1_500

/** Whole sentences only: half of one might end within a figure. */
function whatFits(words: string, most: number): readonly string[] {
  const sentences = oneLine(words, MOST_READ).split(/(?<=[.!?…])\s+/u).map(aloud).filter(said => said !== '') // prettier-ignore
  const fitting: string[] = []
  let left = most - countOf(REST)
  for (const said of sentences) {
    left -= countOf(said)
    if (left < 0) return [...fitting, REST]
    fitting.push(asSentence(said))
  }
  return fitting
}

const MOST_BROKER = 40
/** Wider than between a figure and its unit: the mark 3d is no three days. */
const APART = '  '

function accountOf(alert: Alert): string {
  const kind = kindOf(alert)
  const { at } = alert
  if (at === null) return kind === null ? 'The whole desk' : `Every ${kindWords[kind]} account`
  return `${KINDS[at.account]} account at ${oneLine(at.broker, MOST_BROKER)}, mark ${Array.from(at.mark).join(APART)}`
}

const KINDS: Readonly<Record<AccountKind, string>> = {
  simulated: 'Simulated',
  demo: 'Demo',
  contest: 'Contest',
  live: 'Real money',
}

const asSentence = (said: string): string => (/[.!?]$/.test(said) ? said : `${said}.`)

const countOf = (said: string): number => said.split(' ').filter(word => word !== '').length
