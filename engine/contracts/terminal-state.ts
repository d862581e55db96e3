/** How a terminal is, in one word of a closed list, and what only the host of this computer can know about it. */
import { z } from 'zod'

/** Worst first: of several that hold, the first one is shown. Sentences and next steps: docs/terminal-states.md. */
export const TerminalCode = z.enum([
  'NOT_RUNNING', 'PORT_TAKEN', 'NEVER_LINKED', 'NOT_LINKED', 'SILENT', 'PRICES_ONLY', 'BROKER_DOWN', 'ALGO_OFF', 'ADVISOR_FORBIDDEN',
  'ACCOUNT_FORBIDDEN', 'UNCONFIRMED', 'ADVISOR_DENIES', 'TERMINAL_CLOCK', 'COMPUTER_CLOCK', 'PRICES_STOPPED', 'NOT_ARMED', 'SLOW_BROKER', 'WELL',
]) // prettier-ignore
export type TerminalCode = z.infer<typeof TerminalCode>

/** Whether MetaTrader is in the list of processes; `unknown`: the list could not be read. */
export type MetaTraderSeen = 'running' | 'absent' | 'unknown'

/** What only the host knows: told by it, shown in the view. */
export type ComputerFacts = Readonly<{
  metaTrader: MetaTraderSeen
  /** Where terminals are awaited over ZeroMQ, and where the settings wanted them; 0: anywhere. */
  port: number
  portWished: number
  /** A training ground runs: whoever trains need not have MetaTrader at all. */
  training: boolean
}>
