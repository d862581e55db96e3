import type { Debrief } from '../../../engine/contracts/debrief.ts'
import { DriftChart } from '../../charts/drift-chart.tsx'
import { debriefCopy } from '../../copy/debrief.ts'
import { rText } from '../../ui/format/numbers.ts'
import { dateText } from '../../ui/format/time.ts'
import { PanelMessage } from '../../ui/panel-message.tsx'
import { Panel } from '../../ui/panel.tsx'
import * as css from './charts.css.ts'

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
          <DriftChart
            points={drift.points}
            limit={drift.limit}
            isAlarm={drift.is === 'drifting'}
            placeText={debriefCopy.place}
            label={debriefCopy.driftNote(drift, rText(drift.promisedR), rText(drift.realisedR))}
          />
        </>
      )}
    </Panel>
  )
}
