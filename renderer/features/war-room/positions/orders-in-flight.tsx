import { ordersCopy } from '../../../copy/positions.ts'
import { orderStateWords } from '../../../copy/words.ts'
import { useView } from '../../../stores/desk-context.ts'
import { lotsText } from '../../../ui/format/numbers.ts'
import { clockText } from '../../../ui/format/time.ts'
import { SideMark } from '../../../ui/side-mark.tsx'
import { label, number } from '../../../theme/type.css.ts'
import * as css from './orders-in-flight.css.ts'

/** Orders between the trigger and the fill, each with its state. Nothing is drawn while none is under way. */
export function OrdersInFlight() {
  const orders = useView(view => view.orders)
  if (orders.length === 0) return null
  return (
    <div className={css.frame}>
      <h3 className={label}>{ordersCopy.title}</h3>
      <ul>
        {orders.map(order => (
          <li key={order.order} className={css.row} data-order-state={order.state}>
            <span className={order.state === 'unknown' ? css.signUnknown : css.sign} aria-hidden="true" />
            <span className={css.pair}>{order.pair}</span>
            <SideMark side={order.side} />
            <span className={number}>{lotsText(order.lots)}</span>
            <strong className={css.state}>{orderStateWords[order.state]}</strong>
            <span className={css.text}>{order.text}</span>
            <time className={css.since} title={ordersCopy.sinceTitle(clockText(order.sinceMs))}>
              {clockText(order.sinceMs)}
            </time>
          </li>
        ))}
      </ul>
    </div>
  )
}
