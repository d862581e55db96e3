import type { Secrets } from '../../ports/secrets.ts'
import { keySeal } from './key-seal.ts'
import { noSecrets } from './no-secrets.ts'
import { sealedSecrets } from './sealed-files.ts'

/** Shorter ones are guessed. */
const LEAST_CHARACTERS = 16

/** Secrets of a desk whose system has no key store, or that runs without a window: sealed with a key from the environment. */
export function environmentSecrets(dataFolder: string, secretKey: string | null): Secrets {
  if (secretKey === null)
    return noSecrets(
      `Nothing secret can be kept here: set BITTEN_SECRET_KEY to ${LEAST_CHARACTERS} characters or more, and start BITTEN again.`,
    )
  if (secretKey.length < LEAST_CHARACTERS)
    return noSecrets(
      `BITTEN_SECRET_KEY is too short to keep a secret: set it to ${LEAST_CHARACTERS} characters or more, and start BITTEN again.`,
    )
  return sealedSecrets(dataFolder, keySeal(secretKey))
}
