/** How the desktop app was asked to open, from its command line. */
import { z } from 'zod'

const number = (name: string, hint: string) =>
  z.coerce
    .number({ error: `--${name} expects ${hint}` })
    .refine(value => Number.isFinite(value) && value >= 0, `--${name} expects ${hint}`)

export const Launch = z.object({
  /** Without its window, as at login. */
  tray: z.boolean().optional(),
  /** Instead of the data folder that the environment names. */
  data: z
    .string({ error: '--data expects a folder, as a whole path' })
    .regex(/^(\/|[A-Za-z]:[\\/]|\\\\)/, '--data expects a folder, as a whole path')
    .optional(),
  /** The simulated terminal is there unless it was declined. */
  training: z.boolean().default(true),
  /** Of the generated market; without it, the settings' own. */
  seed: number('seed', 'a whole number from 0')
    .pipe(z.number().int('--seed expects a whole number'))
    .optional(),
  /** Market seconds per second; 0 is as fast as it goes. */
  speed: number('speed', 'a number from 0 to 100000')
    .pipe(z.number().max(100_000, '--speed expects at most 100000'))
    .optional(),
})
export type Launch = z.infer<typeof Launch>
