import { LabJob } from '../../contracts/lab-port.ts'
import type { ReplayReport } from '../../ports/replay-report.ts'
import type { CliContext } from '../context.ts'
import { DONE, failed, REPORTED, type Failure, type Outcome } from '../outcome.ts'
import type { Output } from '../output.ts'
import { runLab } from '../run-lab.ts'
import { count, minuteOf } from '../text.ts'
import type { ReplayFlags } from './replay-command.ts'
import { reportText } from './report-text.ts'

/** Runs the files in a lab worker and prints what came of it. The answer holds nothing that differs between two runs. */
export async function replayFiles(flags: ReplayFlags, context: CliContext, out: Output): Promise<Outcome> {
  const ended = await runLab<ReplayReport>(jobOf(flags, context), context, {
    log: text => out.warn(text),
    progress: (ticks, marketMs) => out.progress(`${count(ticks)} ticks, ${minuteOf(marketMs)}`),
  })
  out.progress('')
  if (ended.is === 'failed') return ended
  const { report } = ended
  const fault = faultOf(report)
  out.document(fault === null ? report : { ...report, error: { code: fault.code, text: fault.text } })
  for (const line of reportText(report)) out.line(line)
  if (fault === null) return DONE
  out.warn(`bitten: ${fault.text}`)
  return REPORTED
}

function jobOf(flags: ReplayFlags, { version, paths }: CliContext): LabJob {
  return LabJob.parse({
    job: 'replay',
    version,
    files: flags.data,
    pairs: flags.symbols ?? null,
    serverTime: flags.serverOffset ?? null,
    speed: flags.speed === 0 ? null : flags.speed,
    seed: flags.seed,
    drills: !flags.honest,
    fire: flags.fire,
    loops: flags.loops,
    models: paths.models,
  })
}

/** A replay of half the data is no replay of the data. */
function faultOf({ data, ticks }: ReplayReport): Failure | null {
  const damaged = data.samples.find(({ code }) => code === 'DAMAGED_FILE')
  if (damaged !== undefined) return failed(damaged.code, `${damaged.where}: ${damaged.text}`)
  if (ticks === 0)
    return failed('NO_TICKS', 'No tick in these files can be used. See what was left out, and why')
  return null
}
