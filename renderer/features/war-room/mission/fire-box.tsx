import type { MissionView } from '../../../../engine/contracts/views.ts'
import { outcomeWord, triggerCopy, waitCopy } from '../../../copy/mission.ts'
import { orderStateWords } from '../../../copy/words.ts'
import { useView } from '../../../stores/desk-context.ts'
import { countdownText } from '../../../ui/format/time.ts'
import { TimeLeft } from '../orders/time-left.tsx'
import { Decline } from './decline.tsx'
import { FireTrigger } from './fire-trigger.tsx'
import { useDecision } from './use-decision.ts'
import * as css from './fire-box.css.ts'

/** The decision: the trigger with its clock, or the way out. */
export function FireBox({ view }: Readonly<{ view: MissionView }>) {
  const { mission, state, leftMs } = view
  const { isAnswering, send } = useDecision('fireMission', mission.id)
  if (state !== 'pending') return <Decided view={view} />
  return (
    <div className={css.box}>
      <FireTrigger view={view} isAnswering={isAnswering} onFire={send} />
      <p className={css.clock}>
        <span className={css.left}>{countdownText(leftMs)}</span> {triggerCopy.left}
      </p>
      <Decline mission={mission.id} />
    </div>
  )
}

function Decided({ view }: Readonly<{ view: MissionView }>) {
  const { mission, state, orderState } = view
  const order = useView(({ orders }) => orders.find(each => each.mission === mission.id))
  const orderWord = orderState === null ? null : orderStateWords[orderState]
  if (state === 'fired' && order !== undefined && order.waits !== null)
    return (
      <div className={css.box} role="status">
        <p className={css.outcome}>{orderState === 'waiting' ? waitCopy.placed : waitCopy.placing}</p>
        <p className={css.orderState}>{waitCopy.placedAt(order.waits.price)}</p>
        <TimeLeft order={order} leftMs={order.waits.leftMs} />
      </div>
    )
  const outcome = outcomeWord(state, orderState)
  return (
    <div className={css.box} role="status">
      <p className={css.outcome}>{outcome}</p>
      {orderWord !== null && orderWord !== outcome && <p className={css.orderState}>{orderWord}</p>}
    </div>
  )
}
