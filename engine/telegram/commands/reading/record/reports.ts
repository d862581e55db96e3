/** Drill report and SITREP: what has happened since the last one, or a day or week before. */
import type { EpochMs } from '../../../../contracts/primitives.ts'
import type { Report, ReportName, ReportTone } from '../../../../contracts/reports.ts'
import { minuteOf } from '../../../../domain/words/times.ts'
import { html, lines } from '../../../texts/html.ts'
import type { Command } from '../../command.ts'
import { withAnswer } from '../parts/ask.ts'
import { withKind, type Asked } from '../parts/money-kind.ts'
import { leadsTo, reading, type Page, type ReadingCall } from '../parts/reading.ts'
import { KIND_WORDS } from '../parts/words.ts'

/** Back to as many reports as an answer names. */
const MOST = 60

const NAMES: Readonly<
  Record<ReportName, Readonly<{ query: 'drillReport' | 'sitrep'; does: string; due: string }>>
> = {
  drill: {
    query: 'drillReport',
    does: 'Drill report of today so far, or the n-th before',
    due: 'every day at 18:00',
  },
  sitrep: {
    query: 'sitrep',
    does: 'SITREP of this week so far, or the n-th before',
    due: 'on Saturdays at 8:00',
  },
}

export const drill = ofReport('drill')
export const sitrep = ofReport('sitrep')

function ofReport(name: ReportName): Command {
  return reading({
    name,
    does: NAMES[name].does,
    takes: '[N] [KIND]',
    group: 'record',
    show: call => withKind(call, asked => reportPage(call, name, asked), MOST),
  })
}

async function reportPage(call: ReadingCall, name: ReportName, asked: Asked): Promise<Page> {
  const tone = (await call.desk.settings()).settings.reportTone
  return withReport(call, name, asked, null, now => {
    if (asked.n === null) return pageOf(now, tone)
    const dueMs = now.told[asked.n - 1]
    if (dueMs === undefined)
      return {
        html: lines(
          html`<b>${title(now)}</b>`,
          `So many have not been told yet: ${now.told.length}. One is due ${NAMES[name].due} by this computer’s clock.`,
        ),
      }
    return withReport(call, name, asked, dueMs, before => pageOf(before, tone))
  })
}

function withReport(
  call: ReadingCall,
  name: ReportName,
  { kind: account }: Asked,
  atMs: EpochMs | null,
  show: (report: Report) => Page | Promise<Page>,
): Promise<Page> {
  return name === 'drill'
    ? withAnswer(call, { kind: 'drillReport', account, dayMs: atMs }, show)
    : withAnswer(call, { kind: 'sitrep', account, weekMs: atMs }, show)
}

const title = ({ report, account }: Report): string =>
  `${report === 'drill' ? 'Drill report' : 'SITREP'} · ${KIND_WORDS[account]}`

function pageOf(answer: Report, tone: ReportTone): Page {
  const { report, account, fromMs, untilMs, text, told } = answer
  const { headline, lines: said } = text[tone]
  const from = fromMs === null ? 'Since the beginning' : `From ${minuteOf(fromMs)} UTC`
  return {
    html: lines(
      html`<b>${title(answer)}</b>`,
      `${from}${untilMs === null ? ', so far' : ` to ${minuteOf(untilMs)} UTC`}`,
      html`<b>${headline}</b>`,
      ...said,
    ),
    buttons: [
      [
        leadsTo('So far', `/${report} ${account}`),
        ...(told.length > 0 ? [leadsTo('The last told', `/${report} 1 ${account}`)] : []),
      ],
    ],
  }
}
