import path from 'node:path'
import type { InstallStep, MetaTrader } from '../../contracts/metatrader.ts'
import { findTerminals, installEa, terminalAt, usualPlaces } from '../../host/metatrader/index.ts' // prettier-ignore
import type { CliContext } from '../context.ts'
import { DONE, failed, REPORTED, type Failure, type Outcome } from '../outcome.ts'
import type { Output } from '../output.ts'
import type { InstallFlags } from './ea-command.ts'
import { nameOf, NONE_FOUND } from './find.ts'
import { pairingOf } from './pairing.ts'

const MARK: Record<InstallStep['is'], string> = { done: 'done', todo: 'you ', failed: 'FAIL' }

/** Brings the sources into every terminal that was found or named. Failed when one of them did not get them. */
export async function install(flags: InstallFlags, context: CliContext, out: Output): Promise<Outcome> {
  const terminals = terminalsOf(flags)
  if ('is' in terminals) return terminals
  const pairing = pairingOf(flags, context)
  if (pairing.is === 'failed') return pairing
  let hasFailed = false
  for (const terminal of terminals) {
    const steps = await installEa({
      sources: context.paths.ea,
      terminal,
      pairingKey: pairing.text,
      port: flags.port,
    })
    hasFailed ||= steps.some(step => step.is === 'failed')
    out.document({ terminal, steps })
    out.line(nameOf(terminal))
    for (const step of steps) tell(step, out)
  }
  out.line('Then: bitten ea test')
  return hasFailed ? REPORTED : DONE
}

function terminalsOf({ terminal: named }: InstallFlags): readonly MetaTrader[] | Failure {
  if (named === undefined) {
    const found = findTerminals(usualPlaces())
    return found.length > 0 ? found : NONE_FOUND
  }
  const terminals: MetaTrader[] = []
  for (const folder of named) {
    const terminal = terminalAt(path.resolve(folder))
    if ('is' in terminal) return failed(terminal.code, terminal.text)
    terminals.push(terminal)
  }
  return terminals
}

function tell({ name, is, text, details }: InstallStep, out: Output): void {
  out.line(`  ${MARK[is]}  ${name.padEnd(18)}  ${text}`)
  for (const detail of details ?? []) out.line(`        ${detail}`)
}
