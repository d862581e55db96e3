/** What has become of an order that waited and was to be taken back from a chat. */
import type { EngineEvent, EventOf } from '../../../contracts/events.ts'
import type { OrderView } from '../../../contracts/views.ts'
import { html, lines, type Html } from '../../texts/html.ts'
import type { Asked, Followed } from './follow.ts'
import { orderSoFar } from './order-outcome.ts'
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

export const isCancelOver =
  ({ order }: OrderView) =>
  ({ told }: Asked): boolean => {
    const { answered, fills } = orderSoFar(told, order)
    const hasEnded = answered !== null && answered.is !== 'unknown' && answered.is !== 'placed'
    return hasEnded || fills.length > 0 || refusalIn(told, order) !== null
  }

export function cancelOutcome({ told, answer }: Followed, { order, symbol, lots, waits }: OrderView): Html {
  const { answered, fills } = orderSoFar(told, order)
  const name = `${symbol} ${lots} lots${waits ? ` at ${waits.price}` : ''}`
  const [fill] = fills
  if (fill)
    return lines(
      html`⚠️ <b>FILLED before it could be taken back:</b> ${name}`,
      `Deal ${fill.deal}: ${fill.lots} lots at ${fill.price}, position ${fill.position}`,
    )
  if (answered?.is === 'cancelled')
    return lines(html`✅ <b>TAKEN BACK</b> ${name}. Nothing of it was filled.`)
  if (answered?.is === 'expired') return lines(html`✅ <b>EXPIRED</b> ${name}. ${verdictText(answered)}`)
  const refusal = refusalIn(told, order)
  if (refusal) return lines(html`❌ <b>NOT TAKEN BACK</b> ${name}. ${verdictText(refusal)}`)
  return noAnswerYet(answer.is === 'done' ? answer.text : '')
}
