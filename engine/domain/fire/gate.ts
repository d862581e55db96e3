import { DenialCode, type Denial } from '../../contracts/vocabulary.ts'
import { accountRules } from './account-rules.ts'
import { autoRules } from './auto-rules.ts'
import { bookRules } from './book-rules.ts'
import { conditions } from './conditions.ts'
import { missionRules } from './mission-rules.ts'
import { priceRules } from './price-rules.ts'
import type { GateAnswer, ShotInputs } from './shot.ts'
import { sizeShot } from './size-rules.ts'
import { standingRules } from './standing-rules.ts'
import { testRules } from './test-rules.ts'
import { placeRules } from './waiting-rules.ts'

/**
 * May this shot be fired now? Pure and fail-closed: missing data is a denial, and all reasons are given at once, in the order of
 * `DenialCode`. The same gate for every origin and for an order that waits; AUTO has rules besides.
 */
export function judgeShot(inputs: ShotInputs): GateAnswer {
  const { shot, denials: ofSize } = sizeShot(inputs)
  const denials = [
    ...standingRules(inputs),
    ...testRules(inputs),
    ...autoRules(inputs),
    ...missionRules(inputs),
    ...accountRules(inputs),
    ...placeRules(inputs),
    ...priceRules(inputs),
    ...bookRules(inputs),
    ...conditions(inputs),
    ...ofSize,
  ].toSorted(inOrder)
  return denials.length === 0 && shot ? { is: 'shot', shot } : { is: 'denied', denials }
}

const PLACE: ReadonlyMap<DenialCode, number> = new Map(DenialCode.options.map((code, at) => [code, at]))

const inOrder = (a: Denial, b: Denial): number => (PLACE.get(a.code) ?? 0) - (PLACE.get(b.code) ?? 0)
