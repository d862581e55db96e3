/** Results day by day, week by week, month by month. */
import type { PeriodFigures, Periods, PeriodUnit } from '../../../../contracts/periods.ts'
import { count, signed } from '../../../../domain/words/figures.ts'
import { fromTo } from '../../../../domain/words/times.ts'
import { html, lines } from '../../../texts/html.ts'
import type { Command } from '../../command.ts'
import { withAnswer } from '../parts/ask.ts'
import { withKind, type Asked } from '../parts/money-kind.ts'
import { leadsTo, reading, type Page } from '../parts/reading.ts'
import { table } from '../parts/table.ts'
import { KIND_WORDS, tableMoney } from '../parts/words.ts'
import { currencyOfAll, nothingClosed, severalAccounts } from './debrief-query.ts'

/** `most`: as many rows as a message has room for. */
const UNITS: Readonly<
  Record<PeriodUnit, Readonly<{ name: string; does: string; usual: number; most: number }>>
> = {
  day: { name: 'daily', does: 'Results of the last n trading days', usual: 7, most: 60 },
  week: { name: 'weekly', does: 'Results of the last n weeks', usual: 8, most: 52 },
  month: { name: 'monthly', does: 'Results of the last n months', usual: 6, most: 48 },
}

export const daily = byPeriod('day')
export const weekly = byPeriod('week')
export const monthly = byPeriod('month')

function byPeriod(unit: PeriodUnit): Command {
  const { name, does, usual, most } = UNITS[unit]
  return reading({
    name,
    does,
    takes: '[N] [KIND]',
    group: 'record',
    show: call =>
      withKind(
        call,
        asked => {
          const { kind, throughMs, n } = asked
          const query = {
            kind: 'periods',
            account: kind,
            scope: null,
            unit,
            throughMs,
            most: n ?? usual,
          } as const
          return withAnswer(call, query, answer => periodsPage(answer, asked))
        },
        most,
      ),
  })
}

function periodsPage(answer: Periods, { kind, ...asked }: Asked): Page {
  const { unit, periods, scope, accounts } = answer
  const currency = currencyOfAll(accounts, asked.currency)
  const isPractice = scope === 'drills' && periods.length > 0
  return {
    html: lines(
      html`<b>By ${unit}</b> · ${KIND_WORDS[kind]}${isPractice ? ' · drills' : ''}${currency === null ? '' : ` · ${currency}`}`,
      ...(periods.length === 0
        ? [nothingClosed(kind, false)]
        : [
            spanText(periods),
            table(
              ['left', 'right', 'right', 'right'],
              [[unit, 'n', 'R', 'net'], ...periods.map(row => rowOf(row, unit))],
            ),
            unit === 'day' ? 'Trading days end at 17:00 in New York and are named by that date.' : null,
            unit === 'week' ? 'Weeks are named by their Monday.' : null,
          ]),
      severalAccounts(accounts),
    ),
    buttons: [
      [
        leadsTo('Daily', `/daily ${kind}`),
        leadsTo('Weekly', `/weekly ${kind}`),
        leadsTo('Monthly', `/monthly ${kind}`),
      ],
    ],
  }
}

function spanText(periods: readonly PeriodFigures[]): string {
  const [newest, oldest] = [periods[0], periods.at(-1)]
  return newest === undefined || oldest === undefined ? '' : fromTo(oldest.name, newest.name)
}

const rowOf = ({ name, n, sumR, netCents }: PeriodFigures, unit: PeriodUnit): string[] => [
  unit === 'month' ? name : name.slice(5),
  count(n),
  n === 0 ? '–' : signed(sumR, 2),
  n === 0 ? '–' : tableMoney(netCents),
]
