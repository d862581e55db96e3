import type { OrderView } from '../../../../engine/contracts/open-trade-views.ts'
import { ordersCopy } from '../../../copy/orders.ts'
import { useView } from '../../../stores/desk-context.ts'
import { label } from '../../../theme/type.css.ts'
import { OrderRow } from './order-row.tsx'
import * as css from './orders.css.ts'

const isWaiting = ({ state, waits, settle }: OrderView) =>
  waits !== null && state === 'waiting' && settle === null

/** What stays for longer than a shot is on its way gets room of its own. */
const lasts = (order: OrderView) => order.waits !== null || order.settle !== null

/** What is no position yet: on its way to the broker, or waiting there for its price. Nothing is drawn without any. */
export function Orders() {
  const orders = useView(view => view.orders)
  return (
    <>
      <Group look="inFlight" orders={orders.filter(order => !isWaiting(order))} />
      <Group look="waiting" orders={orders.filter(isWaiting)} />
    </>
  )
}

type GroupProps = Readonly<{ look: keyof typeof css.group; orders: readonly OrderView[] }>

function Group({ look, orders }: GroupProps) {
  if (orders.length === 0) return null
  return (
    <div className={css.group[look]} data-lasts={orders.some(lasts) || undefined}>
      <h3 className={label}>{ordersCopy[look]}</h3>
      <ul className={css.list} tabIndex={0} aria-label={ordersCopy[look]}>
        {orders.map(order => (
          <OrderRow key={`${order.terminal} ${order.order}`} order={order} />
        ))}
      </ul>
    </div>
  )
}
