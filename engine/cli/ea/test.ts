import { EpochMs } from '../../contracts/primitives.ts'
import { tryLink } from '../../host/metatrader/index.ts'
import type { CliContext } from '../context.ts'
import { DONE, failed, type Outcome } from '../outcome.ts'
import type { Output } from '../output.ts'
import type { TestFlags } from './ea-command.ts'
import { pairingOf } from './pairing.ts'

/** Waits for the Expert Advisor in the app's place and tells each step. Failed when one of them was not reached. */
export async function test(flags: TestFlags, context: CliContext, out: Output): Promise<Outcome> {
  const pairing = pairingOf(flags, context)
  if (pairing.is === 'failed') return pairing
  const stop = AbortSignal.any([context.stop, AbortSignal.timeout(flags.seconds * 1_000)])
  const { nextStep } = await tryLink({
    port: flags.port,
    pairingKey: pairing.key,
    version: context.version,
    now: () => EpochMs.parse(Date.now()),
    stop,
    tell(trial) {
      out.document(trial)
      out.line(`${trial.is === 'reached' ? 'ok  ' : 'FAIL'}  ${trial.step.padEnd(10)}  ${trial.text}`)
    },
  })
  return nextStep === null ? DONE : failed('NOT_LINKED', nextStep)
}
