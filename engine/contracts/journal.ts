/** The field notebook: what a trader says about a trade, a mission or a day. */
import { z } from 'zod'

export const Emotion = z.enum([
  'calm',
  'confident',
  'bored',
  'hurried',
  'anxious',
  'angry',
  'greedy',
  'tired',
])
export type Emotion = z.infer<typeof Emotion>

/** What went against the plan; none is a good trade, whatever it earned. */
export const Mistake = z.enum([
  'none', 'lateEntry', 'earlyExit', 'movedStop', 'movedTarget', 'tooLarge', 'revenge', 'chased', 'againstNews', 'notMyPlan',
]) // prettier-ignore
export type Mistake = z.infer<typeof Mistake>

/** A trader's own word for what the market did. */
export const Pattern = z.string().trim().min(1).max(40)

export const JournalText = z.object({
  text: z.string().trim().max(4_000),
  /** One sentence that comes back before a similar mission; empty: none. */
  lesson: z.string().trim().max(500),
  emotions: z.array(Emotion).max(4),
  mistakes: z.array(Mistake).max(5),
  patterns: z.array(Pattern).max(8),
})
export type JournalText = z.infer<typeof JournalText>
