import { useState } from 'react'
import { provingCopy } from '../../copy/proving.ts'
import { Button } from '../../ui/button.tsx'
import * as css from './proving.css.ts'
import { ReplayPanel } from './replay/replay-panel.tsx'
import { RunsRoom } from './runs/runs-room.tsx'
import { useLab } from './use-lab.ts'

const TABS = ['runs', 'replay'] as const

/** Where a setup is put to the proof before money is, and where a day is played again. */
export function ProvingPage() {
  const [tab, choose] = useState<(typeof TABS)[number]>('runs')
  const lab = useLab()
  return (
    <div className={css.whole}>
      <div className={css.tabs} role="group" aria-label={provingCopy.region}>
        {TABS.map(each => (
          <Button key={each} look="small" aria-pressed={tab === each} onClick={() => choose(each)}>
            {provingCopy.tabs[each]}
          </Button>
        ))}
      </div>
      {tab === 'runs' ? <RunsRoom lab={lab} /> : <ReplayPanel />}
    </div>
  )
}
