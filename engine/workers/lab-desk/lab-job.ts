import { availableParallelism } from 'node:os'
import type { LabOrder } from '../../contracts/lab-desk.ts'
import { BacktestLabJob, ProvingLabJob } from '../../contracts/lab-port.ts'
import type { LabFiles } from './lab-files.ts'

/** One core is the desk's. */
const threads = (): number => Math.max(1, availableParallelism() - 1)

export function labJob(
  { plan, version, dataFolder, sqliteBinding, models }: LabOrder,
  { files, serverTime, origin }: LabFiles,
): BacktestLabJob | ProvingLabJob {
  const { pairs, fromMs, toMs, seed } = plan
  const asked = { version, files, pairs, serverTime, seed, fromMs, toMs, threads: threads() }
  return plan.job === 'backtest'
    ? BacktestLabJob.parse({ ...asked, job: 'backtest', models, keep: { dataFolder, sqliteBinding, origin } })
    : ProvingLabJob.parse({
        ...asked,
        job: 'walkforward',
        windows: plan.windows,
        origin,
        dataFolder,
        sqliteBinding,
        fresh: false,
      })
}
