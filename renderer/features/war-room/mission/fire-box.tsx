import { useState } from 'react'
import type { MissionView } from '../../../../engine/contracts/views.ts'
import { triggerCopy } from '../../../copy/mission.ts'
import { missionStateWords, orderStateWords } from '../../../copy/words.ts'
import { useDesk } from '../../../stores/desk-context.ts'
import { countdownText } from '../../../ui/format/time.ts'
import { Decline } from './decline.tsx'
import { FireTrigger } from './fire-trigger.tsx'
import * as css from './fire-box.css.ts'

/** The decision: the trigger with its clock, or the way out. */
export function FireBox({ view }: Readonly<{ view: MissionView }>) {
  const { giveOrder, simulation } = useDesk()
  const [isAnswering, setAnswering] = useState(false)
  const { mission, state, orderState, leftMs } = view
  const orderWord = orderState === null ? null : orderStateWords[orderState]

  async function fire(): Promise<void> {
    setAnswering(true)
    await giveOrder({ kind: 'fireMission', mission: mission.id })
    setAnswering(false)
    simulation.letGo()
  }

  if (state !== 'pending')
    return (
      <div className={css.box} role="status">
        <p className={css.outcome}>{missionStateWords[state]}</p>
        {orderWord !== null && orderWord !== missionStateWords[state] && (
          <p className={css.orderState}>{orderWord}</p>
        )}
      </div>
    )
  return (
    <div className={css.box}>
      <FireTrigger view={view} isAnswering={isAnswering} onFire={() => void fire()} />
      <p className={css.clock}>
        <span className={css.left}>{countdownText(leftMs)}</span> {triggerCopy.left}
      </p>
      <Decline mission={mission.id} />
    </div>
  )
}
