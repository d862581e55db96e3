import type { Shield } from '../contracts/mission.ts'

/** The shield of a mission that may take its whole risk. */
export const aShield = (change: Partial<Shield> = {}): Shield => ({
  score: 9,
  class: 'APPROVED',
  sizeFactor: 1,
  lines: [],
  ...change,
})
