/** What has become of an order that waited and was to be taken back from a chat. */
import type { EngineEvent, EventOf } from '../../../contracts/events.ts'
import type { OrderView } from '../../../contracts/open-trade-views.ts'
import { lotsWritten } from '../../../domain/words/figures.ts'
import { html, lines, type Html } from '../../texts/html.ts'
import type { Asked, Followed } from './follow.ts'
import { filledLots, orderSoFar, type OrderSoFar } from './order-outcome.ts'
import { noAnswerYet, verdictText } from './words.ts'

/** The terminal's word about taking it back; null: it has none yet, or does not know. */
function refusalIn(told: readonly EngineEvent[], order: string): EventOf<'cancelAnswered'> | null {
  const commands = told.flatMap(event =>
    event.kind === 'cancelRequested' && event.order === order ? [event.command] : [],
  )
  const said = told.flatMap(event =>
    event.kind === 'cancelAnswered' && commands.includes(event.command) ? [event] : [],
  )
  const last = said.at(-1)
  return last && last.is !== 'accepted' && last.is !== 'unknown' ? last : null
}

/** Nothing more of it will be filled. */
const isGone = ({ answered }: OrderSoFar): boolean =>
  answered !== null && !['unknown', 'placed', 'accepted'].includes(answered.is)

/** A part that was filled meanwhile is not the end of it: the rest is still to be taken back. */
export const isCancelOver =
  ({ order, lots }: OrderView) =>
  ({ told }: Asked): boolean => {
    const soFar = orderSoFar(told, order)
    const wanted = Number(soFar.answered?.lots ?? lots)
    return isGone(soFar) || filledLots(soFar) >= wanted - 1e-9 || refusalIn(told, order) !== null
  }

export function cancelOutcome({ told, answer }: Followed, { order, symbol, lots, waits }: OrderView): Html {
  const soFar = orderSoFar(told, order)
  const { answered, fills } = soFar
  const name = `${symbol} ${lots} lots${waits ? ` at ${waits.price}` : ''}`
  if (fills.length > 0) return filledText(soFar, name, lots)
  if (answered?.is === 'cancelled')
    return lines(html`✅ <b>TAKEN BACK</b> ${name}. Nothing of it was filled.`)
  if (answered?.is === 'expired') return lines(html`✅ <b>EXPIRED</b> ${name}. ${verdictText(answered)}`)
  const refusal = refusalIn(told, order)
  if (refusal) return lines(html`❌ <b>NOT TAKEN BACK</b> ${name}. ${verdictText(refusal)}`)
  return noAnswerYet(answer.is === 'done' ? answer.text : '')
}

function filledText(soFar: OrderSoFar, name: string, lots: number): Html {
  const deals = soFar.fills.map(
    ({ deal, lots: part, price, position }) => `Deal ${deal}: ${part} lots at ${price}, position ${position}`,
  )
  const filled = filledLots(soFar)
  if (filled >= lots - 1e-9)
    return lines(html`⚠️ <b>FILLED before it could be taken back:</b> ${name}`, ...deals)
  const isOver = isGone(soFar) || soFar.answered?.lots !== undefined
  return lines(
    html`⚠️ <b>PARTLY FILLED before it could be taken back:</b> ${lotsWritten(filled)} of ${name}`,
    ...deals,
    isOver ? 'The rest is gone.' : 'Of the rest nothing is known yet: it may still be filled.',
  )
}
