/** How the window looks to the person in front of it. It decides nothing, so it is none of the settings. */
import { z } from 'zod'

export const Look = z.strictObject({
  theme: z.enum(['night', 'day', 'system']),
  /** `safe`: long and short, warnings and faults stay apart for eyes that don't tell red from green, or blue from yellow. */
  palette: z.enum(['usual', 'safe']),
})
export type Look = z.infer<typeof Look>

export const FIRST_LOOK: Look = { theme: 'night', palette: 'usual' }
