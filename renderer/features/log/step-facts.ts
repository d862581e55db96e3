import type { EngineEvent } from '../../../engine/contracts/events.ts'
import { closeReasonWords, orderStateWords } from '../../copy/words.ts'
import { lotsText, rText } from '../../ui/format/numbers.ts'
import { priceText } from '../../ui/format/price.ts'
import { clockText } from '../../ui/format/time.ts'

/** What a step says besides what it is, each fact by itself; an event that says nothing more has none. */
export function stepFacts(event: EngineEvent, digits: number): readonly string[] {
  switch (event.kind) {
    case 'missionRefused':
      return event.refusals.map(({ text }) => text)
    case 'missionRetimed':
      return [`until ${clockText(event.expiresMs)}`]
    case 'missionExpired':
    case 'missionDeclined':
      return [event.reason]
    case 'fireDenied':
      return [`by ${event.origin}`, ...event.denials.map(({ text }) => text)]
    case 'orderRecorded':
      return [
        `by ${event.origin}`,
        `${lotsText(event.lots)} lots at ${priceText(event.price, digits)}`,
        `stop ${priceText(event.stop, digits)}, target ${priceText(event.target, digits)}`,
      ]
    case 'orderBecame':
      return [orderStateWords[event.state], event.why]
    case 'tradeClosed':
      return [closeReasonWords[event.trade.reason], rText(event.trade.r)]
    case 'excursionMeasured':
      return [`${rText(-event.maeR)} against, ${rText(event.mfeR)} for it`]
    case 'ghostEnded':
      return [`${event.outcome} at ${rText(event.r)}: never a result`]
    case 'xpAwarded':
      return [`${event.xp > 0 ? '+' : ''}${event.xp} XP`, ...(event.text === undefined ? [] : [event.text])]
    default:
      return managementFacts(event, digits)
  }
}

/** What was asked of the terminal, what it said, and what was done. */
function managementFacts(event: EngineEvent, digits: number): readonly string[] {
  switch (event.kind) {
    case 'orderAnswered':
    case 'closeAnswered':
    case 'cancelAnswered':
    case 'modifyAnswered':
      return [event.is, ...(event.text === '' ? [] : [event.text])]
    case 'dealDone':
      return [
        `${event.deal.entry} ${event.deal.lots} lots at ${event.deal.price}`,
        `ticket ${event.deal.deal}`,
      ]
    case 'closeRequested':
      return [`by ${event.origin}`, ...(event.lots ? [`${event.lots} lots`] : [])]
    case 'cancelRequested':
      return [`by ${event.origin}`, event.why]
    case 'modifyRequested':
      return [
        `by ${event.origin}`,
        `stop ${priceText(event.stop, digits)}`,
        event.target === null ? 'no target' : `target ${priceText(event.target, digits)}`,
      ]
    case 'stopChanged':
      return [event.stop === null ? 'no stop' : `stop ${priceText(event.stop, digits)}`]
    default:
      return []
  }
}
