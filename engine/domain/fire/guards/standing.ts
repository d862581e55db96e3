import type { DenialCode, GuardName } from '../../../contracts/vocabulary.ts'
import { daily } from './daily.ts'
import { drawdown } from './drawdown.ts'
import type { AccountFigures, Standing } from './figures.ts'
import { tilt } from './tilt.ts'

/** A guard as the ledger remembers it: raised, and not ended since. */
export type Raised = Omit<Standing, 'code'>

/** What a guard denies after its cause has gone. */
const AFTERWARDS: Readonly<Partial<Record<GuardName, DenialCode>>> = {
  TILT_LOCKOUT: 'TILT_LOCKOUT',
  DAILY_STOP: 'DAILY_STOP',
  DRAWDOWN_STOP: 'DRAWDOWN_STOP',
}

/** Guards whose cause is there now. */
export const causes = (figures: AccountFigures): Standing[] => [
  ...tilt(figures),
  ...daily(figures),
  ...drawdown(figures),
]

/** Every guard that stands: those with a cause now, and those that were raised and have outlived it. */
export function standing(figures: AccountFigures, raised: readonly Raised[]): Standing[] {
  const now = causes(figures)
  const latched = raised
    .filter(({ guard }) => !now.some(cause => cause.guard === guard))
    .map(guard => ({ ...guard, code: AFTERWARDS[guard.guard] ?? null }))
  return [...now, ...latched]
}
