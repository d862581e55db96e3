import { useState } from 'react'
import type { Debrief } from '../../../engine/contracts/debrief.ts'
import type { EquityRecord, ResultCurve } from '../../../engine/contracts/debrief-curves.ts'
import { FallChart } from '../../charts/fall-chart.tsx'
import { debriefCopy } from '../../copy/debrief.ts'
import { number } from '../../theme/type.css.ts'
import { Button } from '../../ui/button.tsx'
import { amountText } from '../../ui/format/money.ts'
import { fixed, rText } from '../../ui/format/numbers.ts'
import { spanText } from '../../ui/format/time.ts'
import { PanelMessage } from '../../ui/panel-message.tsx'
import { Panel } from '../../ui/panel.tsx'
import * as css from './charts.css.ts'

const VIEWS = ['equity', 'results'] as const

/** The account's equity with everything that floats, or the running sum of the trades that are looked at; falls beneath. */
export function CurvePanel({
  debrief: { equity, curve },
  isFiltered,
}: Readonly<{ debrief: Debrief; isFiltered: boolean }>) {
  const [wanted, show] = useState<(typeof VIEWS)[number] | null>(null)
  const view = wanted ?? (equity === null || isFiltered ? 'results' : 'equity')
  const switches = VIEWS.map(each => (
    <Button key={each} look="small" aria-pressed={each === view} onClick={() => show(each)}>
      {debriefCopy.views[each]}
    </Button>
  ))
  return (
    <Panel title={debriefCopy.curve} source="ledger" aside={switches} bare className={css.curve}>
      {view === 'results' ? (
        <Results curve={curve} />
      ) : equity === null ? (
        <PanelMessage tone="empty" text={debriefCopy.noEquity} next={debriefCopy.noEquityNext} />
      ) : (
        <Equity equity={equity} />
      )}
    </Panel>
  )
}

const percent = (value: number) => `${fixed(value, 1)} %`
const inR = (value: number) => `${fixed(value, 1)} R`

function Caption({ depth, longestMs, note }: Readonly<{ depth: string; longestMs: number; note: string }>) {
  return (
    <p className={css.caption}>
      <span className={`${number} ${css.depth}`}>{debriefCopy.depth(depth)}</span>
      {longestMs > 0 && <span className={css.small}>{debriefCopy.longest(spanText(longestMs))}</span>}
      <span className={css.aside}>{note}</span>
    </p>
  )
}

function Equity({ equity }: Readonly<{ equity: EquityRecord }>) {
  const { points, depthPct, nowPct, longestMs, grainPct } = equity
  const depth = `${percent(depthPct)}, ${debriefCopy.now(percent(nowPct))}`
  return (
    <>
      <Caption
        depth={depth}
        longestMs={longestMs}
        note={debriefCopy.equityNote(equity, `${fixed(grainPct, 2)} %`)}
      />
      <FallChart
        points={points.map(({ atMs, equityCents, depthPct: fall }) => ({
          atMs,
          value: equityCents,
          depth: fall,
        }))}
        label={debriefCopy.depth(depth)}
        valueText={amountText}
        tickText={cents => String(Math.round(cents / 100))}
        depthText={percent}
        base={null}
      />
    </>
  )
}

function Results({ curve: { points, depthR, longestMs } }: Readonly<{ curve: ResultCurve }>) {
  return (
    <>
      <Caption depth={inR(depthR)} longestMs={longestMs} note={debriefCopy.resultsNote} />
      <FallChart
        points={points.map(({ atMs, r, depthR: fall }) => ({ atMs, value: r, depth: fall }))}
        label={debriefCopy.depth(inR(depthR))}
        valueText={rText}
        tickText={inR}
        depthText={inR}
        base={0}
      />
    </>
  )
}
