import { useState } from 'react'
import type { PositionView } from '../../../../engine/contracts/open-trade-views.ts'
import { positionsCopy } from '../../../copy/positions.ts'
import { useDesk } from '../../../stores/desk-context.ts'
import { Button } from '../../../ui/button.tsx'
import * as css from './positions.css.ts'

type Step = 'idle' | 'asking' | 'closing'

/** Two presses on purpose: leaving a plan early should be a decision, not a slip. */
export function CloseControl({ position }: Readonly<{ position: PositionView }>) {
  const { giveOrder } = useDesk()
  const [step, setStep] = useState<Step>('idle')

  async function close(): Promise<void> {
    setStep('closing')
    await giveOrder({ kind: 'closePosition', terminal: position.terminal, position: position.position })
    setStep('idle')
  }

  if (step !== 'asking')
    return (
      <Button
        look="small"
        disabled={step === 'closing'}
        aria-label={positionsCopy.name(position)}
        onClick={() => setStep('asking')}
      >
        {step === 'closing' ? positionsCopy.closing : positionsCopy.close}
      </Button>
    )
  return (
    <div className={css.question}>
      <Button look="smallGold" autoFocus onClick={() => void close()}>
        {positionsCopy.closeNow}
      </Button>
      <Button look="small" onClick={() => setStep('idle')}>
        {positionsCopy.keep}
      </Button>
    </div>
  )
}
