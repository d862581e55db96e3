import { z } from 'zod'

/**
 * A secret on disk, `secrets/NAME.json` of the data folder. `by`: what can open it again, the key store of the system or
 * BITTEN_SECRET_KEY.
 */
export const SealedFile = z.strictObject({
  version: z.literal(1),
  by: z.enum(['system', 'key']),
  sealed: z.base64(),
})
export type SealedFile = z.infer<typeof SealedFile>
