import { useState } from 'react'
import { changeCopy } from '../../../copy/positions.ts'
import { useCurrency } from '../../../stores/terminals.ts'
import { Button } from '../../../ui/button.tsx'
import { ChangeForm } from './change-form.tsx'
import { MoneyLine } from './money-line.tsx'
import { NotYetLine } from './not-yet-line.tsx'
import { halfOf, reckonPart } from './reckon.ts'
import type { Held, PartFacts } from './reckon.ts'
import * as css from './change-form.css.ts'

export function PartForm({ held }: Readonly<{ held: Held }>) {
  const [text, setText] = useState('')
  const { terminal, position } = held.position
  const half = halfOf(held)
  const reckoned = reckonPart(held, text)
  const lots = reckoned.is === 'ready' ? reckoned.facts.lots : null
  return (
    <ChangeForm
      isFirst
      title={changeCopy.part}
      field={changeCopy.partField}
      text={text}
      example={half ?? held.position.lots}
      onText={setText}
      quick={
        <Button
          look="small"
          disabled={half === null}
          title={half === null ? changeCopy.noHalf : half}
          onClick={() => setText(half ?? '')}
        >
          {changeCopy.half}
        </Button>
      }
      send={lots === null ? changeCopy.part : changeCopy.partSend(lots)}
      command={lots === null ? null : { kind: 'closePosition', terminal, position, lots }}
      onSent={() => setText('')}
    >
      {reckoned.is === 'ready' ? (
        <Outcome facts={reckoned.facts} held={held} />
      ) : (
        <NotYetLine why={reckoned.why} />
      )}
    </ChangeForm>
  )
}

function Outcome({ facts, held }: Readonly<{ facts: PartFacts; held: Held }>) {
  const currency = useCurrency(held.position.terminal)
  const { netCents, rest, restAtStopCents } = facts
  return (
    <>
      <MoneyLine words={changeCopy.partGives} cents={netCents} currency={currency} />
      {restAtStopCents === null ? (
        <span className={css.not}>{changeCopy.partUnstopped(rest)}</span>
      ) : (
        <MoneyLine
          words={changeCopy.partLeaves(rest)}
          cents={restAtStopCents}
          currency={currency}
          hasCosts={held.handles.costCents !== null}
        />
      )}
    </>
  )
}
