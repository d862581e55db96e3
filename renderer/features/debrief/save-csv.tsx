import { useState } from 'react'
import type { Debrief } from '../../../engine/contracts/debrief.ts'
import { debriefCopy } from '../../copy/debrief.ts'
import { useDesk } from '../../stores/desk-context.ts'
import { Button } from '../../ui/button.tsx'
import { saveAsFile } from '../../ui/save-as-file.ts'
import * as css from './filter-bar.css.ts'
import type { Choice } from './use-debrief.ts'

type Saving = Readonly<{ is: 'idle' | 'reading' }> | Readonly<{ is: 'failed'; text: string }>

/** The trades behind the page, as it is filtered. */
export function SaveCsv({ debrief, choice }: Readonly<{ debrief: Debrief; choice: Choice }>) {
  const { bridge } = useDesk()
  const [saving, setSaving] = useState<Saving>({ is: 'idle' })
  const save = async () => {
    setSaving({ is: 'reading' })
    const { account } = debrief
    const answer = await bridge.ask<'debriefTrades'>({ kind: 'debriefTrades', account, ...choice })
    if (answer.is === 'failed') return setSaving(answer)
    saveAsFile(debriefCopy.csvName(debrief), answer.value.csv, 'text/csv')
    setSaving({ is: 'idle' })
  }
  return (
    <>
      {saving.is === 'failed' && (
        <span role="alert" className={css.note}>
          {saving.text}
        </span>
      )}
      <Button
        look="small"
        title={debriefCopy.saveCsvHint}
        disabled={saving.is === 'reading'}
        onClick={() => void save()}
      >
        {saving.is === 'reading' ? debriefCopy.reading : debriefCopy.saveCsv}
      </Button>
    </>
  )
}
