import type { Debrief } from '../../../engine/contracts/debrief.ts'
import { ExcursionChart } from '../../charts/excursion-chart.tsx'
import { HistogramChart } from '../../charts/histogram-chart.tsx'
import { debriefCopy } from '../../copy/debrief.ts'
import { countText, fixed } from '../../ui/format/numbers.ts'
import { PanelMessage } from '../../ui/panel-message.tsx'
import { Panel } from '../../ui/panel.tsx'
import * as css from './charts.css.ts'

export function HistogramPanel({
  histogram: { fromR, widthR, counts },
}: Readonly<Pick<Debrief, 'histogram'>>) {
  const bars = counts.map((n, at) => {
    const from = fromR + at * widthR
    return { middle: from + widthR / 2, n, text: debriefCopy.bar(fixed(from, 2), fixed(from + widthR, 2)) }
  })
  return (
    <Panel title={debriefCopy.histogram} source="ledger" bare>
      <p className={css.note}>{debriefCopy.histogramNote}</p>
      <HistogramChart bars={bars} label={debriefCopy.histogram} />
    </Panel>
  )
}

export function ExcursionPanel({ excursions: { known, n, points } }: Readonly<Pick<Debrief, 'excursions'>>) {
  return (
    <Panel title={debriefCopy.excursions} source="ledger" bare>
      {known === 0 ? (
        <PanelMessage tone="empty" text={debriefCopy.noExcursions} next={debriefCopy.noExcursionsNext} />
      ) : (
        <>
          <p className={css.note}>{debriefCopy.excursionNote(countText(known), countText(n))}</p>
          <ExcursionChart dots={points} words={debriefCopy} label={debriefCopy.excursions} />
        </>
      )}
    </Panel>
  )
}
