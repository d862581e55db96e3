import type { Refusal } from '../../contracts/vocabulary.ts'

/** On a training ground these may be missed: the mission is then practice, and says so. */
const DRILL_MAY_MISS: readonly Refusal['code'][] = ['VALUE_BELOW_GATE', 'CALENDAR_MISSING', 'STOP_OF_COST']

/** What becomes of a proposal. One more reason against it never makes it more. */
export function decide(refusals: readonly Refusal[], mayDrill: boolean): 'issued' | 'drill' | 'refused' {
  if (refusals.length === 0) return 'issued'
  return mayDrill && refusals.every(({ code }) => DRILL_MAY_MISS.includes(code)) ? 'drill' : 'refused'
}
