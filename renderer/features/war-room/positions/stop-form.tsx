import { useState } from 'react'
import { changeCopy } from '../../../copy/positions.ts'
import { Button } from '../../../ui/button.tsx'
import { ChangeForm } from './change-form.tsx'
import { EndLines } from './end-lines.tsx'
import { NotYetLine } from './not-yet-line.tsx'
import { reckonStop } from './reckon.ts'
import type { Held } from './reckon.ts'

export function StopForm({ held }: Readonly<{ held: Held }>) {
  const [text, setText] = useState('')
  const { terminal, position, stop, target } = held.position
  const { breakEven, nearestStop } = held.handles
  const reckoned = reckonStop(held, text)
  const price = reckoned.is === 'ready' ? reckoned.facts.price : null
  return (
    <ChangeForm
      title={changeCopy.stop}
      field={changeCopy.stopField}
      text={text}
      example={stop ?? nearestStop}
      onText={setText}
      quick={
        <Button
          look="small"
          disabled={breakEven === null}
          title={breakEven ?? changeCopy.noBreakEven}
          onClick={() => setText(breakEven ?? '')}
        >
          {changeCopy.breakEven}
        </Button>
      }
      send={changeCopy.stopSend}
      command={price === null ? null : { kind: 'modifyPosition', terminal, position, stop: price, target }}
      onSent={() => setText('')}
    >
      {reckoned.is === 'ready' ? (
        <EndLines facts={reckoned.facts} held={held} />
      ) : (
        <NotYetLine why={reckoned.why} />
      )}
    </ChangeForm>
  )
}
