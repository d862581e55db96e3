import { availableParallelism } from 'node:os'
import { BacktestLabJob, type LabCalendar, type Swaps } from '../../contracts/lab-port.ts'
import type { BacktestReport } from '../../contracts/lab-report.ts'
import { calendarOf } from '../calendar-files.ts'
import type { CliContext } from '../context.ts'
import { DONE, failed, type Outcome } from '../outcome.ts'
import type { Output } from '../output.ts'
import { runLab } from '../run-lab.ts'
import { count } from '../text.ts'
import type { BacktestFlags } from './backtest-command.ts'
import { swapsOf } from './swap-file.ts'
import { backtestText } from './backtest-text.ts'

/** Runs the files in lab workers and prints what came of it. The answer holds nothing that differs between two runs. */
export async function backtestFiles(
  flags: BacktestFlags,
  context: CliContext,
  out: Output,
): Promise<Outcome> {
  const { from, to, keep, dataFolder } = flags
  if (from !== undefined && to !== undefined && from >= to)
    return failed('EMPTY_SPAN', 'The day of --to has to be later than that of --from')
  if (dataFolder !== undefined && !keep)
    return failed('NOT_KEPT', 'A data folder is named to keep the answer there: add --keep')
  const calendar = calendarOf(flags.calendar ?? [])
  if (calendar?.is === 'failed') return calendar
  const swaps = swapsOf(flags.swaps ?? null)
  if (swaps.is === 'failed') return swaps
  const job = jobOf(flags, context, calendar?.calendar ?? null, swaps.swaps)
  const ended = await runLab<BacktestReport>(job, context, {
    log: text => out.warn(text),
    stage: (stage, done, of) => out.progress(`${stage}: ${count(done)} of ${count(of)}`),
  })
  out.progress('')
  if (ended.is === 'failed') return ended
  out.document(ended.report)
  for (const line of backtestText(ended.report)) out.line(line)
  return DONE
}

function jobOf(
  flags: BacktestFlags,
  { version, paths, environment }: CliContext,
  calendar: LabCalendar | null,
  swaps: Swaps,
): BacktestLabJob {
  return BacktestLabJob.parse({
    job: 'backtest',
    version,
    files: flags.data,
    pairs: flags.symbols ?? null,
    serverTime: flags.serverOffset ?? null,
    seed: flags.seed,
    model: flags.model === undefined || flags.model === 'none' ? null : flags.model,
    models: flags.model === 'none' ? null : paths.models,
    calendar,
    swaps,
    fromMs: flags.from ?? null,
    toMs: flags.to ?? null,
    trials: flags.trials,
    keep: flags.keep ? keptIn(flags, environment) : null,
    threads: flags.threads ?? availableParallelism(),
  })
}

const keptIn = ({ dataFolder }: BacktestFlags, environment: CliContext['environment']) => ({
  dataFolder: dataFolder ?? environment.dataFolder,
  sqliteBinding: environment.sqliteBinding,
  origin: null,
})
