import { existsSync } from 'node:fs'
import path from 'node:path'
import { StoreFault } from '../../ports/store-fault.ts'
import { systemReason } from '../../host/data-folder/refusal.ts'
import type { CliContext } from '../context.ts'
import { failed, type Failure, type Outcome } from '../outcome.ts'
import type { LedgerFlags } from './ledger-command.ts'

export type LedgerPlace = Readonly<{
  is: 'place'
  dataFolder: string
  file: string
  binding: string | null
}>

/** Where the ledger is; a failure when there is none. */
export function placeOf(flags: LedgerFlags, { environment }: CliContext): LedgerPlace | Failure {
  const dataFolder = path.resolve(flags.dataFolder ?? environment.dataFolder)
  const file = path.join(dataFolder, 'ledger.db')
  if (!existsSync(file))
    return failed('NO_LEDGER', `There is no ledger in ${dataFolder}. Name its folder with --data-folder`)
  return { is: 'place', dataFolder, file, binding: environment.sqliteBinding }
}

/** What a ledger or a disk complains about, said in one sentence. */
export async function saying(work: () => Outcome | Promise<Outcome>): Promise<Outcome> {
  try {
    return await work()
  } catch (cause) {
    if (cause instanceof StoreFault) return failed(cause.code, cause.message)
    if (cause instanceof Error && 'syscall' in cause && 'path' in cause)
      return failed('CANNOT_WRITE', `${String(cause.path)} can't be used: ${systemReason(cause)}`)
    throw cause
  }
}
