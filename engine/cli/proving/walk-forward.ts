import { provingPage } from '../../adapters/proving-page/index.ts'
import { WalkForwardReport } from '../../contracts/proving.ts'
import type { CliContext } from '../context.ts'
import { DONE, type Outcome } from '../outcome.ts'
import type { Output } from '../output.ts'
import { provingJob, type ProvingFlags } from './proving-options.ts'
import { runProving } from './run-proving.ts'
import { walkForwardText } from './walk-forward-text.ts'
import { writeResult } from './write-result.ts'

/** Prints the report, and writes its page when one is wanted. The answer holds nothing that differs between two runs. */
export async function walkForwardFiles(
  flags: ProvingFlags,
  context: CliContext,
  out: Output,
): Promise<Outcome> {
  const job = provingJob('walkforward', flags, context)
  if ('is' in job) return job
  const ended = await runProving(job, context, out)
  if (ended.is === 'failed') return ended
  const report = WalkForwardReport.parse(ended.report)
  if (flags.out !== undefined) {
    const failure = writeResult(flags.out, provingPage(report))
    if (failure !== null) return failure
  }
  out.document(report)
  for (const line of walkForwardText(report)) out.line(line)
  if (flags.out !== undefined) out.line(`Page      ${flags.out}`)
  return DONE
}
