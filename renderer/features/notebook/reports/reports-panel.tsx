import { useCallback, useState } from 'react'
import type { AccountKind, EpochMs } from '../../../../engine/contracts/primitives.ts'
import type { Report, ReportName, ReportTone } from '../../../../engine/contracts/reports.ts'
import { notebookCopy, reportsCopy, reportWords, toneWords } from '../../../copy/notebook.ts'
import { useDesk, useView } from '../../../stores/desk-context.ts'
import { useArchive } from '../../../stores/use-archive.ts'
import { Button } from '../../../ui/button.tsx'
import { clockText, dateText } from '../../../ui/format/time.ts'
import { NotRead } from '../../../ui/not-read.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { Keys } from './keys.tsx'
import { useReportTone } from './use-report-tone.ts'
import * as css from './reports.css.ts'

type Props = Readonly<{ kind: AccountKind; news: number }>

/** Drill report and SITREP: the one that runs, and those that were told. */
export function ReportsPanel({ kind, news }: Props) {
  const [name, setName] = useState<ReportName>('drill')
  const { tone, choose } = useReportTone()
  return (
    <Panel title={reportsCopy.title} source="ledger" aside={reportsCopy.when[name]} className={css.panel}>
      <div className={css.body}>
        <div className={css.row}>
          <Keys name={reportsCopy.region} words={reportWords} chosen={name} onChoose={setName} />
          <Keys name={reportsCopy.tones} words={toneWords} chosen={tone} onChoose={choose} />
        </div>
        <ReportOf key={name} kind={kind} name={name} tone={tone} news={news} />
      </div>
    </Panel>
  )
}

function ReportOf({ kind, name, tone, news }: Props & Readonly<{ name: ReportName; tone: ReportTone }>) {
  const { bridge } = useDesk()
  const [atMs, setAt] = useState<EpochMs | null>(null)
  const newest = useView(view => view.closed[0]?.order)
  const ask = useCallback(
    () =>
      name === 'drill'
        ? bridge.ask<'drillReport'>({ kind: 'drillReport', account: kind, dayMs: atMs })
        : bridge.ask<'sitrep'>({ kind: 'sitrep', account: kind, weekMs: atMs }),
    [bridge, kind, name, atMs],
  )
  const { value, problem, read } = useArchive<Report>(ask, `${news} ${newest}`)
  if (value === null)
    return <NotRead words={{ ...notebookCopy, ...reportsCopy }} problem={problem} read={read} />
  return <ReportText report={value} tone={tone} onTurn={setAt} />
}

type TextProps = Readonly<{ report: Report; tone: ReportTone; onTurn: (atMs: EpochMs | null) => void }>

function ReportText({ report, tone, onTurn }: TextProps) {
  const { told, untilMs, text } = report
  const at = untilMs === null ? -1 : told.indexOf(untilMs)
  const earlier = told[at + 1]
  const { headline, lines } = text[tone]
  return (
    <>
      <p className={css.headline}>{headline}</p>
      <ul className={css.lines}>
        {lines.map(line => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <div className={css.row}>
        <p className={css.small}>{spanOf(report)}</p>
        <div className={css.keys}>
          <Button look="small" disabled={earlier === undefined} onClick={() => onTurn(earlier ?? null)}>
            {reportsCopy.earlier}
          </Button>
          <Button look="small" disabled={untilMs === null} onClick={() => onTurn(told[at - 1] ?? null)}>
            {reportsCopy.later}
          </Button>
        </div>
      </div>
      <p className={css.small}>{reportsCopy.source}</p>
    </>
  )
}

function spanOf({ fromMs, untilMs }: Report): string {
  if (untilMs === null && fromMs !== null) return `${reportsCopy.running} (${moment(fromMs)})`
  if (untilMs === null) return reportsCopy.running
  const from = fromMs === null ? reportsCopy.beginning : moment(fromMs)
  return `${reportsCopy.from} ${from} ${reportsCopy.until} ${moment(untilMs)}`
}

const moment = (ms: number): string => `${dateText(ms)}, ${clockText(ms).slice(0, 5)} UTC`
