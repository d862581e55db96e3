/** What has become of an order that was fired or placed from a chat. */
import type { EngineEvent, EventOf } from '../../../contracts/events.ts'
import type { Ulid } from '../../../contracts/primitives.ts'
import type { Deal } from '../../../contracts/wire/facts.ts'
import { pipsFromPoints, pointsFromText, textFromPoints } from '../../../domain/market/price.ts'
import { inPips, lotsWritten } from '../../../domain/words/figures.ts'
import { html, lines, type Html } from '../../texts/html.ts'
import { amount } from '../reading/parts/words.ts'
import type { Asked, Followed, Progress } from './follow.ts'
import { noAnswerYet, verdictText } from './words.ts'

export type OrderSoFar = Readonly<{
  recorded: EventOf<'orderRecorded'> | null
  /** The terminal's last word. */
  answered: EventOf<'orderAnswered'> | null
  fills: readonly Deal[]
}>

export function orderSoFar(told: readonly EngineEvent[], order: string | undefined): OrderSoFar {
  let recorded: OrderSoFar['recorded'] = null
  let answered: OrderSoFar['answered'] = null
  const fills: Deal[] = []
  for (const event of told) {
    if (event.kind === 'orderRecorded' && event.order === order) recorded = event
    if (event.kind === 'orderAnswered' && event.order === order) answered = event
    if (event.kind === 'dealDone' && event.order === order && event.deal.entry === 'in')
      fills.push(event.deal)
  }
  return { recorded, answered, fills }
}

const orderOf = ({ answer }: Asked): Ulid | undefined => (answer.is === 'done' ? answer.order : undefined)

export const filledLots = ({ fills }: OrderSoFar): number =>
  fills.reduce((sum, { lots }) => sum + Number(lots), 0)

/** Not over: it may be filled yet, or filled further. `placed` is what a limit order was sent for. */
export function isOrderOver(asked: Asked): Progress {
  const soFar = orderSoFar(asked.told, orderOf(asked))
  const { recorded, answered } = soFar
  const wanted = Number(answered?.lots ?? recorded?.lots ?? Infinity)
  if (filledLots(soFar) >= wanted - 1e-9) return true
  if (answered !== null && answered.is !== 'unknown' && answered.is !== 'accepted') return true
  return soFar.fills.length > 0 && 'part'
}

/** What a person confirmed; `currency` of the account, null when it is not known. */
export type Confirmed = Readonly<{ lots: number; riskCents: number; currency: string | null }>

/** Of an order that the engine has let go: its fills with their tickets, or the terminal's word. */
export function orderOutcome(followed: Followed, confirmed: Confirmed): Html {
  const soFar = orderSoFar(followed.told, orderOf(followed))
  const { answered, fills, recorded } = soFar
  const other = recorded && otherText(recorded, confirmed)
  if (fills.length > 0) return filledText(soFar, followed.isOver, other)
  if (followed.isOver && answered?.is === 'placed') return waitsText(soFar, other)
  if (followed.isOver && answered) return lines(html`❌ <b>NOT FILLED.</b> ${verdictText(answered)}`)
  const text = followed.answer.is === 'done' ? followed.answer.text : ''
  const unknown = answered?.is === 'unknown' ? `${verdictText(answered)} ` : ''
  return lines(noAnswerYet(`${unknown}${text}`), other, 'Until then it counts as an open position.')
}

/** Each tick between question and shot moves the money at risk a little: a warning below every shot is read by nobody. */
const MOVES_WITH_PRICE = 0.02

/** The desk sizes when it sends, at the price of that moment. Null: what left is what was confirmed. */
function otherText({ lots, riskCents }: EventOf<'orderRecorded'>, confirmed: Confirmed): Html | null {
  const isSameSize = lotsWritten(lots) === lotsWritten(confirmed.lots)
  const moved = Math.abs(riskCents - confirmed.riskCents)
  if (isSameSize && moved <= confirmed.riskCents * MOVES_WITH_PRICE) return null
  const sizeOf = (size: number, cents: number) =>
    `${lotsWritten(size)} lots, risking ${amount(cents, confirmed.currency)}`
  const [sent, asked] = [sizeOf(lots, riskCents), sizeOf(confirmed.lots, confirmed.riskCents)]
  return html`⚠️ Sent were <b>${sent}</b>; you confirmed ${asked}.`
}

function filledText(soFar: OrderSoFar, isOver: boolean, other: Html | null): Html {
  const { recorded, fills } = soFar
  const [first] = fills
  const deals = fills.map(({ deal, lots, price }) => `deal ${deal}: ${lots} at ${price}`)
  const lots = lotsWritten(filledLots(soFar))
  const of = recorded && filledLots(soFar) < recorded.lots - 1e-9 ? ` of ${lotsWritten(recorded.lots)}` : ''
  return lines(
    html`✅ <b>FILLED</b> ${lots}${of} lots${recorded ? ` ${recorded.pair} ${side(recorded)}` : ''}${isOver ? '' : ', so far'}`,
    other,
    ...deals,
    first ? `Position ${first.position}${recorded ? slippageText(recorded, fills) : ''}` : null,
    recorded && levelsText(recorded),
  )
}

const side = ({ side: is }: EventOf<'orderRecorded'>): string => (is === 'buy' ? 'long' : 'short')

/** Of the last fill, against the price that was asked for. */
function slippageText(recorded: EventOf<'orderRecorded'>, fills: readonly Deal[]): string {
  const last = fills.at(-1)
  if (!last) return ''
  const { digits, price, side: is } = recorded
  const points = (is === 'buy' ? 1 : -1) * (pointsFromText(last.price, digits) - price)
  const pips = inPips(Math.abs(pipsFromPoints(points, digits))).replace('+', '')
  return ` · slippage ${points === 0 ? 'none' : `${pips} ${points > 0 ? 'to your cost' : 'in your favour'}`}`
}

const levelsText = ({ stop, target, digits }: EventOf<'orderRecorded'>): string =>
  `Stop ${textFromPoints(stop, digits)} · target ${textFromPoints(target, digits)}`

function waitsText({ recorded, answered }: OrderSoFar, other: Html | null): Html {
  const price = recorded
    ? ` ${lotsWritten(recorded.lots)} lots ${recorded.pair} ${side(recorded)} at ${textFromPoints(recorded.price, recorded.digits)}`
    : ''
  return lines(
    html`⏳ <b>WAITS at the broker:</b>${price}`,
    other,
    answered?.ticket ? `Order ${answered.ticket}` : null,
    recorded && levelsText(recorded),
  )
}
