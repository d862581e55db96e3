import { lazy, Suspense } from 'react'
import type { CalibrationFigures } from '../../../../engine/contracts/proving.ts'
import { calibrationCopy } from '../../../copy/calibration.ts'
import { provingCopy } from '../../../copy/proving.ts'
import { countText } from '../../../ui/format/numbers.ts'
import { PanelMessage } from '../../../ui/panel-message.tsx'
import * as css from '../proving.css.ts'
import { eceText, ratioText } from './figures.ts'

const copy = provingCopy.story
const ReliabilityChart = lazy(async () => ({
  default: (await import('../../../charts/reliability-chart.tsx')).ReliabilityChart,
}))

/** How true the probabilities were: all candidates as a curve, and each set of them in figures. */
export function TrustCurve({ calibration }: Readonly<{ calibration: readonly CalibrationFigures[] }>) {
  const whole = calibration.find(({ scope }) => scope === 'all')
  if (whole === undefined || whole.n === 0)
    return <PanelMessage tone="empty" text={copy.noCalibration} next={copy.noCalibrationNext} />
  const dots = whole.bins.flatMap(({ said, happened: { value, low, high } }) =>
    value === null || low === null || high === null
      ? []
      : [{ said, happened: value, reach: [value - low, high - value] as const }],
  )
  const waiting = (
    <PanelMessage tone="loading" text={calibrationCopy.loading} next={calibrationCopy.loadingNext} />
  )
  return (
    <>
      <ul className={css.list}>
        {calibration.map(figures => (
          <li key={`${figures.scope} ${figures.intercept}`} className={css.dim}>
            {lineOf(figures)}
          </li>
        ))}
      </ul>
      <div className={css.curve}>
        <Suspense fallback={waiting}>
          <ReliabilityChart
            dots={dots}
            words={{ said: copy.said, happened: copy.happened }}
            label={copy.chart(countText(whole.n))}
          />
        </Suspense>
      </div>
    </>
  )
}

function lineOf({ scope, intercept, n, ece, eceByChance, slope, slopeError }: CalibrationFigures): string {
  const told = (value: number | null, text: (value: number) => string) =>
    value === null ? provingCopy.compare.none : text(value)
  return [
    `${copy.scope[scope]}, ${intercept}`,
    copy.trust(n),
    `ECE ${told(ece, eceText)} (${provingCopy.runs.chance(told(eceByChance, eceText))})`,
    `${provingCopy.runs.slope} ${told(slope, ratioText)} ± ${told(slopeError, ratioText)}`,
  ].join(' · ')
}
