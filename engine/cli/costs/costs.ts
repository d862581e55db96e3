import { existsSync } from 'node:fs'
import path from 'node:path'
import { openArchive, type Archive } from '../../adapters/ledger/index.ts'
import type { StoredEvent } from '../../contracts/events.ts'
import type { ExecutionCosts } from '../../contracts/execution-costs.ts'
import { AccountKind } from '../../contracts/primitives.ts'
import { executionCosts } from '../../domain/debrief/execution-costs/cost-book.ts'
import { StoreFault } from '../../ports/store-fault.ts'
import type { CliContext } from '../context.ts'
import { DONE, failed, type Outcome } from '../outcome.ts'
import type { Output } from '../output.ts'
import { costsText } from './costs-text.ts'
import type { CostsFlags } from './costs-command.ts'

export function showCosts(flags: CostsFlags, { environment }: CliContext, out: Output): Promise<Outcome> {
  const folder = path.resolve(flags.dataFolder ?? environment.dataFolder)
  const file = path.join(folder, 'ledger.db')
  if (!existsSync(file))
    return Promise.resolve(
      failed('NO_LEDGER', `There is no ledger in ${folder}: nothing was traded with that data folder.`),
    )
  try {
    const costs = costsIn(file, environment.sqliteBinding, flags.account)
    out.document({ costs })
    if (costs.length === 0) out.line('No trade has been closed yet.')
    for (const each of costs) for (const line of costsText(each)) out.line(line)
    return Promise.resolve(DONE)
  } catch (cause) {
    if (cause instanceof StoreFault) return Promise.resolve(failed(cause.code, `${cause.message}.`))
    throw cause
  }
}

const PAGE = 1_000

function* orderEvents(archive: Archive): Generator<StoredEvent> {
  let page = archive.orderEvents(0, PAGE)
  while (page.length > 0) {
    yield* page
    page = archive.orderEvents(page.at(-1)?.seq ?? 0, PAGE)
  }
}

/** Of the kind that was asked for, or of each that has trades: the ones with money first. */
function costsIn(file: string, binding: string | null, wanted: AccountKind | undefined): ExecutionCosts[] {
  const archive = openArchive({ file, binding })
  try {
    const costsOf = executionCosts(orderEvents(archive))
    if (wanted !== undefined) return [costsOf(wanted)]
    return AccountKind.options
      .toReversed()
      .map(costsOf)
      .filter(({ all, open, leftOut }) => all.trades + open + leftOut > 0)
  } finally {
    archive.close()
  }
}
