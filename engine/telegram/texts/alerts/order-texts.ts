/**
 * What happens to an order and the position that it opens. These messages stay as they are: what trades is pressed below the
 * mission's own, which goes with the position.
 */
import type { MissionCourse } from '../../../contracts/alerts.ts'
import type { ClosedTrade } from '../../../contracts/mission.ts'
import { certainty } from '../../../domain/words/certainty.ts'
import { inR, lotsWritten, signed } from '../../../domain/words/figures.ts'
import { html, lines, type Html } from '../html.ts'
import { capital, head, POSITIONS, sentence, table } from '../parts.ts'
import { byWords, closeWords, pairSide } from '../words.ts'
import { gainText, type AlertText, type FactOf } from './alert-text.ts'
import { fillRows, orderRows, pipsOf, priceText, slippageText, tradeRows } from './levels.ts'
import { stageOf } from './mission-stage.ts'
import { drillLine } from './mission-text.ts'

export const firedText: AlertText<'fired'> = ({ course }, about) => {
  const { mission, order, stage } = course
  const isWaiting = order !== null && order.waitsUntilMs !== null
  return {
    html: lines(
      head('💥', isWaiting ? 'PLACED' : 'FIRED', pairSide(mission)),
      isWaiting && stage === 'fired' ? stageOf(course).line(course, about) : null,
      drillLine(mission),
      table(orderRows(course, about)),
      order && sentence(`${isWaiting ? 'Placed' : 'Fired'} ${byWords(order.origin)}`),
    ),
    ...(stage === 'fired' ? { buttons: stageOf(course).buttons(course) } : {}),
  }
}

export const filledText: AlertText<'filled'> = ({ course }, about) => {
  const { mission, fill, stage } = course
  return {
    html: lines(
      head('✅', `FILLED${fill === null ? '' : ` #${fill.position}`}`, pairSide(mission)),
      drillLine(mission),
      table(fillRows(course, about)),
      fill && html`${capital(slippageText(fill.slippagePoints, mission.digits))} · ${dealText(fill)}`,
    ),
    ...(stage === 'filled' ? { buttons: [[POSITIONS]] } : {}),
  }
}

const dealText = ({ deal, parts }: NonNullable<MissionCourse['fill']>): string =>
  parts > 1 ? `${parts} parts, the last is deal ${deal}` : `deal ${deal}`

export const movedText: AlertText<'moved'> = fact => {
  const { course, position, by } = fact
  return {
    html: lines(
      head('↕️', movedWord(fact), course === null ? '' : pairSide(course.mission), `#${position}`),
      ...(course === null
        ? ['Its symbol is not known to this message: /positions shows its levels.']
        : levelLines(fact, course)),
      by === 'outside' ? 'It was done outside BITTEN, or found so.' : sentence(`Moved ${byWords(by)}`),
    ),
    buttons: [[POSITIONS]],
  }
}

function movedWord({ stop, stopBefore, target }: FactOf<'moved'>): string {
  if (stop !== stopBefore) return stop === null ? 'STOP TAKEN AWAY' : 'STOP MOVED'
  return target === null ? 'TARGET TAKEN AWAY' : 'TARGET MOVED'
}

function levelLines({ stop, target, stopBefore }: FactOf<'moved'>, course: MissionCourse): readonly Html[] {
  const { mission, fill } = course
  const price = (level: number | null) => (level === null ? 'none' : priceText(level, mission.digits))
  const before = stop === stopBefore ? '' : `${price(stopBefore)} → `
  const worth =
    fill === null || stop === null
      ? ''
      : `, ${signed(pipsOf(stop, fill.price, mission), 1)} pips from the fill`
  return [html`<b>Stop</b> ${before}${price(stop)}${worth}`, html`<b>Target</b> ${price(target)}`]
}

export const partialText: AlertText<'partial'> = (
  { course, deal, lots, leftLots, price, netCents },
  about,
) => ({
  html: lines(
    head('✂️', 'PARTLY CLOSED', pairSide(course.mission), course.fill ? `#${course.fill.position}` : ''),
    drillLine(course.mission),
    table([
      ['Money', gainText(netCents, about)],
      ['Price', price],
      ['Lots', lotsWritten(lots)],
      ['Left', lotsWritten(leftLots)],
    ]),
    `Deal ${deal}`,
  ),
  buttons: [[POSITIONS]],
})

export const closedText: AlertText<'closed'> = ({ course, trade }, about) => ({
  html: lines(
    head('🏁', `CLOSED ${inR(trade.r)}`, pairSide(trade)),
    course && drillLine(course.mission),
    table(tradeRows(trade, about)),
    sentence(closeWords[trade.reason]),
    course &&
      html`It was fired at ${certainty(course.mission)}, worth ${inR(course.mission.expectedR)} on average.`,
    dealsText(trade),
  ),
})

const dealsText = ({ dealIn, dealOut }: ClosedTrade): string => `Deals: in ${dealIn}, out ${dealOut}`
