import type { Denial } from '../../contracts/vocabulary.ts'
import { denial, type ShotInputs } from './shot.ts'

const FIRES_A_MINUTE = 5
const SYMBOL_PAUSE_MS = 30_000
const MEDIC_TRADES = 1

/** What is open already, and what was fired before. */
export const bookRules = (inputs: ShotInputs): Denial[] => [
  ...takenRules(inputs),
  ...countRules(inputs),
  ...rateRules(inputs),
]

function takenRules({ book, mission }: ShotInputs): Denial[] {
  const denials: Denial[] = []
  if (book.symbolTaken)
    denials.push(denial('SYMBOL_TAKEN', `There is an open trade on ${mission.pair} already.`))
  if (book.nettingTaken) {
    const text = `${mission.pair} holds a position that is not ours, and this account nets them.`
    denials.push(denial('NETTING_TAKEN', text))
  }
  return denials
}

/** What is spent, whatever is shot at. */
export function countRules({
  book,
  limits,
  guards,
}: Pick<ShotInputs, 'book' | 'limits' | 'guards'>): Denial[] {
  const { openTrades, shotsToday, firesLastMinute } = book
  const denials: Denial[] = []
  if (book.otherTerminal && !limits.severalTerminals) {
    const text = `Another terminal holds open trades, and a ${limits.rank} trades on one at a time.`
    denials.push(denial('ONE_TERMINAL', text))
  }
  if (!(openTrades < limits.openTrades)) {
    const text = `Open trades: ${openTrades}; at most ${limits.openTrades}.`
    denials.push(denial('OPEN_TRADES', text, openTrades, limits.openTrades))
  }
  if (isMedic(guards) && !(openTrades < MEDIC_TRADES)) {
    const text = `Open trades: ${openTrades}; at most ${MEDIC_TRADES} after half of the daily stop.`
    denials.push(denial('MEDIC_TRADES', text, openTrades, MEDIC_TRADES))
  }
  if (!(shotsToday < limits.shotsADay)) {
    const text = `Shots today: ${shotsToday}; at most ${limits.shotsADay}.`
    denials.push(denial('SHOTS_TODAY', text, shotsToday, limits.shotsADay))
  }
  if (!(firesLastMinute < FIRES_A_MINUTE)) {
    const text = `Shots in the last minute: ${firesLastMinute}; at most ${FIRES_A_MINUTE}.`
    denials.push(denial('RATE_MINUTE', text, firesLastMinute, FIRES_A_MINUTE))
  }
  return denials
}

export const isMedic = (guards: ShotInputs['guards']): boolean =>
  guards.some(({ guard }) => guard === 'MEDIC')

function rateRules({ book, mission }: ShotInputs): Denial[] {
  const { sinceFireOfSymbolMs: sinceMs } = book
  if (sinceMs === null || sinceMs >= SYMBOL_PAUSE_MS) return []
  const text = `The last shot on ${mission.pair} was ${Math.round(sinceMs / 1_000)} s ago; 30 s apart.`
  return [denial('RATE_SYMBOL', text, sinceMs, SYMBOL_PAUSE_MS)]
}
