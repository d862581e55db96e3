import { everyRow, type Archive } from '../../adapters/ledger/index.ts'
import type { ExecutionCosts } from '../../contracts/execution-costs.ts'
import { AccountKind } from '../../contracts/primitives.ts'
import { executionCosts } from '../../domain/debrief/execution-costs/cost-book.ts'
import type { CliContext } from '../context.ts'
import { DONE, type Outcome } from '../outcome.ts'
import type { Output } from '../output.ts'
import { withArchive } from '../record.ts'
import { costsText } from './costs-text.ts'
import type { CostsFlags } from './costs-command.ts'

export const showCosts = (flags: CostsFlags, context: CliContext, out: Output): Promise<Outcome> =>
  withArchive(flags, context, archive => {
    const costs = costsIn(archive, flags.account)
    out.document({ costs })
    if (costs.length === 0) out.line('No trade has been closed yet.')
    for (const each of costs) for (const line of costsText(each)) out.line(line)
    return DONE
  })

/** Of the kind that was asked for, or of each that has trades: the ones with money first. */
function costsIn(archive: Archive, wanted: AccountKind | undefined): ExecutionCosts[] {
  const costsOf = executionCosts(everyRow((after, most) => archive.orderEvents(after, most)))
  if (wanted !== undefined) return [costsOf(wanted)]
  return AccountKind.options
    .toReversed()
    .map(costsOf)
    .filter(({ all, open, leftOut }) => all.trades + open + leftOut > 0)
}
