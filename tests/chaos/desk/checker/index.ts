/**
 * The independent checker: it reads the broker's own log and the rows of the ledger, and nothing of the engine. Every line that
 * it gives back begins with the word of what is wrong; none when the run was sound.
 */
import type { Terms } from './book.ts'
import { readLog } from './broker-log.ts'
import { judgeLedger, type LedgerRow } from './judge-ledger.ts'
import { judgeOrders } from './judge-orders.ts'
import { judgePositions } from './judge-positions.ts'
import { judgeWaiting } from './judge-waiting.ts'

export type { LedgerRow } from './judge-ledger.ts'
export type { Announcement, Terms } from './book.ts'
export { ACT_WITHIN_MS } from './judge-waiting.ts'
export { RANKS, type RankName } from './tables.ts'

export type Evidence = Readonly<{ log: readonly unknown[]; ledger: readonly LedgerRow[]; terms: Terms }>

export function judge({ log: lines, ledger, terms }: Evidence): string[] {
  const log = readLog(lines)
  return [
    ...judgePositions(log),
    ...judgeOrders(log, terms),
    ...judgeWaiting(log, ledger, terms),
    ...judgeLedger(ledger, log, terms.rank),
  ]
}
