import type { Alert, AlertPlace } from '../../contracts/alerts.ts'
import type { EpochMs } from '../../contracts/primitives.ts'
import { counted } from '../../domain/words/figures.ts'
import { spanOf } from '../../domain/words/times.ts'
import type { Reply } from '../reply.ts'
import { accountName } from './account-name.ts'
import { wallTime } from './alerts/alert-text.ts'
import { alsoItems, closedItems, standingItems, type CurrencyOf, type Item } from './digest-items.ts'
import { html, lines, type Html } from './html.ts'
import { head, POSITIONS, STATUS } from './parts.ts'

/** `back`: Telegram was out of reach. `quiet`: kinds that are told together. */
export type DigestSpan = Readonly<{
  why: 'back' | 'quiet'
  fromMs: EpochMs
  toMs: EpochMs
  currency?: CurrencyOf
  /** Alerts of that time that are not among those given. */
  more: number
}>

const HEADS: Readonly<Record<DigestSpan['why'], Html>> = {
  back: head('📬', 'Back. Here is what you missed'),
  quiet: head('📬', 'Digest'),
}

/** Lines of one part; nobody reads more of them on a phone. */
const MOST_LINES = 12
/** Telegram refuses a message of more than 4,096, and then nobody is told any of it. The mark of a repeat needs room as well. */
const MOST_CHARACTERS = 3_900

/** Many alerts in one message: first what still is true, then what was closed, then the rest, much of it as counts. */
export function digestReply(told: readonly Alert[], span: DigestSpan): Reply {
  const alerts = newestEditions(told)
  let most = MOST_LINES
  let text = digestText(alerts, span, most)
  while (text.text.length > MOST_CHARACTERS && most > 1) text = digestText(alerts, span, --most)
  return {
    html: text,
    buttons: [[STATUS, POSITIONS]],
    ...(span.why === 'quiet' ? { isSilent: true } : {}),
  }
}

/** With at most so many lines in each part. */
function digestText(
  alerts: readonly Alert[],
  { why, fromMs, toMs, more, currency = () => null }: DigestSpan,
  mostLines: number,
): Html {
  const accounts = accountsOf(alerts)
  const part = (title: string, items: readonly Item[]) => partOf(title, items, mostLines, accounts.size > 1)
  return lines(
    HEADS[why],
    `${wallTime(fromMs, toMs)} to ${wallTime(toMs, toMs)} · ${spanOf(toMs - fromMs)} · ${counted(alerts.length + more, 'alert')}`,
    part('Still true', standingItems(alerts, toMs)),
    part('Closed', closedItems(alerts, currency)),
    part('Also', alsoItems(alerts, toMs)),
    more > 0 ? html`${counted(more, 'alert')} of that time not listed here.` : null,
    footOf([...accounts]),
  )
}

function newestEditions(alerts: readonly Alert[]): readonly Alert[] {
  const newest = new Map<string, Alert>()
  for (const alert of alerts) if (alert.seq >= (newest.get(alert.key)?.seq ?? 0)) newest.set(alert.key, alert)
  return [...newest.values()]
}

const accountsOf = (alerts: readonly Alert[]): ReadonlySet<string> =>
  new Set(alerts.flatMap(({ at }) => (at === null ? [] : [accountName(at)])))

/** Of several accounts, each line says whose it is. */
const footOf = ([account, ...others]: readonly string[]): Html | null =>
  account === undefined || others.length > 0 ? null : html`<i>${account}</i>`

function partOf(title: string, items: readonly Item[], mostLines: number, isOfSeveral: boolean): Html | null {
  if (items.length === 0) return null
  const left = items.length - mostLines
  return lines(
    html`<b>${title}</b>`,
    ...items.slice(0, mostLines).map(({ text, at }) => html`• ${text}${whose(at, isOfSeveral)}`),
    left > 0 ? `… and ${left} more` : null,
  )
}

const whose = (at: AlertPlace | null, isOfSeveral: boolean): Html =>
  at !== null && isOfSeveral ? html` · <i>${accountName(at)}</i>` : html``
