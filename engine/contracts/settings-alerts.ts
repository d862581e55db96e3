/** Of the settings: what the desk tells at this computer beside the window, how, and whether it starts with the computer. */
import { z } from 'zod'

/** `silent`: a notification without sound or speech. `off`: nothing. */
export const CueNoise = z.enum(['on', 'silent', 'off'])
export type CueNoise = z.infer<typeof CueNoise>

/** What nobody may miss by a setting that was forgotten has no `off`. */
const NeverOff = CueNoise.exclude(['off'])

const noise = (meaning: string) => CueNoise.default('on').describe(meaning)

/** In the order in which a page lists them, in a trader's words. */
export const CueNoises = z.object({
  mission: noise('A mission is issued. `silent`: a notification only; `off`: nothing.'),
  order: noise(
    'An order is on its way or waits, is filled, closed in part, or its stop was moved by others.',
  ),
  closed: noise('A trade is over, with its result.'),
  denied: noise('A shot was not fired, and why.'),
  trouble: NeverOff.default('on').describe(
    'Something that a person should look at: an order without an answer, a close or a stop-out that nobody could confirm, a position without a stop. It has no `off`.',
  ),
  link: NeverOff.default('on').describe(
    'A terminal was lost or came back. It has no `off`: while it is lost nothing can be closed from here.',
  ),
  guard: noise('A guard or a limit of money was raised or ended, and what was done with the desk elsewhere.'),
  campaign: noise('A rank, a badge, a drill report or a SITREP.'),
})
export type CueKind = keyof z.infer<typeof CueNoises>

export const AlertSettings = z.object({
  notifications: z
    .boolean()
    .default(true)
    .describe(
      "The system's own notifications, while the window is not in front. Off: also a lost link is shown in the window only.",
    ),
  sounds: z.boolean().default(true).describe('A short sound, another for each sort of news.'),
  voice: z
    .boolean()
    .default(false)
    .describe("A sentence in the system's own voice, where this computer has one. It is made here."),
  quiet: z
    .boolean()
    .default(false)
    .describe('No sound and no voice, whatever is on beside it. Notifications stay.'),
  volume: z.number().int().min(0).max(100).default(40).describe('Of sounds and voice, in percent.'),
  noise: CueNoises.prefault({}),
})
export type AlertSettings = z.infer<typeof AlertSettings>

export const LoginSettings = z.object({
  startAtLogin: z
    .boolean()
    .default(false)
    .describe('BITTEN starts when you log in to this computer, in the tray and on this data folder.'),
})
