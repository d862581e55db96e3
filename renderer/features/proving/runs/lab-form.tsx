import { useState } from 'react'
import type { FormEvent } from 'react'
import { provingCopy, dataWords, jobWords, windowWords } from '../../../copy/proving.ts'
import { Button } from '../../../ui/button.tsx'
import { Panel } from '../../../ui/panel.tsx'
import * as css from '../proving.css.ts'
import { useKept } from '../use-kept.ts'
import type { Lab } from '../use-lab.ts'
import { Choice, Line } from './form-parts.tsx'
import { LabDataFields } from './lab-data-fields.tsx'
import { FIRST_DRAFT, planOf, type LabDraft } from './lab-draft.ts'
import { PairPicker } from './pair-picker.tsx'

const copy = provingCopy.form
const JOBS = ['backtest', 'walkforward'] as const
const DATA = ['desk', 'folder', 'generated'] as const
const WINDOWS = ['expanding', 'rolling'] as const

export type Fill = (part: Partial<LabDraft>) => void

/** One run, from what is asked to the button that starts it. */
export function LabForm({ lab }: Readonly<{ lab: Lab }>) {
  const [draft, setDraft] = useState(FIRST_DRAFT)
  const { value: market } = useKept()
  const fill: Fill = part => setDraft(before => ({ ...before, ...part }))
  const plan = planOf(draft, market)
  const isBusy = lab.lab?.running !== null
  const start = (event: FormEvent) => {
    event.preventDefault()
    if (plan !== null) lab.wish({ kind: 'start', plan })
  }
  return (
    <Panel title={copy.title} source="host" className={css.still}>
      <form className={css.stack} onSubmit={start} aria-label={copy.title}>
        <Choice
          name={copy.what}
          all={JOBS}
          words={jobWords}
          chosen={draft.job}
          choose={job => fill({ job })}
        />
        {draft.job === 'walkforward' && <Windows draft={draft} fill={fill} />}
        <Choice
          name={copy.data}
          all={DATA}
          words={dataWords}
          chosen={draft.data}
          choose={data => fill({ data })}
        />
        <LabDataFields draft={draft} fill={fill} market={market} />
        <PairPicker draft={draft} fill={fill} market={market} />
        <div className={css.row}>
          <Line name={copy.period} type="date" value={draft.from} fill={from => fill({ from })} />
          <Line name={copy.before} type="date" value={draft.before} fill={before => fill({ before })} />
        </div>
        <p className={css.faint}>{copy.periodHint}</p>
        <Button look="gold" type="submit" disabled={plan === null || isBusy || lab.isSending}>
          {copy.start}
        </Button>
        {isBusy && <p className={css.faint}>{copy.busy}</p>}
      </form>
    </Panel>
  )
}

function Windows({ draft, fill }: Readonly<{ draft: LabDraft; fill: Fill }>) {
  return (
    <>
      <Choice
        name={copy.windows}
        all={WINDOWS}
        words={windowWords}
        chosen={draft.mode}
        choose={mode => fill({ mode })}
      />
      <div className={css.row}>
        <Line
          name={copy.fitMonths}
          type="number"
          value={draft.fitMonths}
          fill={fitMonths => fill({ fitMonths })}
        />
        <Line
          name={copy.stepMonths}
          type="number"
          value={draft.stepMonths}
          fill={stepMonths => fill({ stepMonths })}
        />
      </div>
    </>
  )
}
