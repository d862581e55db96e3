import type { EngineEvent, EventOf } from '../../contracts/events.ts'
import { unreachable } from '../../contracts/primitives.ts'
import { textFromPoints } from '../../domain/market/price.ts'
import { certainty, counted, inR, money } from '../text.ts'

/** What an event means, in one line; null for what only the ledger wants to know. */
export function sentenceOf(event: EngineEvent): string | null {
  switch (event.kind) {
    case 'terminalLinked':
      return `Terminal ${event.terminal} is linked: ${event.broker}, ${event.server}, a ${event.account} account`
    case 'terminalLost':
      return `Terminal ${event.terminal} is gone: ${event.reason}`
    case 'armed':
      return `Terminal ${event.terminal} is reconciled: missions may be fired`
    case 'disarmed':
      return `Nothing is fired on ${event.terminal}: ${event.reason}`
    case 'linkFaulted':
      return `${counted(event.count, 'faulty message')} from ${event.terminal}: ${event.text}`
    case 'missionIssued':
      return missionSentence(event)
    case 'missionExpired':
      return `Mission ${event.mission} expired: ${event.reason}`
    case 'missionRetimed':
      return null
    case 'missionDeclined':
      return `Mission ${event.mission} declined: ${event.reason}`
    case 'fireDenied':
      return `Not fired: ${event.denials.map(({ text }) => text).join(' ')}`
    case 'orderRecorded':
      return orderSentence(event)
    case 'orderAnswered':
      return `Order ${event.order} ${event.is}${event.text === '' ? '' : `: ${event.text}`}`
    case 'dealDone':
      return dealSentence(event)
    case 'tradeClosed':
      return tradeSentence(event)
    case 'externalSeen':
      return `Position ${event.position} on ${event.symbol} is not ours: it is shown and never touched`
    case 'stopChanged':
      return `Position ${event.position} has ${event.stop === null ? 'no stop' : 'another stop than recorded'}`
    case 'closeRequested':
      return `Closing position ${event.position}`
    case 'closeAnswered':
      return `Closing was ${event.is}${event.text === '' ? '' : `: ${event.text}`}`
    case 'flattenRequested':
      return `Closing everything on ${event.terminal}`
    case 'flattenEnded':
      return event.text
    case 'modifyRequested':
      return `Moving stop and target of position ${event.position}`
    case 'modifyAnswered':
      return `Moving was ${event.is}${event.text === '' ? '' : `: ${event.text}`}`
    case 'guardRaised':
      return event.text
    case 'guardEnded':
      return `${event.guard} has ended: ${event.why}`
    case 'consentGiven':
      return `Real money is traded on ${event.terminal} from now on`
    case 'ledgerRecovered':
      return event.text
    case 'settingsApplied':
      return 'Other settings hold now'
    case 'selectorSet':
      return `Selector ${event.selector}`
    case 'paused':
      return 'Paused: nothing new is fired'
    case 'resumed':
      return 'Resumed'
    case 'xpAwarded':
      return `${event.xp > 0 ? '+' : ''}${event.xp} XP, ${event.reason}`
    case 'engineStarted':
    case 'missionRefused':
    case 'candidateEnded':
    case 'orderSent':
    case 'orderBecame':
    case 'equityMarked':
      return null
    default:
      return unreachable(event)
  }
}

function missionSentence({ mission }: EventOf<'missionIssued'>): string {
  const { pair, side, entry, stop, target, digits, drill } = mission
  const price = (points: number) => textFromPoints(points, digits)
  return (
    `${drill ? 'DRILL' : 'MISSION'} ${pair} ${side} ${price(entry)}, stop ${price(stop)}, ` +
    `target ${price(target)}, ${certainty(mission)}`
  )
}

function orderSentence({ pair, side, lots, riskCents, stop, digits }: EventOf<'orderRecorded'>): string {
  return `FIRED ${pair} ${side} ${lots} lots, stop ${textFromPoints(stop, digits)}, risk ${money(riskCents)}`
}

function dealSentence({ deal }: EventOf<'dealDone'>): string {
  const verb = deal.entry === 'in' ? 'FILLED' : 'OUT'
  return `${verb} ${deal.symbol} ${deal.side} ${deal.lots} at ${deal.price}, deal ${deal.deal}`
}

function tradeSentence({ trade }: EventOf<'tradeClosed'>): string {
  return (
    `CLOSED ${trade.pair} ${trade.side} by ${trade.reason}: ${inR(trade.r)}, ${money(trade.netCents)} ` +
    `(${trade.kind})`
  )
}
