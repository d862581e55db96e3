/** What has become of a position, or of a part of it, that was to be closed from a chat. */
import type { EventOf } from '../../../contracts/events.ts'
import type { ClosedTrade } from '../../../contracts/mission.ts'
import type { PositionView } from '../../../contracts/open-trade-views.ts'
import type { Deal } from '../../../contracts/wire/facts.ts'
import { inR, lotsWritten } from '../../../domain/words/figures.ts'
import { html, lines, type Html } from '../../texts/html.ts'
import { won } from '../reading/parts/words.ts'
import type { Asked, Followed } from './follow.ts'
import { noAnswerYet, verdictText } from './words.ts'

/** `lots` of it; `currency` of its account, null when it is not known. */
export type Closing = Readonly<{ position: PositionView; lots: number; currency: string | null }>

type SoFar = Readonly<{
  answered: EventOf<'closeAnswered'> | null
  deals: readonly Deal[]
  trade: ClosedTrade | null
}>

/** Its deals name the command, or the position at its terminal: another account may number its positions alike. */
function soFarOf({ id, told }: Asked, { position }: Closing): SoFar {
  let answered: SoFar['answered'] = null
  let trade: ClosedTrade | null = null
  const deals: Deal[] = []
  const isIts = ({ terminal, deal }: EventOf<'dealDone'>) =>
    deal.id === id || (terminal === position.terminal && deal.position === position.position)
  for (const event of told) {
    if (event.kind === 'closeAnswered' && event.command === id) answered = event
    if (event.kind === 'dealDone' && event.deal.entry === 'out' && isIts(event)) deals.push(event.deal)
    if (event.kind === 'tradeClosed' && deals.some(({ deal }) => deal === event.trade.dealOut))
      trade = event.trade
  }
  return { answered, deals, trade }
}

const closedLots = (deals: readonly Deal[]): number => deals.reduce((sum, { lots }) => sum + Number(lots), 0)

const isWhole = ({ position, lots }: Closing): boolean => lots >= Number(position.lots) - 1e-9

/** All of a position is closed when its trade has its result. */
export const isCloseOver =
  (closing: Closing) =>
  (asked: Asked): boolean => {
    const { answered, deals, trade } = soFarOf(asked, closing)
    if (trade !== null) return true
    if (answered !== null && answered.is !== 'accepted' && answered.is !== 'unknown') return true
    return !isWhole(closing) && closedLots(deals) >= closing.lots - 1e-9
  }

export function closeOutcome(followed: Followed, closing: Closing): Html {
  const { answered, deals, trade } = soFarOf(followed, closing)
  if (trade) return closedText(trade, deals, closing)
  if (deals.length > 0) return partText(deals, closing)
  if (followed.isOver && answered) return lines(html`❌ <b>NOT CLOSED.</b> ${verdictText(answered)}`)
  const text = followed.answer.is === 'done' ? followed.answer.text : ''
  return noAnswerYet(answered?.is === 'unknown' ? `${verdictText(answered)} ${text}` : text)
}

function closedText(
  { netCents, r, pair, side, lots }: ClosedTrade,
  deals: readonly Deal[],
  closing: Closing,
): Html {
  return lines(
    html`✅ <b>CLOSED</b> ${pair} ${side === 'buy' ? 'long' : 'short'}, ${lotsWritten(lots)} lots in all`,
    html`<b>${inR(r)}</b> · ${won(netCents, closing.currency)}`,
    ...deals.map(dealText),
  )
}

function partText(deals: readonly Deal[], { position, currency }: Closing): Html {
  const closed = closedLots(deals)
  const left = Number(position.lots) - closed
  const cents = deals.reduce((sum, { profit, commission, swap }) => sum + profit + commission + swap, 0)
  return lines(
    html`✅ <b>PART CLOSED</b> ${position.symbol}: ${lotsWritten(closed)} lots, ${won(cents, currency)}`,
    ...deals.map(dealText),
    left > 1e-9 ? `${lotsWritten(left)} lots stay open in position ${position.position}.` : null,
  )
}

const dealText = ({ deal, lots, price }: Deal): string => `Deal ${deal}: ${lots} lots at ${price}`
