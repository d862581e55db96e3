import path from 'node:path'
import type { CliContext } from '../context.ts'
import { DONE, REPORTED, type Outcome } from '../outcome.ts'
import type { Output } from '../output.ts'
import type { Check } from './check.ts'
import { checkDataFolder } from './checks/data-folder.ts'
import { checkDiskSpace } from './checks/disk-space.ts'
import { checkDisplay } from './checks/display.ts'
import { checkLedger } from './checks/ledger.ts'
import { checkRuntime } from './checks/runtime.ts'
import { checkSqlite } from './checks/sqlite.ts'
import { checkTelegram } from './checks/telegram.ts'
import { checkZeroMq } from './checks/zeromq.ts'
import type { DoctorFlags } from './doctor-command.ts'

/** Makes every check and says what was found, good or bad. */
export async function examine(flags: DoctorFlags, context: CliContext, out: Output): Promise<Outcome> {
  const folder = path.resolve(flags.dataFolder ?? context.environment.dataFolder)
  const [sqlite, zeromq] = await Promise.all([checkSqlite(context), checkZeroMq()])
  const checks: readonly Check[] = [
    checkRuntime(),
    sqlite,
    zeromq,
    checkDataFolder(folder),
    checkLedger(folder, context.environment.sqliteBinding, sqlite.ok),
    await checkDiskSpace(folder),
    await checkTelegram(folder, context.environment.secretKey),
    checkDisplay(context.hasDisplay),
  ]
  const ok = checks.every(check => check.ok)
  out.document({ ok, version: context.version, checks })
  for (const check of checks) {
    out.line(`${check.ok ? 'ok  ' : 'FAIL'}  ${check.name.padEnd(12)}  ${check.text}`)
    if (check.nextStep !== null) out.line(`${' '.repeat(20)}${check.nextStep}`)
  }
  return ok ? DONE : REPORTED
}
