import { signedDispatches } from '../adapters/dispatches/index.ts'
import { openInstallKey, verifySignature } from '../adapters/identity/index.ts'
import type { Dispatches } from '../ports/dispatches.ts'

/**
 * What the desk signs and reads for its squad; undefined where the key of this install cannot be read or made, with a sentence that
 * says so. Whoever has positions open needs a desk more than a name: everything but the squad works without.
 */
export function deskDispatches(dataFolder: string, warn: (text: string) => void): Dispatches | undefined {
  try {
    return signedDispatches(openInstallKey(dataFolder), verifySignature)
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause)
    warn(`The squad does not work until BITTEN is started with its key: ${why}`)
    return undefined
  }
}
