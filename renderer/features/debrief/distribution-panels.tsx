import { lazy, Suspense } from 'react'
import type { ReactNode } from 'react'
import type { Debrief } from '../../../engine/contracts/debrief.ts'
import { debriefCopy } from '../../copy/debrief.ts'
import { countText, fixed } from '../../ui/format/numbers.ts'
import { PanelMessage } from '../../ui/panel-message.tsx'
import { Panel } from '../../ui/panel.tsx'
import * as css from './charts.css.ts'

const HistogramChart = lazy(async () => ({
  default: (await import('../../charts/histogram-chart.tsx')).HistogramChart,
}))
const ExcursionChart = lazy(async () => ({
  default: (await import('../../charts/excursion-chart.tsx')).ExcursionChart,
}))

/** A chart of the library, which comes a moment after the words around it. */
export function Later({ children }: Readonly<{ children: ReactNode }>) {
  const waiting = <PanelMessage tone="loading" text={debriefCopy.loading} next={debriefCopy.loadingNext} />
  return <Suspense fallback={waiting}>{children}</Suspense>
}

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
      <Later>
        <HistogramChart bars={bars} label={debriefCopy.histogram} />
      </Later>
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
          <Later>
            <ExcursionChart dots={points} words={debriefCopy} label={debriefCopy.excursions} />
          </Later>
        </>
      )}
    </Panel>
  )
}
