/** Closed trades one by one: all of them, and those that were won. */
import type { TradesPage } from '../../../../contracts/queries.ts'
import type { QueryOf } from '../../../../contracts/window-bridge.ts'
import { count, inR, lotsWritten } from '../../../../domain/words/figures.ts'
import { minuteOf } from '../../../../domain/words/times.ts'
import { html, lines, type Html } from '../../../texts/html.ts'
import { withAnswer } from '../parts/ask.ts'
import { withKind, type Asked } from '../parts/money-kind.ts'
import { leadsTo, reading, type Page } from '../parts/reading.ts'
import { KIND_WORDS, REASON_WORDS, SIDE_WORDS, won } from '../parts/words.ts'
import { nothingClosed } from './debrief-query.ts'

const USUAL = 5
const MOST = 20
/** Looked through for kills. */
const DEPTH = 500

type Trade = TradesPage['trades'][number]

export const trades = reading({
  name: 'trades',
  aliases: ['history'],
  does: 'The last n closed trades, with their deals',
  takes: '[N] [KIND]',
  group: 'record',
  show: call =>
    withKind(
      call,
      asked => withAnswer(call, newest(asked, asked.n ?? USUAL), page => tradesPage(page, asked)),
      MOST,
    ),
})

export const kills = reading({
  name: 'kills',
  does: 'The last n trades that were won',
  takes: '[N] [KIND]',
  group: 'record',
  show: call =>
    withKind(call, asked => withAnswer(call, newest(asked, DEPTH), page => killsPage(page, asked)), MOST),
})

const newest = ({ kind: account }: Asked, limit: number): QueryOf<'tradesPage'> => ({
  kind: 'tradesPage',
  account,
  beforeSeq: null,
  limit,
})

function tradesPage({ trades: shown, total }: TradesPage, asked: Asked): Page {
  const { kind } = asked
  return {
    html: lines(
      html`<b>Trades</b> · ${KIND_WORDS[kind]} · ${shown.length} of ${count(total)}`,
      total === 0 ? nothingClosed(kind, false) : null,
      ...shown.map(trade => tradeText(trade, asked)),
    ),
    buttons: [
      [
        leadsTo('Kills', `/kills ${kind}`),
        leadsTo('Daily', `/daily ${kind}`),
        leadsTo('Profit', `/profit ${kind}`),
      ],
    ],
  }
}

function killsPage({ trades: looked, total }: TradesPage, asked: Asked): Page {
  const { kind, n } = asked
  const found = looked.filter(({ netCents }) => netCents > 0)
  const last = total > looked.length ? 'the last ' : ''
  return {
    html: lines(
      html`<b>Kills</b> · ${KIND_WORDS[kind]} · ${count(found.length)} of ${last}${count(looked.length)} closed trades`,
      total === 0 ? nothingClosed(kind, false) : null,
      total > 0 && found.length === 0 ? 'None of them was won.' : null,
      ...found.slice(0, n ?? USUAL).map(trade => tradeText(trade, asked)),
    ),
    buttons: [[leadsTo('Trades', `/trades ${kind}`), leadsTo('Profit', `/profit ${kind}`)]],
  }
}

/** The ledger names no currency; that of the account that is shown is not another terminal's. */
function tradeText(trade: Trade, { terminal, currency }: Asked): Html {
  const { pair, side, lots, r, netCents, reason, closeMs, dealOut } = trade
  const money = won(netCents, trade.terminal === terminal ? currency : null)
  return html`\n<b>${pair} ${SIDE_WORDS[side]} ${lotsWritten(lots)}: ${inR(r)}</b>, ${money}\n${minuteOf(closeMs)} UTC, by ${REASON_WORDS[reason]}, deal ${dealOut}`
}
