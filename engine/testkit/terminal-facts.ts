/** What is known of a terminal with which all is well, and an example of every state. */
import type { TerminalCode } from '../contracts/terminal-state.ts'
import type { TerminalFacts } from '../domain/watchdog/terminal-facts.ts'

const computer = { metaTrader: 'running', port: 5_577, portWished: 5_577, training: false } as const

export const wellFacts = (change: Partial<TerminalFacts> = {}): TerminalFacts => ({
  road: 'zmq',
  isUp: true,
  hasLinked: true,
  isSimulated: false,
  computer,
  silentMs: 400,
  isBusy: false,
  brokerConnected: true,
  autoTrading: true,
  advisorAllowed: true,
  accountAllowed: true,
  denies: null,
  aheadOfTerminalMs: 2,
  unconfirmed: null,
  aheadOfBrokerMs: -300,
  priceSilenceMs: 800,
  pingMs: 31,
  isArmed: true,
  reason: '',
  ...change,
})

const down = { isUp: false, isArmed: false } as const

/** The facts that docs/terminal-states.md quotes the sentences of. */
export const STATE_EXAMPLES: Readonly<Record<TerminalCode, TerminalFacts>> = {
  NOT_RUNNING: wellFacts({ ...down, computer: { ...computer, metaTrader: 'absent' } }),
  PORT_TAKEN: wellFacts({ ...down, computer: { ...computer, port: 5_578 } }),
  NEVER_LINKED: wellFacts({ ...down, hasLinked: false }),
  NOT_LINKED: wellFacts(down),
  SILENT: wellFacts({ silentMs: 4_000 }),
  PRICES_ONLY: wellFacts({ road: 'legacy' }),
  BROKER_DOWN: wellFacts({ brokerConnected: false }),
  ALGO_OFF: wellFacts({ autoTrading: false, advisorAllowed: false }),
  ADVISOR_FORBIDDEN: wellFacts({ advisorAllowed: false }),
  ACCOUNT_FORBIDDEN: wellFacts({ accountAllowed: false }),
  UNCONFIRMED: wellFacts({ unconfirmed: { what: 'pause', said: null } }),
  ADVISOR_DENIES: wellFacts({ denies: 'The day has lost its limit.' }),
  TERMINAL_CLOCK: wellFacts({ aheadOfTerminalMs: 3_000 }),
  COMPUTER_CLOCK: wellFacts({ aheadOfBrokerMs: -42_000 }),
  PRICES_STOPPED: wellFacts({ priceSilenceMs: 120_000 }),
  NOT_ARMED: wellFacts({
    isArmed: false,
    reason: 'Comparing what is recorded here with what the terminal has.',
  }),
  SLOW_BROKER: wellFacts({ pingMs: 740 }),
  WELL: wellFacts(),
}
