/** What the gate says to a sound shot of which parts were changed, and the parts that are changed most. */
import type { Denial, Mission, Points } from '../contracts/index.ts'
import { judgeShot } from '../domain/fire/gate.ts'
import { limitsUnder } from '../domain/fire/limits.ts'
import type { GateAnswer, ShotInputs } from '../domain/fire/shot.ts'
import { A_BOOK, A_QUOTE, aMission, aProvenMission, aShot, SETTINGS } from './a-shot.ts'

export type ShotParts = Partial<ShotInputs>

export const judged = (over: ShotParts): GateAnswer => judgeShot(aShot(over))
export const denialsOf = (over: ShotParts): readonly Denial[] => {
  const answer = judged(over)
  return answer.is === 'denied' ? answer.denials : []
}
export const codesOf = (over: ShotParts): string[] => denialsOf(over).map(({ code }) => code)

export const aBook = (over: Partial<ShotInputs['book']>) => ({ book: { ...A_BOOK, ...over } })
export const aQuote = (bid: number, ask: number, ageMs = 0) => ({
  quote: { ...A_QUOTE, bid, ask, ageMs } as ShotInputs['quote'],
})

/** AUTO as a FANG has it. */
export const anAutoShot = (over: ShotParts = {}): ShotParts => ({
  origin: 'auto',
  selector: 'AUTO',
  mission: aProvenMission(),
  limits: limitsUnder(15_000, 'simulated', SETTINGS),
  ...over,
})

/** A sale at 1.10000 with its stop 10 pips above and its target 20 below. */
export const aSale = (over: Partial<Mission> = {}): Mission =>
  aMission({
    side: 'sell',
    entry: 110_000 as Points,
    stop: 110_100 as Points,
    target: 109_800 as Points,
    ...over,
  })
