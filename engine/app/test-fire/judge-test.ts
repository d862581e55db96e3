/** What a test fire at a terminal would be, or why there is none now. */
import type { Cents, Ulid } from '../../contracts/index.ts'
import type { Denial } from '../../contracts/vocabulary.ts'
import type { Mission } from '../../contracts/mission.ts'
import { conversionOf, tickValueAt } from '../../domain/fire/conversion.ts'
import { isRealMoney } from '../../domain/fire/limits.ts'
import type { Shot } from '../../domain/fire/shot.ts'
import { isExposed } from '../../domain/fire/order-machine.ts'
import { smallestOf } from '../../domain/fire/sizing.ts'
import { isMarketOpen } from '../../domain/market/session-clock.ts'
import type { Desk } from '../desk.ts'
import { pending } from '../missions/mission-desk.ts'
import { judgeMission, quoteOf } from '../orders/shot-desk.ts'
import type { SymbolDesk } from '../market/symbol-desk.ts'
import type { TerminalDesk } from '../terminals/terminal-desk.ts'
import { testMission } from './test-mission.ts'
import { lastTestOf } from './test-story.ts'

export type TestShot = Readonly<{ is: 'shot'; mission: Mission; shot: Shot; costCents: Cents }>
export type NoTest =
  | Readonly<{ is: 'never'; text: string }>
  | Readonly<{ is: 'denied'; denials: readonly Denial[] }>
  | Readonly<{ is: 'refused'; code: string; text: string }>

type Candidate = Readonly<{ mission: Mission; riskCents: Cents; costCents: Cents }>

const REAL = 'No test is fired on an account with real money. Use a demo account of the same broker.'
const ROAD = 'On the predecessor’s road nothing can be closed from here, so nothing is tested on it.'
const UNDER_WAY = 'A test fire is under way here: it ends when its position is closed, or the terminal has said what became of it.' // prettier-ignore
const NO_PAIR =
  'No pair has an open market and a price of now, and is without a mission and a trade of yours.'

/** Of the pairs that the gate lets through the one whose smallest order loses least; its own reasons where it lets none through. */
export function judgeTest(desk: Desk, terminal: TerminalDesk, id: Ulid): TestShot | NoTest {
  if (isRealMoney(terminal.hello.kind)) return { is: 'never', text: REAL }
  if (terminal.road === 'legacy') return { is: 'refused', code: 'NO_CLOSE_HERE', text: ROAD }
  const last = lastTestOf(desk.state, terminal)
  if (last && isExposed(last.order.state)) return { is: 'refused', code: 'TEST_UNDER_WAY', text: UNDER_WAY }
  const candidates = terminal.symbols
    .flatMap(symbol => candidateOf(desk, terminal, symbol, id))
    .toSorted((a, b) => a.riskCents - b.riskCents)
  let first: NoTest = { is: 'refused', code: 'NO_PAIR', text: noPair(terminal) }
  for (const { mission, costCents } of candidates) {
    const answer = judgeMission(desk, terminal, { mission, state: 'pending', order: null }, 'window')
    if (answer.is === 'shot') return { ...answer, mission, costCents }
    if (first.is === 'refused') first = answer
  }
  return first
}

/** What is missing first. */
function noPair({ up, account }: TerminalDesk): string {
  if (!up) return 'The terminal is not linked.'
  return account === null ? 'The terminal has not told its balance.' : NO_PAIR
}

function candidateOf(desk: Desk, terminal: TerminalDesk, symbol: SymbolDesk, id: Ulid): Candidate[] {
  const spec = symbol.trading
  const quote = quoteOf(terminal, symbol)
  const { account, marketMs } = terminal
  if (!spec || !quote || !account || !isMarketOpen(marketMs) || quote.ageMs > quote.staleAfterMs) return []
  if (!(quote.bid > 0 && quote.ask >= quote.bid)) return []
  if (pending(desk, terminal).some(({ mission }) => mission.pair === spec.pair)) return []
  const mission = testMission(id, terminal, symbol, spec)
  const conversion = conversionOf(spec.pair, account.currency, terminal.symbols.map(each => each.spec.pair)) // prettier-ignore
  const lossAt = (points: number) =>
    smallestOf(spec, { points, tickValue: tickValueAt(spec, conversion, quote.bid, mission.stop) }).riskCents
  return [{ mission, riskCents: lossAt(mission.stopPoints), costCents: lossAt(mission.spread) }]
}
