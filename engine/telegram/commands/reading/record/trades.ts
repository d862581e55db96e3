/** Closed trades one by one: all of them, and those that were won. */
import type { TradesPage } from '../../../../contracts/queries.ts'
import { count, inR, lotsWritten } from '../../../../domain/words/figures.ts'
import { minuteOf } from '../../../../domain/words/times.ts'
import { html, lines, type Html } from '../../../texts/html.ts'
import { withAnswer } from '../parts/ask.ts'
import { withKind } from '../parts/money-kind.ts'
import { leadsTo, reading } from '../parts/reading.ts'
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
      ({ kind, n, currency }) =>
        withAnswer(call, { kind: 'tradesPage', account: kind, beforeSeq: null, limit: n ?? USUAL }, page => ({
          html: lines(
            html`<b>Trades</b> · ${KIND_WORDS[kind]} · ${page.trades.length} of ${count(page.total)}`,
            page.total === 0 ? nothingClosed(kind, false) : null,
            ...page.trades.map(trade => tradeText(trade, currency)),
          ),
          buttons: [
            [
              leadsTo('Kills', `/kills ${kind}`),
              leadsTo('Daily', `/daily ${kind}`),
              leadsTo('Profit', `/profit ${kind}`),
            ],
          ],
        })),
      MOST,
    ),
})

export const kills = reading({
  name: 'kills',
  does: 'The last n trades that were won',
  takes: '[N] [KIND]',
  group: 'record',
  show: call =>
    withKind(
      call,
      ({ kind, n, currency }) =>
        withAnswer(call, { kind: 'tradesPage', account: kind, beforeSeq: null, limit: DEPTH }, page => {
          const found = page.trades.filter(({ netCents }) => netCents > 0)
          const among = page.total > page.trades.length ? `, among the last ${count(page.trades.length)}` : ''
          return {
            html: lines(
              html`<b>Kills</b> · ${KIND_WORDS[kind]} · ${count(found.length)} of ${count(page.trades.length)} closed trades${among}`,
              page.total === 0
                ? nothingClosed(kind, false)
                : found.length === 0
                  ? 'None of them was won.'
                  : null,
              ...found.slice(0, n ?? USUAL).map(trade => tradeText(trade, currency)),
            ),
            buttons: [[leadsTo('Trades', `/trades ${kind}`), leadsTo('Profit', `/profit ${kind}`)]],
          }
        }),
      MOST,
    ),
})

const tradeText = (
  { pair, side, lots, r, netCents, reason, closeMs, dealOut }: Trade,
  currency: string | null,
): Html =>
  html`\n<b>${pair} ${SIDE_WORDS[side]} ${lotsWritten(lots)}: ${inR(r)}</b>, ${won(netCents, currency)}\n${minuteOf(closeMs)} UTC, by ${REASON_WORDS[reason]}, deal ${dealOut}`
