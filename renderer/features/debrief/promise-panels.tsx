import { lazy } from 'react'
import type { Debrief } from '../../../engine/contracts/debrief.ts'
import type { Calibration } from '../../../engine/contracts/debrief-promises.ts'
import { debriefCopy } from '../../copy/debrief.ts'
import { fixed, percentText, rText } from '../../ui/format/numbers.ts'
import { dateText } from '../../ui/format/time.ts'
import { PanelMessage } from '../../ui/panel-message.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Later } from './distribution-panels.tsx'
import * as css from './charts.css.ts'

const ReliabilityChart = lazy(async () => ({
  default: (await import('../../charts/reliability-chart.tsx')).ReliabilityChart,
}))
const DriftChart = lazy(async () => ({ default: (await import('../../charts/drift-chart.tsx')).DriftChart }))

export function CalibrationPanel({ calibration }: Readonly<Pick<Debrief, 'calibration'>>) {
  return (
    <Panel title={debriefCopy.calibration} source="ledger" bare>
      {calibration.is === 'tooFew' ? (
        <PanelMessage
          tone="empty"
          text={debriefCopy.fewOutcomes(calibration.n)}
          next={debriefCopy.fewOutcomesNext}
        />
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
  const note = debriefCopy.calibrationNote(
    calibration,
    fixed(brier, 3),
    percentText(ece, 1),
    percentText(eceByChance, 1),
  )
  return (
    <>
      <p className={css.note}>{note}</p>
      <Later>
        <ReliabilityChart
          dots={dots}
          words={{ said: debriefCopy.said, happened: debriefCopy.met }}
          label={note}
        />
      </Later>
    </>
  )
}

export function DriftPanel({ drift }: Readonly<Pick<Debrief, 'drift'>>) {
  return (
    <Panel title={debriefCopy.drift} source="ledger" bare>
      {drift.is === 'tooFew' ? (
        <PanelMessage
          tone="empty"
          text={debriefCopy.fewPromises(drift.n)}
          next={debriefCopy.fewPromisesNext}
        />
      ) : (
        <>
          {drift.is === 'drifting' && drift.sinceMs !== null && (
            <p className={css.alarm} role="alert" title={debriefCopy.alarmNext}>
              {debriefCopy.alarm(dateText(drift.sinceMs))}
            </p>
          )}
          <p className={css.note}>
            {debriefCopy.driftNote(drift, rText(drift.promisedR), rText(drift.realisedR))}
          </p>
          <Later>
            <DriftChart
              points={drift.points}
              limit={drift.limit}
              isAlarm={drift.is === 'drifting'}
              placeText={debriefCopy.place}
              label={debriefCopy.driftNote(drift, rText(drift.promisedR), rText(drift.realisedR))}
            />
          </Later>
        </>
      )}
    </Panel>
  )
}
