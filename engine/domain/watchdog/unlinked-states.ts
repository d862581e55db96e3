import type { TerminalCode } from '../../contracts/terminal-state.ts'
import type { StateCard, TerminalFacts } from './terminal-facts.ts'

type Unlinked = Extract<TerminalCode, 'NOT_RUNNING' | 'PORT_TAKEN' | 'NEVER_LINKED' | 'NOT_LINKED'>

/** Nobody speaks at the other end. Where the process list knows more, it says so. */
export const UNLINKED: Readonly<Record<Unlinked, StateCard>> = {
  NOT_RUNNING: {
    level: 'error',
    holds: ({ isUp, computer }) => !isUp && computer?.metaTrader === 'absent',
    problem: () => 'MetaTrader is not running on this computer.',
    nextStep: () =>
      'Start MetaTrader 5. Stops and targets of open positions stand at the broker; what the Expert Advisor manages waits for it.',
    over: 'MetaTrader is running again.',
  },
  PORT_TAKEN: {
    level: 'error',
    holds: ({ isUp, road, computer }) => !isUp && road === 'zmq' && isPortTaken(computer),
    problem: ({ computer }) =>
      `Port ${computer?.portWished} was taken by another program, so terminals are awaited on port ${computer?.port}.`,
    nextStep: ({ computer }) =>
      `End the other program and start BITTEN again, or set the port in the inputs of the Expert Advisor to ${computer?.port}.`,
    over: 'The terminal has found the port.',
  },
  NEVER_LINKED: {
    level: 'info',
    holds: ({ isUp, hasLinked }) => !isUp && !hasLinked,
    problem: () => 'No terminal has ever been linked.',
    nextStep: () =>
      'Connect MetaTrader in the War Room, or `bitten ea install`, puts the Expert Advisor in; `bitten ea test` shows how far it gets.',
    over: 'The first terminal is linked.',
  },
  NOT_LINKED: {
    level: 'error',
    holds: ({ isUp }) => !isUp,
    problem: facts => NOT_LINKED[facts.road],
    nextStep: facts =>
      facts.isSimulated
        ? 'The training ground is started again by itself.'
        : facts.computer?.metaTrader === 'running'
          ? `MetaTrader is running: ${WHILE_RUNNING[facts.road]}`
          : `Start MetaTrader, and ${SEE[facts.road]}`,
    over: 'The terminal is linked again.',
  },
}

const isPortTaken = (computer: TerminalFacts['computer']): boolean =>
  computer !== null && computer.portWished !== 0 && computer.port !== computer.portWished

const NOT_LINKED: Readonly<Record<TerminalFacts['road'], string>> = {
  zmq: 'The terminal is not linked.',
  files: 'The terminal has written nothing into its folder for five seconds.',
  legacy: "The predecessor's Expert Advisor sends no prices.",
}

const SEE: Readonly<Record<TerminalFacts['road'], string>> = {
  zmq: 'see that the Expert Advisor smiles on its chart.',
  files: 'see that the road of the Expert Advisor is files.',
  legacy: 'see the log of its Expert Advisor; it is silent while its market is closed.',
}

const WHILE_RUNNING: Readonly<Record<TerminalFacts['road'], string>> = {
  zmq: 'see that the Expert Advisor is on a chart and smiles, and what its panel says.',
  files: 'see that the Expert Advisor is on a chart and that its road is files.',
  legacy: 'its Expert Advisor is silent while its market is closed; otherwise see its log.',
}
