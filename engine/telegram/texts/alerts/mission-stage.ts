/** How far a mission has come: its line, its figures, and what can be done about it now. */
import type { MissionCourse, MissionStage } from '../../../contracts/alerts.ts'
import { inR, lotsWritten } from '../../../domain/words/figures.ts'
import { MINUTE_MS } from '../../../domain/market/civil.ts'
import type { Button } from '../../reply.ts'
import { html, type Html } from '../html.ts'
import { sentence, STATUS, type Row } from '../parts.ts'
import { gainText, marketTime, type About } from './alert-text.ts'
import { fillRows, orderRows, planRows, priceText, slippageText, tradeRows } from './levels.ts'

type Buttons = readonly (readonly Button[])[]
type Stage = Readonly<{
  line: (course: MissionCourse, about: About) => Html
  rows: (course: MissionCourse, about: About) => readonly Row[]
  buttons: (course: MissionCourse) => Buttons
}>

const plan = ({ mission }: MissionCourse): readonly Row[] => planRows(mission)
const none = (): Buttons => []

/** It ended without a trade, and why. */
const ended =
  (word: string) =>
  ({ why }: MissionCourse): Html =>
    html`<b>${word}</b>${why === null ? '' : `: ${sentence(why)}`}`

const STAGES: Readonly<Record<MissionStage, Stage>> = {
  pending: { line: pendingLine, rows: plan, buttons: pendingButtons },
  fired: { line: firedLine, rows: orderRows, buttons: firedButtons },
  filled: { line: filledLine, rows: fillRows, buttons: filledButtons },
  closed: { line: closedLine, rows: closedRows, buttons: none },
  expired: { line: ended('EXPIRED'), rows: plan, buttons: none },
  declined: { line: ended('DECLINED'), rows: plan, buttons: none },
  notFilled: { line: ended('NOT FILLED'), rows: orderRows, buttons: none },
  unknown: {
    line: course => html`${ended('UNKNOWN')(course)} It counts as open until the terminal says otherwise.`,
    rows: orderRows,
    buttons: () => [[STATUS]],
  },
  settled: { line: ended('SETTLED without a result'), rows: orderRows, buttons: none },
}

export const stageOf = ({ stage }: MissionCourse): Stage => STAGES[stage]

/** Nothing can be done about it any more. */
export const isOver = ({ stage }: MissionCourse): boolean =>
  stage !== 'pending' && stage !== 'fired' && stage !== 'filled' && stage !== 'unknown'

function pendingLine(course: MissionCourse, about: About): Html {
  return html`<b>PENDING</b> until ${marketTime(course.expiresMs, about, course.mission.issuedMs)} · ${leftText(course, about)}`
}

/** On an account whose market is of now, what is left when it is told; a simulated one has a now that no message knows. */
function leftText({ mission, expiresMs }: MissionCourse, { kind, nowMs }: About): string {
  const lifeMs = expiresMs - mission.issuedMs
  if (kind === 'simulated') return `${minutesText(lifeMs)} in all`
  const leftMs = Math.min(lifeMs, expiresMs - nowMs)
  return leftMs <= 0 ? 'no time left' : `${minutesText(leftMs)} left`
}

const minutesText = (ms: number): string =>
  ms < MINUTE_MS ? 'under a minute' : `${Math.floor(ms / MINUTE_MS)} min`

function pendingButtons({ mission: { id, pair } }: MissionCourse): Buttons {
  return [
    [
      { label: 'Fire', says: `/fire ${id}` },
      { label: 'Reject', says: `/reject ${id}` },
      { label: 'Chart', says: `/chart ${pair} ${id}` },
    ],
  ]
}

function firedLine({ mission, order }: MissionCourse, about: About): Html {
  if (order === null) return html`<b>FIRED</b>: no fill yet.`
  const { lots, price, waitsUntilMs, ticket } = order
  if (waitsUntilMs === null) return html`<b>FIRED</b> ${lotsWritten(lots)} lots: no fill yet.`
  const at = `at ${priceText(price, mission.digits)} until ${marketTime(waitsUntilMs, about, mission.issuedMs)}`
  return html`<b>WAITING</b> ${at}${ticket === null ? '' : ` · order #${ticket}`}`
}

function firedButtons({ order }: MissionCourse): Buttons {
  const isWaiting = order !== null && order.waitsUntilMs !== null
  return [isWaiting ? [{ label: 'Take back', says: `/cancel ${order.order}` }, STATUS] : [STATUS]]
}

function filledLine({ mission, fill }: MissionCourse): Html {
  if (fill === null) return html`<b>FILLED</b>`
  return html`<b>FILLED #${fill.position}</b> · ${slippageText(fill.slippagePoints, mission.digits)}`
}

function filledButtons({ fill, mission }: MissionCourse): Buttons {
  if (fill === null) return [[STATUS]]
  return [
    [
      { label: 'Close', says: `/close ${fill.position}` },
      { label: 'Break-even', says: `/be ${fill.position}` },
    ],
    [STATUS, { label: 'Chart', says: `/chart ${mission.pair} ${mission.id}` }],
  ]
}

function closedLine({ trade }: MissionCourse, about: About): Html {
  if (trade === null) return html`<b>CLOSED</b>`
  return html`<b>CLOSED ${inR(trade.r)}</b> · ${gainText(trade.netCents, about)}`
}

function closedRows({ mission, trade }: MissionCourse, about: About): readonly Row[] {
  return trade === null ? planRows(mission) : tradeRows(trade, about)
}
