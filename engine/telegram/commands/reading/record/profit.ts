import type { Debrief } from '../../../../contracts/debrief.ts'
import type { EpochMs } from '../../../../contracts/primitives.ts'
import { counted, inR } from '../../../../domain/words/figures.ts'
import { daysOf } from '../../../../domain/words/times.ts'
import { html, lines, type Html } from '../../../texts/html.ts'
import { withAnswer } from '../parts/ask.ts'
import { withKind, type Asked } from '../parts/money-kind.ts'
import { leadsTo, reading, type Page, type ReadingCall } from '../parts/reading.ts'
import { KIND_WORDS, won } from '../parts/words.ts'
import { currencyOfAll, debriefFrom, nothingClosed, severalAccounts } from './debrief-query.ts'
import { fallLines, winLines } from './figure-lines.ts'

const MOST_DAYS = 365

export const profit = reading({
  name: 'profit',
  aliases: ['debrief'],
  does: 'What closed trades came to, and how sure that is; of the last n trading days',
  takes: '[DAYS] [KIND]',
  group: 'record',
  show: call => withKind(call, asked => profitPage(call, asked), MOST_DAYS),
})

function profitPage(call: ReadingCall, asked: Asked): Promise<Page> {
  const { kind, n, throughMs } = asked
  if (n === null) return ofTime(call, asked, null)
  // The same days as /daily tells them.
  return withAnswer(
    call,
    { kind: 'periods', account: kind, scope: null, unit: 'day', throughMs, most: n },
    ({ periods }) => ofTime(call, asked, periods.at(-1)?.fromMs ?? null),
  )
}

const ofTime = (call: ReadingCall, asked: Asked, fromMs: EpochMs | null): Promise<Page> =>
  withAnswer(call, debriefFrom(asked.kind, fromMs), debrief => ({
    html: lines(
      html`<b>Profit</b> · ${KIND_WORDS[asked.kind]}${asked.n === null ? '' : ` · last ${counted(asked.n, 'trading day')}`}`,
      ...(debrief.n === 0
        ? [nothingClosed(asked.kind, fromMs !== null)]
        : profitLines(debrief, asked.currency)),
    ),
    buttons: [
      [
        leadsTo('7 days', `/profit 7 ${asked.kind}`),
        leadsTo('30 days', `/profit 30 ${asked.kind}`),
        leadsTo('All', `/profit ${asked.kind}`),
      ],
      [
        leadsTo('Daily', `/daily ${asked.kind}`),
        leadsTo('By pair', `/performance ${asked.kind}`),
        leadsTo('Stats', `/stats ${asked.kind}`),
      ],
    ],
  }))

function profitLines(debrief: Debrief, currency: string | null): (Html | string | null)[] {
  const { all, scope, n, fromMs, toMs } = debrief
  const time = fromMs === null || toMs === null ? '' : `, ${daysOf(fromMs, toMs)}`
  return [
    `${counted(n, scope === 'drills' ? 'closed drill' : 'closed trade')}${time}`,
    html`<b>${inR(all.sumR)}, ${won(all.netCents, currencyOfAll(debrief.accounts, currency))}</b>`,
    ...winLines(debrief),
    ...fallLines(debrief),
    scope === 'drills' ? 'Drills are practice: they are never added to trades.' : null,
    severalAccounts(debrief.accounts),
    'After all costs. In brackets: 95 % intervals.',
  ]
}
