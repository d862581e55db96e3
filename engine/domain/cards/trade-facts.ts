import { SetupWord, type TradeFacts } from '../../contracts/card.ts'
import type { ClosedTrade, Mission } from '../../contracts/mission.ts'
import type { AccountKind } from '../../contracts/primitives.ts'
import type { CallSign } from '../../contracts/squad.ts'
import { textFromPoints } from '../market/price.ts'
import { rounded } from './rounded.ts'

/** What a card tells of the mission behind a trade. */
export type Plan = Readonly<{ setup: string; p: number; n: number; calibrated: boolean }>

export const planOf = ({ setup, confidence: { p, n, calibrated } }: Mission): Plan => ({
  setup,
  p,
  n,
  calibrated,
})

type Told = Readonly<{ trade: ClosedTrade; plan: Plan | null; callSign: CallSign | null }>

/** Everything that a card may tell of a closed trade; nothing is left away yet. */
export function tradeFacts({ trade, plan, callSign }: Told): TradeFacts {
  const { kind, order, pair, side, lots, netCents, openMs, closeMs, digits } = trade
  return {
    card: netCents > 0 ? 'kill' : 'debrief',
    account: kind,
    order,
    ...(callSign !== null && { callSign }),
    pair,
    side,
    r: rounded(trade.r, 2),
    pips: rounded(trade.pips, 1),
    netCents,
    lots,
    open: textFromPoints(trade.open, digits),
    close: textFromPoints(trade.close, digits),
    openMs,
    closeMs,
    ...(plan !== null && factsOfPlan(plan, kind)),
  }
}

/** A model of real prices has seen nothing of a simulated market. */
function factsOfPlan({ setup, p, n, calibrated }: Plan, kind: AccountKind): Partial<TradeFacts> {
  const word = SetupWord.safeParse(setup)
  const isCalibrated = calibrated && kind !== 'simulated'
  return { ...(word.success && { setup: word.data }), p: rounded(p, 3), n, calibrated: isCalibrated }
}
