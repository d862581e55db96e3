import { useState } from 'react'
import type { RunKey } from '../../../../engine/contracts/lab-desk.ts'
import { provingCopy } from '../../../copy/proving.ts'
import { NotRead } from '../../../ui/not-read.tsx'
import { Panel } from '../../../ui/panel.tsx'
import * as css from '../proving.css.ts'
import type { Lab } from '../use-lab.ts'
import { Comparison } from './comparison.tsx'
import { LabForm } from './lab-form.tsx'
import { LabNow } from './lab-now.tsx'
import { RunList } from './run-list.tsx'
import { RunReport } from './run-report.tsx'

type Shown =
  | Readonly<{ is: 'list' }>
  | Readonly<{ is: 'run'; run: RunKey }>
  | Readonly<{ is: 'pair'; runs: readonly RunKey[] }>
const LIST: Shown = { is: 'list' }

/** What to run and how it goes; beside it what was found. */
export function RunsRoom({ lab }: Readonly<{ lab: Lab }>) {
  const [shown, show] = useState<Shown>(LIST)
  const back = () => show(LIST)
  return (
    <div className={css.runs}>
      <div className={css.column}>
        {lab.lab === null ? (
          <Panel title={provingCopy.now.title} source="host">
            <NotRead words={provingCopy} problem={lab.problem} read={lab.read} />
          </Panel>
        ) : (
          <>
            <LabNow view={lab.lab} lab={lab} open={run => show({ is: 'run', run })} />
            <LabForm lab={lab} />
          </>
        )}
      </div>
      {shown.is === 'list' && (
        <RunList
          lab={lab.lab}
          open={run => show({ is: 'run', run })}
          compare={runs => show({ is: 'pair', runs })}
        />
      )}
      {shown.is === 'run' && <RunReport run={shown.run} back={back} />}
      {shown.is === 'pair' && <Comparison runs={shown.runs} back={back} />}
    </div>
  )
}
