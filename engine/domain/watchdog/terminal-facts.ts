import type { Road } from '../../contracts/road.ts'
import type { ComputerFacts } from '../../contracts/terminal-state.ts'

/** What is known of one terminal at one moment. Null: nobody has said. Times are of the computer's clock. */
export type TerminalFacts = Readonly<{
  road: Road
  isUp: boolean
  /** In this run or an earlier one. */
  hasLinked: boolean
  isSimulated: boolean
  /** Null before the host has looked, and for a simulated terminal, which is in no list of processes. */
  computer: ComputerFacts | null
  /** Since the last beat, or since it was linked. */
  silentMs: number
  /** It said that it would be silent for so long, and that time is not over. */
  isBusy: boolean
  brokerConnected: boolean | null
  autoTrading: boolean | null
  /** For the Expert Advisor, and for the account. */
  advisorAllowed: boolean | null
  accountAllowed: boolean | null
  /** Why the Expert Advisor fires nothing by its own limits. */
  denies: string | null
  /** What it was told to keep by itself and has not accepted: its own sentence, or null while it has said nothing for too long. */
  unconfirmed: Readonly<{ what: 'pause' | 'resume' | 'limits'; said: string | null }> | null
  /** How far the computer's clock is ahead of the terminal's, and of the broker's. */
  aheadOfTerminalMs: number | null
  aheadOfBrokerMs: number | null
  /** Since the last price of any symbol while prices should come; null while the market is closed, turns its day, or is paused. */
  priceSilenceMs: number | null
  /** Round trip to the trade server. */
  pingMs: number | null
  isArmed: boolean
  /** Why it is not armed; a sentence. */
  reason: string
}>

/** How one state is recognised and what is said of it. */
export type StateCard = Readonly<{
  level: 'warn' | 'error' | 'info'
  holds(facts: TerminalFacts): boolean
  problem(facts: TerminalFacts): string
  nextStep(facts: TerminalFacts): string
  /** Said when it has ended; null: nothing is said of this state, because something else tells its beginning and its end. */
  over: string | null
}>
