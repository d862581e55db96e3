import type { ReactNode } from 'react'
import type { Debrief } from '../../../engine/contracts/debrief.ts'
import { CalibrationPanel } from '../../charts/calibration-panel.tsx'
import { debriefCopy } from '../../copy/debrief.ts'
import { CurvePanel } from './curve-panel.tsx'
import { ExcursionPanel, HistogramPanel } from './distribution-panels.tsx'
import { DriftPanel } from './promise-panels.tsx'
import * as css from './charts.css.ts'

/** Everything that is drawn. Loaded by `useCharts`, since the library that draws is larger than all the rest of the page. */
export function debriefCharts(debrief: Debrief, isFiltered: boolean): ReactNode {
  return (
    <>
      <CurvePanel debrief={debrief} isFiltered={isFiltered} />
      <div className={css.four}>
        <HistogramPanel histogram={debrief.histogram} />
        <ExcursionPanel excursions={debrief.excursions} />
        <CalibrationPanel
          calibration={debrief.calibration}
          title={debriefCopy.calibration}
          fewNext={debriefCopy.fewOutcomesNext}
        />
        <DriftPanel drift={debrief.drift} />
      </div>
    </>
  )
}
