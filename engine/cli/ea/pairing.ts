import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { readPairingKey, type PairingKey } from '../../host/data-folder/pairing-file.ts'
import type { CliContext } from '../context.ts'
import { failed, type Failure } from '../outcome.ts'
import type { EaFlags } from './ea-command.ts'

/** The key of the data folder, made when there is none yet: the Expert Advisor may be installed before the first start. */
export function pairingOf(flags: EaFlags, { environment }: CliContext): PairingKey | Failure {
  const folder = path.resolve(flags.dataFolder ?? environment.dataFolder)
  try {
    mkdirSync(folder, { recursive: true })
  } catch (cause) {
    return failed(
      'DATA_FOLDER',
      `${folder} can't be made: ${cause instanceof Error ? cause.message : String(cause)}`,
    )
  }
  const pairing = readPairingKey(folder)
  return pairing.is === 'refused' ? failed(pairing.code, pairing.text) : pairing
}
