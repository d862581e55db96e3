import type { EventKind, EventOf } from '../../contracts/events.ts'
import { textFromPoints } from '../../domain/market/price.ts'
import { certainty, counted, inR, money } from '../text.ts'

type Sentence<K extends EventKind> = (event: EventOf<K>) => string | null
const nothing = (): null => null

/** A new kind of event stops the build here. */
const SENTENCES: Readonly<{ [K in EventKind]: Sentence<K> }> = {
  terminalLinked: event =>
    `Terminal ${event.terminal} is linked: ${event.broker}, ${event.server}, a ${event.account} account`,
  terminalLost: event => `Terminal ${event.terminal} is gone: ${event.reason}`,
  armed: event => `Terminal ${event.terminal} is reconciled: missions may be fired`,
  disarmed: event => `Nothing is fired on ${event.terminal}: ${event.reason}`,
  linkFaulted: event => `${counted(event.count, 'faulty message')} from ${event.terminal}: ${event.text}`,
  missionIssued: missionSentence,
  missionExpired: event => `Mission ${event.mission} expired: ${event.reason}`,
  missionRetimed: nothing,
  missionDeclined: event => `Mission ${event.mission} declined: ${event.reason}`,
  fireDenied: event => `Not fired: ${event.denials.map(({ text }) => text).join(' ')}`,
  orderRecorded: orderSentence,
  orderAnswered: event => `Order ${event.order} ${event.is}${event.text === '' ? '' : `: ${event.text}`}`,
  dealDone: dealSentence,
  tradeClosed: tradeSentence,
  externalSeen: event =>
    `Position ${event.position} on ${event.symbol} is not ours: it is shown and never touched`,
  stopChanged: event =>
    `Position ${event.position} has ${event.stop === null ? 'no stop' : 'another stop than recorded'}`,
  closeRequested: event => `Closing position ${event.position}`,
  closeAnswered: event => `Closing was ${event.is}${event.text === '' ? '' : `: ${event.text}`}`,
  flattenRequested: event => `Closing everything on ${event.terminal}`,
  flattenEnded: event => event.text,
  modifyRequested: event => `Moving stop and target of position ${event.position}`,
  modifyAnswered: event => `Moving was ${event.is}${event.text === '' ? '' : `: ${event.text}`}`,
  cancelRequested: event => `Taking back the waiting order ${event.order}: ${event.why}`,
  cancelAnswered: event => `Taking back was ${event.is}${event.text === '' ? '' : `: ${event.text}`}`,
  orderSettled: event => `Order ${event.order} was ended by hand: the terminal has no trace of it`,
  guardRaised: event => event.text,
  guardEnded: event => `${event.guard} has ended: ${event.why}`,
  consentGiven: event => `Real money is traded on ${event.terminal} from now on`,
  ledgerRecovered: event => event.text,
  settingsApplied: () => 'Other settings hold now',
  selectorSet: event => `Selector ${event.selector}`,
  paused: () => 'Paused: nothing new is fired',
  resumed: () => 'Resumed',
  xpAwarded: event => `${event.xp > 0 ? '+' : ''}${event.xp} XP, ${event.reason}`,
  lessonAnswered: event => `Lesson ${event.lesson} answered, ${event.right ? 'right' : 'wrong'}`,
  limitTried: event => event.text,
  reportTold: event => event.text,
  callSignTaken: event => `You are ${event.callSign} from now on`,
  enlistmentAccepted: event => `${event.callSign} has enlisted with you`,
  squadReportReceived: ({ report }) => `The weekly report of ${report.callSign} came`,
  recruitRemoved: event => `${event.recruit} is no longer in your squad: ${event.why}`,
  squadJoined: event => `You have enlisted with ${event.callSign}`,
  squadLeft: () => 'You have left the squad',
  chatPaired: event => `${event.name} is paired with the bot as ${event.role}`,
  chatUnpaired: event => `A chat is no longer paired with the bot: ${event.why}`,
  alertTaken: nothing,
  alertSent: nothing,
  alertsSettled: nothing,
  ghostEnded: nothing,
  excursionMeasured: nothing,
  tradeDebriefed: nothing,
  journalWritten: nothing,
  invitationMade: nothing,
  engineStarted: nothing,
  missionRefused: nothing,
  candidateEnded: nothing,
  orderSent: nothing,
  orderBecame: nothing,
  equityMarked: nothing,
}

/** What an event means, in one line; null for what only the ledger wants to know. */
export function sentenceOf<K extends EventKind>(event: EventOf<K>): string | null {
  const sentence: Sentence<K> = SENTENCES[event.kind as K]
  return sentence(event)
}

function missionSentence({ mission }: EventOf<'missionIssued'>): string {
  const { pair, side, entry, stop, target, digits, drill, test } = mission
  const price = (points: number) => textFromPoints(points, digits)
  return (
    `${test ? 'TEST FIRE' : drill ? 'DRILL' : 'MISSION'} ${pair} ${side} ${price(entry)}, stop ${price(stop)}, ` +
    `target ${price(target)}, ${certainty(mission)}`
  )
}

function orderSentence(event: EventOf<'orderRecorded'>): string {
  const { pair, side, lots, riskCents, price, stop, digits, waitsUntilMs } = event
  const at = (points: number) => textFromPoints(points, digits)
  const what =
    waitsUntilMs === undefined
      ? `FIRED ${pair} ${side} ${lots} lots`
      : `PLACED ${pair} ${side} ${lots} lots to wait at ${at(price)}`
  return `${what}, stop ${at(stop)}, risk ${money(riskCents)}`
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
