/** Execution costs as the archive adds them up, of orders that a test writes down. */
import type { QueryAnswer } from '../../../engine/contracts/queries.ts'
import { executionCosts } from '../../../engine/domain/debrief/execution-costs/cost-book.ts'
import { anOrderPlan, asStored, orderEvents, type OrderPlan } from '../../../engine/testkit/order-events.ts'

const HOUR_MS = 3_600_000

/** So many trades of a Tuesday: most at nine, a few at noon, each a little dearer or quicker than the one before. */
const tuesday = (trades: number): OrderPlan[] =>
  Array.from({ length: trades }, (_, k) => {
    const usual = anOrderPlan()
    const isLate = k % 5 === 4
    return anOrderPlan({
      number: k + 1,
      atMs: usual.atMs + (isLate ? 3 * HOUR_MS : 0),
      spread: 6 + (k % 7) + (isLate ? 5 : 0),
      ins: [{ lots: 0.1, price: 110_010 + (k % 4) - 1, commissionCents: 35 }],
      wallMs: [1_000, 1_004 + (k % 3), 1_050 + 3 * (k % 11), 1_054 + 3 * (k % 11)],
    })
  })

export const costsOf = (trades: number, account: OrderPlan['account']): QueryAnswer<'executionCosts'> => {
  const events = tuesday(trades).flatMap(plan => orderEvents({ ...plan, account }))
  return { is: 'answer', value: executionCosts(asStored(events))(account) }
}
