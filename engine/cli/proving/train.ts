import type { ModelFile } from '../../contracts/model.ts'
import { TrainedModel } from '../../contracts/proving.ts'
import type { CliContext } from '../context.ts'
import { DONE, failed, type Outcome } from '../outcome.ts'
import type { Output } from '../output.ts'
import { count } from '../text.ts'
import { provingJob, type ProvingFlags } from './proving-options.ts'
import { runProving } from './run-proving.ts'
import { writeResult } from './write-result.ts'

/** A file that may not speak would silence the model that comes with the app. */
const NOTHING_FITTED =
  'No plan, or no pair, has the 50 candidates, some with and some without their target, that a fit takes. Nothing is written. Give more data'

/** Writes the model with its card, and says how it did on what no fit of it had seen. */
export async function trainFiles(
  flags: ProvingFlags & { out: string },
  context: CliContext,
  out: Output,
): Promise<Outcome> {
  const job = provingJob('train', flags, context)
  if ('is' in job) return job
  const ended = await runProving(job, context, out)
  if (ended.is === 'failed') return ended
  const { model } = TrainedModel.parse(ended.report)
  if (model === null) return failed('TOO_LITTLE_DATA', NOTHING_FITTED)
  const failure = writeResult(flags.out, `${JSON.stringify(model, null, 2)}\n`)
  if (failure !== null) return failure
  out.document({ file: flags.out, model })
  for (const line of modelText(model)) out.line(line)
  out.line(`Written   ${flags.out}`)
  return DONE
}

function modelText({ name, plans, card }: ModelFile): readonly string[] {
  const fitted = Object.entries(plans).map(([plan, model]) =>
    model === null ? `${plan} not fitted: too few candidates` : `${plan} on ${count(model.n)} candidates`,
  )
  return [
    `Model     ${name}, ${card.period.from} to ${card.period.to}: ${fitted.join(', ')}`,
    ...card.validation.map(
      ({ plan, test, n, ece, eceRolling, eceByChance, auc, brierSkill }) =>
        `Proof     ${plan}: ECE ${ece.toFixed(4)}, rolling ${eceRolling.toFixed(4)} (chance alone ${eceByChance.toFixed(4)}), ` +
        `AUC ${auc.toFixed(3)}, Brier skill over its base rate ${(100 * brierSkill).toFixed(2)} %, n ${count(n)}. ${test}`,
    ),
  ]
}
