import type { Denial } from '../../contracts/vocabulary.ts'
import { isRealMoney } from './limits.ts'
import { denial, type ShotInputs } from './shot.ts'

/** Real money is never risked to see whether a link works. Whatever denies a shot denies a test fire too. */
export function testRules({ mission, kind }: Pick<ShotInputs, 'mission' | 'kind'>): Denial[] {
  if (!mission.test || !isRealMoney(kind)) return []
  return [denial('TEST_ACCOUNT', `A test fire is for practice money; this account is ${kind}.`)]
}
