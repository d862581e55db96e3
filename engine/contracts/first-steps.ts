/** Whether a newcomer is still to be shown round. It decides nothing about money, so it is none of the settings. */
import { z } from 'zod'

export const FirstStepsEnd = z.enum(['done', 'skipped'])
export type FirstStepsEnd = z.infer<typeof FirstStepsEnd>

export type FirstSteps = Readonly<{
  are: 'due' | 'over'
  /** This start has the training ground. */
  training: boolean
}>
