import type { ProvingLabJob } from '../../contracts/lab-port.ts'
import type { CliContext } from '../context.ts'
import type { Output } from '../output.ts'
import { runLab } from '../run-lab.ts'
import { count } from '../text.ts'

/** Runs the job in the lab, and says how far it is. */
export async function runProving(job: ProvingLabJob, context: CliContext, out: Output) {
  const ended = await runLab<unknown>(job, context, {
    log: text => out.warn(text),
    stage: (stage, done, of) => out.progress(`${stage}: ${count(done)} of ${count(of)}`),
  })
  out.progress('')
  return ended
}
