/** An alert as this computer tells it: the sentences of its voice note, cut to what a notification shows. */
import type { Alert, AlertFact } from '../contracts/alerts.ts'
import type { Cue, CuePage } from '../contracts/cues.ts'
import type { CueKind } from '../contracts/settings-alerts.ts'
import { inR } from '../domain/words/figures.ts'
import { kindOf } from '../telegram/texts/alert-reply.ts'
import { oneLine } from '../telegram/texts/html.ts'
import { aloud } from '../telegram/voice/words/aloud.ts'
import { saidOf } from '../telegram/voice/words/said.ts'
import { briefingOf, MARKS, sideOf } from './briefing.ts'
import { isUrgent, soundOf } from './cue-kinds.ts'

/** Windows cuts off what is longer. */
const MOST_BODY = 220
const MOST_TITLE = 90
const MOST_SPOKEN = 120

/** `currency`: of its account, where that is known. */
export function cueOf(kind: CueKind, alert: Alert, currency: string | null): Cue {
  const { fact } = alert
  const mark = markOf(alert)
  const { title, body } = writtenOf(alert, mark, currency)
  return {
    kind,
    subject: isCourse(fact) ? `mission:${fact.course.mission.id}` : alert.key,
    page: pageOf(fact),
    mission: isCourse(fact) || fact.kind === 'denied' ? (fact.course?.mission.id ?? null) : null,
    title: shown(title, MOST_TITLE),
    body: shown(body, MOST_BODY),
    spoken: [mark ?? '', ...spokenOf(alert, currency)].filter(part => part !== '').map(part => asSentence(aloud(oneLine(part, MOST_SPOKEN)))).join(' '),
    sound: soundOf(fact),
    isUrgent: isUrgent(fact),
  }
} // prettier-ignore

/** What the program itself complains of. */
export function cueOfTrouble(text: string): Cue {
  return {
    kind: 'trouble',
    subject: `notice:${text}`,
    page: 'room',
    mission: null,
    title: 'The desk has a problem',
    body: shown(text, MOST_BODY),
    spoken: ['The desk has a problem', firstSentence(text)].map(part => asSentence(aloud(oneLine(part, MOST_SPOKEN)))).join(' '),
    sound: 'warning',
    isUrgent: true,
  }
} // prettier-ignore

/** What others have written is never a mark: desktops of Linux read a little HTML. */
const shown = (text: string, most: number): string =>
  oneLine(text, most).replaceAll('<', '‹').replaceAll('>', '›')

/** Steps of one trade, of which the newest says all. */
const isCourse = (
  fact: AlertFact,
): fact is Extract<AlertFact, { kind: 'mission' | 'fired' | 'filled' | 'expired' }> =>
  ['mission', 'fired', 'filled', 'expired'].includes(fact.kind)

function pageOf(fact: AlertFact): CuePage {
  switch (fact.kind) {
    case 'link':
      return 'link'
    case 'trouble':
      return fact.what === 'disarmed' ? 'link' : 'room'
    case 'drillReport':
    case 'sitrep':
      return 'notebook'
    case 'badge':
    case 'rank':
      return 'campaign'
    default:
      return 'room'
  }
}

function markOf(alert: Alert): string | null {
  const kind = kindOf(alert)
  return kind === null ? null : MARKS[kind]
}

const aboutOf = (alert: Alert, currency: string | null) =>
  ({ alert, nowMs: alert.wallMs, currency, kind: kindOf(alert) }) as const

function writtenOf(alert: Alert, mark: string | null, currency: string | null) {
  const { fact, at } = alert
  if (fact.kind === 'mission') return briefingOf(fact.course.mission)
  const { facts, words = '' } = saidOf(fact, aboutOf(alert, currency))
  const [head = words, ...rest] = facts
  const broker = fact.kind === 'link' && at !== null ? [at.broker] : []
  const said = facts.length === 0 ? [] : [capital(words)]
  return {
    title: mark === null ? head : `${mark}: ${head}`,
    body: [...broker, ...rest, ...said].filter(part => part !== '').map(asSentence).join(' '),
  }
} // prettier-ignore

/** Two short sentences: what, and the one thing that matters of it. */
function spokenOf(alert: Alert, currency: string | null): readonly string[] {
  const { fact } = alert
  if (fact.kind === 'mission') {
    const { mission } = fact.course
    return [`Mission: ${mission.pair} ${sideOf(mission)}, ${Number(mission.rewardRatio.toFixed(1))} : 1`]
  }
  const { facts, words = '' } = saidOf(fact, aboutOf(alert, currency))
  const [head = '', next = ''] = facts
  if (fact.kind === 'closed') return [head, inR(fact.trade.r)]
  const first = firstSentence(words)
  return [head, first === '' ? next : first]
}

const firstSentence = (words: string): string => /^.*?[.!?](?=\s|$)/su.exec(words)?.[0] ?? words
const asSentence = (said: string): string => (/[.!?…]$/.test(said) ? said : `${said}.`)
const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)
