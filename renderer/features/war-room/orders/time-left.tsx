import type { OrderView } from '../../../../engine/contracts/open-trade-views.ts'
import { ordersCopy } from '../../../copy/orders.ts'
import { countdownText } from '../../../ui/format/time.ts'
import { useCountdown } from '../../../ui/use-countdown.ts'
import * as css from './orders.css.ts'

type Props = Readonly<{ order: Pick<OrderView, 'terminal'>; leftMs: number | null }>

/** How long an order still waits. It runs calmly: nothing is lost when it is over. */
export function TimeLeft({ order, leftMs }: Props) {
  if (leftMs === null) return <span className={css.left}>{ordersCopy.forever}</span>
  return <Clock leftMs={leftMs} terminal={order.terminal} />
}

function Clock({ leftMs, terminal }: Readonly<{ leftMs: number; terminal: string }>) {
  const left = useCountdown(leftMs, terminal)
  return (
    <span className={css.left} title={ordersCopy.leftTitle}>
      <span className={css.clock} role="timer">
        {countdownText(left)}
      </span>{' '}
      {ordersCopy.left}
    </span>
  )
}
