import type { OrderView } from '../../../../engine/contracts/open-trade-views.ts'
import { ordersCopy } from '../../../copy/orders.ts'
import { useSending } from '../../../stores/use-sending.ts'
import { lotsText } from '../../../ui/format/numbers.ts'
import { clockText } from '../../../ui/format/time.ts'
import { Refusals } from '../../../ui/refusals.tsx'
import { TerminalName } from '../../../ui/terminal-name.tsx'
import { SideMark } from '../../../ui/side-mark.tsx'
import { number } from '../../../theme/type.css.ts'
import { OrderAction } from './order-action.tsx'
import { TimeLeft } from './time-left.tsx'
import * as css from './orders.css.ts'

export function OrderRow({ order }: Readonly<{ order: OrderView }>) {
  const { isSending, refusals, send } = useSending()
  const cancel = () => send({ kind: 'cancelOrder', order: order.order })
  return (
    <li className={css.row} data-order={order.order} data-order-state={order.state}>
      <span className={css.sign[signOf(order)]} aria-hidden="true" />
      <p className={css.head}>
        <span className={css.symbol}>{order.pair ?? order.symbol}</span>
        <SideMark side={order.side} />
        <span className={number}>{lotsText(order.lots)}</span>
      </p>
      <Standing order={order} />
      {order.waits === null ? (
        <Since ms={order.sinceMs} />
      ) : (
        <TimeLeft order={order} leftMs={order.waits.leftMs} />
      )}
      <span className={css.action}>
        <OrderAction order={order} isAsking={isSending} onCancel={cancel} />
      </span>
      {refusals.length > 0 && (
        <div className={css.refusals}>
          <Refusals sentences={refusals} />
        </div>
      )}
    </li>
  )
}

function signOf({ state, settle }: OrderView): keyof typeof css.sign {
  if (state === 'unknown' || settle !== null) return 'unknown'
  return state === 'waiting' ? 'waiting' : 'moving'
}

function Standing({ order }: Readonly<{ order: OrderView }>) {
  return (
    <p className={css.what}>
      <strong className={css.state}>{ordersCopy.state(order)}</strong>
      <TerminalName terminal={order.terminal} />
      {order.text !== '' && <span className={css.text}>{order.text}</span>}
    </p>
  )
}

function Since({ ms }: Readonly<{ ms: number }>) {
  return (
    <time className={css.since} title={ordersCopy.sinceTitle(clockText(ms))}>
      {clockText(ms)}
    </time>
  )
}
