import type { OrderView } from '../../../../engine/contracts/open-trade-views.ts'
import { ordersCopy } from '../../../copy/orders.ts'
import { Button } from '../../../ui/button.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { SettleOrder } from './settle-order.tsx'

type Props = Readonly<{ order: OrderView; isAsking: boolean; onCancel: () => void }>

/** What a person may do about it: a stranger's order is nobody's business here. */
export function OrderAction({ order, isAsking, onCancel }: Props) {
  if (order.external) return <Chip title={ordersCopy.externalMeaning}>{ordersCopy.external}</Chip>
  if (order.settle !== null) return <SettleOrder order={order} phrase={order.settle} />
  // One of ours that the ledger has lost has no id here: the desk takes it back by itself.
  if (order.waits === null || order.mission === null) return null
  // One press: it costs nothing, and a mission that still lasts can be decided anew.
  return (
    <Button look="small" disabled={isAsking} aria-label={ordersCopy.cancelName(order)} onClick={onCancel}>
      {isAsking ? ordersCopy.cancelling : ordersCopy.cancel}
    </Button>
  )
}
