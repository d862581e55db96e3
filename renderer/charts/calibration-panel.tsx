import { lazy, Suspense } from 'react'
import type { Calibration } from '../../engine/contracts/debrief-promises.ts'
import { calibrationCopy } from '../copy/calibration.ts'
import { fixed, percentText } from '../ui/format/numbers.ts'
import { PanelMessage } from '../ui/panel-message.tsx'
import { Panel } from '../ui/panel.tsx'
import * as css from './calibration-panel.css.ts'

const ReliabilityChart = lazy(async () => ({
  default: (await import('./reliability-chart.tsx')).ReliabilityChart,
}))

type Props = Readonly<{ calibration: Calibration; title: string; fewNext: string }>

/** What was said of targets against how many were met; of too few it says what counts. */
export function CalibrationPanel({ calibration, title, fewNext }: Props) {
  return (
    <Panel title={title} source="ledger" bare>
      {calibration.is === 'tooFew' ? (
        <PanelMessage tone="empty" text={calibrationCopy.few(calibration.n)} next={fewNext} />
      ) : (
        <Known calibration={calibration} />
      )}
    </Panel>
  )
}

function Known({ calibration }: Readonly<{ calibration: Extract<Calibration, { is: 'known' }> }>) {
  const { bins, brier, ece, eceByChance } = calibration
  const dots = bins.flatMap(({ said, happened: { value, low, high } }) =>
    value === null || low === null || high === null
      ? []
      : [{ said, happened: value, reach: [value - low, high - value] as const }],
  )
  const note = calibrationCopy.note(
    calibration,
    fixed(brier, 3),
    percentText(ece, 1),
    percentText(eceByChance, 1),
  )
  const waiting = (
    <PanelMessage tone="loading" text={calibrationCopy.loading} next={calibrationCopy.loadingNext} />
  )
  return (
    <>
      <p className={css.note}>{note}</p>
      <Suspense fallback={waiting}>
        <ReliabilityChart
          dots={dots}
          words={{ said: calibrationCopy.said, happened: calibrationCopy.met }}
          label={note}
        />
      </Suspense>
    </>
  )
}
