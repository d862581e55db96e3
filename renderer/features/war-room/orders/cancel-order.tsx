import { useState } from 'react'
import type { OrderView } from '../../../../engine/contracts/views.ts'
import { ordersCopy } from '../../../copy/orders.ts'
import { useDesk } from '../../../stores/desk-context.ts'
import { Button } from '../../../ui/button.tsx'

type Props = Readonly<{ order: OrderView; onRefused: (sentences: readonly string[]) => void }>

/** Takes an order back. One press: it costs nothing, and a mission that still lasts can be decided anew. */
export function CancelOrder({ order, onRefused }: Props) {
  const { tryOrder } = useDesk()
  const [isAsking, setAsking] = useState(false)

  async function cancel(): Promise<void> {
    setAsking(true)
    onRefused(await tryOrder({ kind: 'cancelOrder', order: order.order }))
    setAsking(false)
  }

  return (
    <Button
      look="small"
      disabled={isAsking}
      aria-label={ordersCopy.cancelName(order)}
      onClick={() => void cancel()}
    >
      {isAsking ? ordersCopy.cancelling : ordersCopy.cancel}
    </Button>
  )
}
