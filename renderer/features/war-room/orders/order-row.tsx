import { useState } from 'react'
import type { OrderView } from '../../../../engine/contracts/views.ts'
import { ordersCopy } from '../../../copy/orders.ts'
import { useView } from '../../../stores/desk-context.ts'
import { Chip } from '../../../ui/chip.tsx'
import { lotsText } from '../../../ui/format/numbers.ts'
import { clockText } from '../../../ui/format/time.ts'
import { Refusals } from '../../../ui/refusals.tsx'
import { SideMark } from '../../../ui/side-mark.tsx'
import { number } from '../../../theme/type.css.ts'
import { CancelOrder } from './cancel-order.tsx'
import { SettleOrder } from './settle-order.tsx'
import { TimeLeft } from './time-left.tsx'
import * as css from './orders.css.ts'

export function OrderRow({ order }: Readonly<{ order: OrderView }>) {
  const [refusals, setRefusals] = useState<readonly string[]>([])
  const hasOthers = useView(view => view.links.length > 1)
  const sign = order.state === 'unknown' || order.settle !== null ? 'unknown' : order.state === 'waiting' ? 'waiting' : 'moving' // prettier-ignore
  return (
    <li className={css.row} data-order={order.order} data-order-state={order.state}>
      <span className={css.sign[sign]} aria-hidden="true" />
      <p className={css.head}>
        <span className={css.symbol}>{order.pair ?? order.symbol}</span>
        <SideMark side={order.side} />
        <span className={number}>{lotsText(order.lots)}</span>
      </p>
      <p className={css.what}>
        <strong className={css.state}>{ordersCopy.state(order)}</strong>
        {hasOthers && <span className={css.terminal}>{order.terminal}</span>}
        {order.text !== '' && <span className={css.text}>{order.text}</span>}
      </p>
      {order.waits === null ? (
        <Since ms={order.sinceMs} />
      ) : (
        <TimeLeft order={order} leftMs={order.waits.leftMs} />
      )}
      <span className={css.action}>
        <Action order={order} onRefused={setRefusals} />
      </span>
      {refusals.length > 0 && (
        <div className={css.refusals}>
          <Refusals sentences={refusals} />
        </div>
      )}
    </li>
  )
}

type ActionProps = Readonly<{ order: OrderView; onRefused: (sentences: readonly string[]) => void }>

/** What a person may do about it: a stranger's order is nobody's business here. */
function Action({ order, onRefused }: ActionProps) {
  if (order.external) return <Chip title={ordersCopy.externalMeaning}>{ordersCopy.external}</Chip>
  if (order.settle !== null) return <SettleOrder order={order} phrase={order.settle} />
  // One of ours that the ledger has lost has no id here: the desk takes it back by itself.
  if (order.waits !== null && order.mission !== null)
    return <CancelOrder order={order} onRefused={onRefused} />
  return null
}

function Since({ ms }: Readonly<{ ms: number }>) {
  return (
    <time className={css.since} title={ordersCopy.sinceTitle(clockText(ms))}>
      {clockText(ms)}
    </time>
  )
}
