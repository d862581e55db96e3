import type { EpochMs } from '../contracts/primitives.ts'

/** The computer's own clock. Market time is another thing: it comes with ticks and beats. */
export interface Clock {
  now(): EpochMs
}
