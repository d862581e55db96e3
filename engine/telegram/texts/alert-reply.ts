import type { Alert } from '../../contracts/alerts.ts'
import type { AccountKind, EpochMs } from '../../contracts/primitives.ts'
import type { Reply } from '../reply.ts'
import { accountName } from './account-name.ts'
import { wallTime, type About, type AlertKind, type AlertText, type FactOf } from './alerts/alert-text.ts'
import { deskText, guardText, linkText, troubleText } from './alerts/desk-texts.ts'
import { missionText } from './alerts/mission-text.ts'
import { closedText, filledText, firedText, movedText, partialText } from './alerts/order-texts.ts'
import { badgeText, rankText, reportText } from './alerts/record-texts.ts'
import { deniedText, expiredText } from './alerts/refused-texts.ts'
import { html, lines, type Html } from './html.ts'
import { kindWords } from './words.ts'

/** When it is told, on the computer's clock, and the currency of its account where that is known. */
export type Telling = Readonly<{ nowMs: EpochMs; currency?: string | null }>

/** A new kind of alert stops the build here. */
const TEXTS: { readonly [K in AlertKind]: AlertText<K> } = {
  mission: missionText,
  fired: firedText,
  filled: filledText,
  moved: movedText,
  partial: partialText,
  closed: closedText,
  expired: expiredText,
  denied: deniedText,
  trouble: troubleText,
  link: linkText,
  guard: guardText,
  desk: deskText,
  drillReport: reportText,
  sitrep: reportText,
  badge: badgeText,
  rank: rankText,
}

/** An alert as a chat reads it, whole: the same alert's next edition replaces it. */
export function alertReply(alert: Alert, { nowMs, currency = null }: Telling): Reply {
  const about: About = { alert, nowMs, currency, kind: kindOf(alert) }
  const { html: text, buttons } = textOf(alert.fact, about)
  return {
    html: lines(text, foot(about)),
    ...(buttons === undefined || buttons.length === 0 ? {} : { buttons }),
  }
}

function textOf<K extends AlertKind>(fact: FactOf<K>, about: About): ReturnType<AlertText<K>> {
  const text: AlertText<K> = TEXTS[fact.kind as K]
  return text(fact, about)
}

/** Whose money it is about; null: the desk as a whole. */
export function kindOf({ at, fact }: Alert): AccountKind | null {
  if (at) return at.account
  if ('trade' in fact) return fact.trade.kind
  if ('account' in fact) return fact.account
  return 'course' in fact ? (fact.course?.mission.kind ?? null) : null
}

/** Whose it is, and when it happened: messages may be late. */
function foot({ alert: { at, wallMs }, nowMs, kind }: About): Html {
  return html`<i>${at === null ? everyAccount(kind) : accountName(at)} · ${wallTime(wallMs, nowMs)}</i>`
}

const everyAccount = (kind: AccountKind | null): string =>
  kind === null ? 'the whole desk' : `every ${kindWords[kind]} account`
