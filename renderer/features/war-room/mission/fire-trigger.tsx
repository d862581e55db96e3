import { useId, useState } from 'react'
import type { MissionView } from '../../../../engine/contracts/views.ts'
import { triggerCopy } from '../../../copy/mission.ts'
import { useDesk } from '../../../stores/desk-context.ts'
import { useCurrency } from '../../../stores/terminals.ts'
import { amountText } from '../../../ui/format/money.ts'
import { useHold } from '../../../ui/hold/use-hold.ts'
import { spoken } from '../../../theme/type.css.ts'
import * as css from './fire-trigger.css.ts'

type Props = Readonly<{ view: MissionView; isAnswering: boolean; onFire: () => void }>

/** Outer ring: time left. Inner ring: how long it has been held. In the middle: the only button that costs money. */
export function FireTrigger({ view, isAnswering, onFire }: Props) {
  const { simulation } = useDesk()
  const help = useId()
  const currency = useCurrency(view.mission.terminal)
  const [wasReleased, setReleased] = useState(false)
  const isPossible = view.shot !== null && !isAnswering
  const { phase, handlers } = useHold(
    {
      begin: () => (setReleased(false), simulation.holdSteady()),
      cancel: () => (setReleased(true), simulation.letGo()),
      done: onFire,
    },
    isPossible,
  )
  const risk = view.shot === null ? '' : `${amountText(view.shot.riskCents)} ${currency}`
  const word = isAnswering ? triggerCopy.answering : isPossible ? triggerCopy.fire : triggerCopy.blocked
  const hint = phase === 'holding' ? triggerCopy.holding : triggerCopy.hold

  return (
    <>
      <button
        type="button"
        className={css.trigger}
        data-phase={phase}
        aria-disabled={!isPossible}
        aria-describedby={help}
        {...handlers}
      >
        <Rings leftShare={view.leftShare} />
        <span className={css.word}>{word}</span>
        {isPossible && <span className={css.hint}>{hint}</span>}
        <span className={spoken}>{triggerCopy.aim(view, risk)}</span>
      </button>
      <span id={help} className={spoken}>
        {triggerCopy.help}
      </span>
      <span className={spoken} role="status">
        {wasReleased ? triggerCopy.released : ''}
      </span>
    </>
  )
}

function Rings({ leftShare }: Readonly<{ leftShare: number }>) {
  return (
    <svg className={css.rings} viewBox="0 0 120 120" aria-hidden="true">
      <circle cx="60" cy="60" r="58" className={css.clockTrack} />
      <circle cx="60" cy="60" r="58" pathLength="1" className={css.clock} strokeDashoffset={1 - leftShare} />
      <circle cx="60" cy="60" r="53" pathLength="60" className={css.ticks} />
      <circle cx="60" cy="60" r="46" className={css.disc} />
      <circle cx="60" cy="60" r="41" className={css.bevel} />
      <circle cx="60" cy="60" r="46" pathLength="1" className={css.hold} />
    </svg>
  )
}
