import { useState } from 'react'
import type { LabView, RunKey } from '../../../../engine/contracts/lab-desk.ts'
import type { LabRuns } from '../../../../engine/contracts/lab-runs.ts'
import { provingCopy } from '../../../copy/proving.ts'
import { Button } from '../../../ui/button.tsx'
import { NotRead } from '../../../ui/not-read.tsx'
import { PanelMessage } from '../../../ui/panel-message.tsx'
import { Panel } from '../../../ui/panel.tsx'
import * as css from '../proving.css.ts'
import { RunRow } from './run-row.tsx'
import { runName, useRuns } from './use-runs.ts'

const copy = provingCopy.runs
const MOST = 3

type Props = Readonly<{
  lab: LabView | null
  open: (run: RunKey) => void
  compare: (runs: readonly RunKey[]) => void
}>

/** Everything that the lab has kept, newest first; two or three of it can be laid side by side. */
export function RunList({ lab, open, compare }: Props) {
  const { value, problem, read } = useRuns(lab)
  const [picked, pick] = useState<readonly RunKey[]>([])
  const isPicked = (key: RunKey) => picked.some(other => runName(other) === runName(key))
  const toggle = (key: RunKey) =>
    pick(before =>
      isPicked(key) ? before.filter(other => runName(other) !== runName(key)) : [...before, key].slice(-MOST),
    )
  const aside = value !== null && value.runs.length > 1 && (
    <>
      {picked.length < 2 && copy.compareHint}
      <Button look="small" disabled={picked.length < 2} onClick={() => compare(picked)}>
        {picked.length < 2 ? copy.compareNone : copy.compare(picked.length)}
      </Button>
    </>
  )
  return (
    <Panel title={copy.title} source="host" aside={aside} bare>
      {value === null ? (
        <NotRead words={copy} problem={problem} read={read} />
      ) : (
        <Known runs={value} problem={problem} open={open} isPicked={isPicked} toggle={toggle} />
      )}
    </Panel>
  )
}

type KnownProps = Readonly<{
  runs: LabRuns
  problem: string | null
  open: (run: RunKey) => void
  isPicked: (run: RunKey) => boolean
  toggle: (run: RunKey) => void
}>

function Known({ runs: { runs, older }, problem, open, isPicked, toggle }: KnownProps) {
  if (runs.length === 0) return <PanelMessage tone="empty" text={copy.none} next={copy.noneNext} />
  return (
    <div className={css.body} role="group" aria-label={copy.title} tabIndex={0}>
      {problem !== null && <p className={css.warn}>{copy.old}</p>}
      <table className={css.table}>
        <thead>
          <tr>
            <td />
            <th className={css.headLeft}>{copy.what}</th>
            <th className={css.headLeft}>{copy.data}</th>
            <th className={css.head}>{copy.n}</th>
            <th className={css.head}>{copy.net}</th>
            <th className={css.head}>{copy.random}</th>
            <th className={css.head}>{copy.factor}</th>
            <th className={css.head} title={copy.slopeHint}>
              {copy.slopeAndError}
            </th>
          </tr>
        </thead>
        <tbody>
          {runs.map(run => (
            <RunRow
              key={runName(run.key)}
              run={run}
              isPicked={isPicked(run.key)}
              toggle={() => toggle(run.key)}
              open={() => open(run.key)}
            />
          ))}
        </tbody>
      </table>
      {older > 0 && <p className={css.faint}>{copy.older(older)}</p>}
    </div>
  )
}
