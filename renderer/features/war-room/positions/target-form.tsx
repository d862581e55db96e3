import { useState } from 'react'
import { changeCopy } from '../../../copy/positions.ts'
import { Button } from '../../../ui/button.tsx'
import { ChangeForm } from './change-form.tsx'
import { EndLines } from './end-lines.tsx'
import { NotYetLine } from './not-yet-line.tsx'
import { reckonTarget } from './reckon.ts'
import type { Held } from './reckon.ts'

export function TargetForm({ held }: Readonly<{ held: Held }>) {
  /** Null: no target any more. */
  const [wish, setWish] = useState<string | null>('')
  const { terminal, position, stop, target } = held.position
  const reckoned = reckonTarget(held, wish)
  const facts = reckoned.is === 'ready' ? reckoned.facts : null
  return (
    <ChangeForm
      title={changeCopy.target}
      field={changeCopy.targetField}
      text={wish ?? ''}
      example={wish === null ? changeCopy.noTarget : (target ?? changeCopy.noTarget)}
      onText={setWish}
      quick={
        <Button
          look="small"
          disabled={target === null}
          title={changeCopy.noTargetMeaning}
          onClick={() => setWish(null)}
        >
          {changeCopy.noTarget}
        </Button>
      }
      send={wish === null ? changeCopy.targetTake : changeCopy.targetSend}
      command={
        facts === null || stop === null
          ? null
          : { kind: 'modifyPosition', terminal, position, stop, target: facts.price }
      }
      onSent={() => setWish('')}
    >
      {reckoned.is === 'ready' ? (
        <EndLines facts={reckoned.facts} held={held} />
      ) : (
        <NotYetLine why={reckoned.why} />
      )}
    </ChangeForm>
  )
}
