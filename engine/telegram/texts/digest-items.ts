/** What of many alerts is worth a line of a digest. */
import type { Alert, AlertPlace, MissionCourse } from '../../contracts/alerts.ts'
import type { ClosedTrade } from '../../contracts/mission.ts'
import { counted, gain, inR, xpText } from '../../domain/words/figures.ts'
import { BADGES } from '../../domain/campaign/badges.ts'
import { marketTime, wallTime, type AlertKind, type FactOf } from './alerts/alert-text.ts'
import { priceText } from './alerts/levels.ts'
import { isOver } from './alerts/mission-stage.ts'
import { oneLine } from './html.ts'
import { closeWords, guardName, kindWords, pairSide, rankWords } from './words.ts'

export type Item = Readonly<{ text: string; at: AlertPlace | null }>

/** More of a sentence is read where it stands whole. */
const MOST_OF_A_TEXT = 160

const ofKind = <K extends AlertKind>(alerts: readonly Alert[], kind: K): readonly Told<K>[] =>
  alerts.flatMap(alert => (alert.fact.kind === kind ? [{ ...alert, fact: alert.fact as FactOf<K> }] : []))
type Told<K extends AlertKind> = Omit<Alert, 'fact'> & Readonly<{ fact: FactOf<K> }>

/** What a notice of the desk is about: a later one about the same takes its place. */
const SUBJECTS: Readonly<Record<FactOf<'desk'>['what'], string>> = {
  paused: 'trading',
  resumed: 'trading',
  selector: 'selector',
  flatten: 'flatten',
  flattened: 'flatten',
  consent: 'consent',
}

type LastNotice = Readonly<{ notice: Told<'desk'>; times: number }>

/** Of the desk's notices about one thing the last, and how many there were. */
function lastNotices(alerts: readonly Alert[]): readonly LastNotice[] {
  const last = new Map<string, LastNotice>()
  for (const notice of ofKind(alerts, 'desk').toSorted((a, b) => a.seq - b.seq)) {
    const about = `${SUBJECTS[notice.fact.what]} ${notice.at?.terminal ?? ''} ${notice.at?.mark ?? ''}`
    last.set(about, { notice, times: (last.get(about)?.times ?? 0) + 1 })
  }
  return [...last.values()]
}

/** It goes on until the next notice of its kind. */
const isStanding = ({ notice: { fact } }: LastNotice): boolean =>
  fact.what === 'paused' || fact.what === 'selector'

/** Keys of notices and troubles that say how it stands now. */
export const standingKeys = (alerts: readonly Alert[]): ReadonlySet<string> =>
  new Set(
    [
      ...lastNotices(alerts)
        .filter(isStanding)
        .map(({ notice }) => notice),
      ...troubles(alerts).goOn,
    ].map(({ key }) => key),
  )

/** Trouble whose end is told. Of any other nobody says that it is over, and it is told with its time. */
const HAS_AN_END: ReadonlySet<FactOf<'trouble'>['what']> = new Set([
  'stopGone',
  'flattenLeft',
  'disarmed',
  'orderUnknown',
])

type Troubles = Readonly<Record<'goOn' | 'came' | 'over', readonly Told<'trouble'>[]>>

/** A failed close of a position that is closed by now is over as well. */
function troubles(alerts: readonly Alert[]): Troubles {
  const closed = new Set(
    newestCourses(alerts).flatMap(({ course }) => (isOver(course) ? [course.mission.id] : [])),
  )
  const groupOf = ({ fact: { what, cleared, course }, over }: Told<'trouble'>): keyof Troubles => {
    if (cleared || (course?.stage === 'filled' && closed.has(course.mission.id))) return 'over'
    return HAS_AN_END.has(what) && !over ? 'goOn' : 'came'
  }
  const groups = { goOn: [], came: [], over: [] } as Record<keyof Troubles, Told<'trouble'>[]>
  for (const trouble of ofKind(alerts, 'trouble')) groups[groupOf(trouble)].push(trouble)
  return groups
}

const troubleItem = ({ fact, at, wallMs }: Told<'trouble'>, nowMs: number): Item =>
  said(`${wallTime(wallMs, nowMs)}: ${fact.text}`, at)

function noticeItem({ notice: { fact, at, wallMs }, times }: LastNotice, since: string, nowMs: number): Item {
  const often = times > 1 ? ` (the last of ${times} changes)` : ''
  return { text: `${since}${wallTime(wallMs, nowMs)}: ${oneLine(fact.text, MOST_OF_A_TEXT)}${often}`, at }
}

/** What a trader may have to do something about now. */
export function standingItems(alerts: readonly Alert[], nowMs: number): readonly Item[] {
  const courses = newestCourses(alerts)
  return [
    ...lastNotices(alerts).filter(isStanding).map(last => noticeItem(last, 'Since ', nowMs)),
    ...troubles(alerts).goOn.map(trouble => troubleItem(trouble, nowMs)),
    ...ofKind(alerts, 'link').flatMap(({ fact: { backMs, lostMs, reason }, at }) =>
      backMs === null ? [said(`Link lost since ${wallTime(lostMs, nowMs)}: ${reason}`, at)] : [],
    ),
    ...ofKind(alerts, 'guard').flatMap(({ fact: { ended, guard, text }, at, wallMs }) =>
      ended === null ? [said(`${guardName(guard)} since ${wallTime(wallMs, nowMs)}: ${text}`, at)] : [],
    ),
    ...courses.flatMap(({ course, at }) =>
      isOver(course) ? [] : [{ text: courseText(course, nowMs), at }],
    ),
  ] // prettier-ignore
}

const said = (text: string, at: AlertPlace | null): Item => ({ text: oneLine(text, MOST_OF_A_TEXT), at })

type Known = Readonly<{ course: MissionCourse; at: AlertPlace | null; seq: number }>

/** Each mission once, as its newest edition has it. */
function newestCourses(alerts: readonly Alert[]): readonly Known[] {
  const newest = new Map<string, Known>()
  for (const { fact, at, seq } of alerts) {
    const course = 'course' in fact ? fact.course : null
    if (course === null) continue
    const { id } = course.mission
    if (seq >= (newest.get(id)?.seq ?? 0)) newest.set(id, { course, at, seq })
  }
  return [...newest.values()]
}

function courseText(course: MissionCourse, nowMs: number): string {
  const { mission, stage, fill, stop, order } = course
  const until = (ms: number) => marketTime(ms, { kind: mission.kind, nowMs }, mission.issuedMs)
  const name = pairSide(mission)
  if (stage === 'pending') return `PENDING ${name} until ${until(course.expiresMs)}`
  if (stage === 'unknown') return `UNKNOWN ${name}: it counts as open`
  if (fill !== null)
    return `OPEN ${name} #${fill.position}, ${stop === null ? 'NO STOP' : `stop ${priceText(stop, mission.digits)}`}`
  const waits = order?.waitsUntilMs ?? null
  return waits === null ? `FIRED ${name}: no fill yet` : `WAITING ${name} until ${until(waits)}`
}

/** What an account counts in; null: not known, and not said. */
export type CurrencyOf = (at: AlertPlace | null) => string | null

export function closedItems(alerts: readonly Alert[], currency: CurrencyOf): readonly Item[] {
  const told = ofKind(alerts, 'closed').map(({ fact: { trade }, at }) => ({ trade, at }))
  const known = new Set(told.map(({ trade }) => trade.order))
  const others = newestCourses(alerts).flatMap(({ course: { trade }, at }) =>
    trade === null || known.has(trade.order) ? [] : [{ trade, at }],
  )
  return [...told, ...others].map(({ trade, at }) => ({ text: tradeText(trade, currency(at)), at }))
}

/** The kind of its money is always said: results of different kinds are never taken for one. */
function tradeText(trade: ClosedTrade, currency: string | null): string {
  const { r, netCents, kind, reason } = trade
  const money = `${gain(netCents)}${currency === null ? '' : ` ${currency}`}`
  return `${pairSide(trade)} ${inR(r)}, ${money} ${kindWords[kind]}: ${closeWords[reason].toLowerCase()}`
}

export function alsoItems(alerts: readonly Alert[], nowMs: number): readonly Item[] {
  return [
    ...lastNotices(alerts).filter(last => !isStanding(last)).map(last => noticeItem(last, '', nowMs)),
    ...troubles(alerts).came.map(trouble => troubleItem(trouble, nowMs)),
    ...ofKind(alerts, 'rank').map(({ fact: { rank, account }, at }) => said(`Rank: ${rankWords[rank]} (${kindWords[account]})`, at)),
    ...ofKind(alerts, 'badge').map(({ fact: { badge, xp, account }, at }) =>
      said(`Badge: ${BADGES[badge].title}, ${xpText(xp)} (${kindWords[account]})`, at),
    ),
    ...[...ofKind(alerts, 'drillReport'), ...ofKind(alerts, 'sitrep')].map(({ fact: { text }, at }) => said(text, at)),
    ...countItems(alerts),
  ] // prettier-ignore
}

/** What has come and gone, of each kind how often. */
function countItems(alerts: readonly Alert[]): readonly Item[] {
  const over = newestCourses(alerts).filter(({ course }) => isOver(course))
  const ended = (stage: MissionCourse['stage']) => over.filter(({ course }) => course.stage === stage).length
  const counts = [
    tally(ended('expired'), 'mission', 'expired'),
    tally(ended('declined'), 'mission', 'declined'),
    tally(ended('notFilled'), 'order', 'not filled'),
    tally(ofKind(alerts, 'denied').length, 'mission', 'not fired, for a rule'),
    tally(ofKind(alerts, 'moved').length, 'stop or target', 'moved', 'stops or targets'),
    tally(ofKind(alerts, 'partial').length, 'part', 'closed'),
    tally(troubles(alerts).over.length, 'trouble', 'over'),
    tally(ofKind(alerts, 'guard').filter(({ fact }) => fact.ended !== null).length, 'guard', 'over'),
    tally(ofKind(alerts, 'link').filter(({ fact }) => fact.backMs !== null).length, 'link', 'lost and back'),
  ].filter(text => text !== '')
  return counts.length === 0 ? [] : [{ text: counts.join(', '), at: null }]
}

const tally = (n: number, one: string, what: string, many = `${one}s`): string =>
  n === 0 ? '' : `${counted(n, one, many)} ${what}`
