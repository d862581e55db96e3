/** Every state of a terminal judged by itself: not only the worst, and also what is well and what nobody has told. */
import { CHECK_STATES, type CheckState, type LinkCheck } from '../../contracts/link-report.ts'
import type { Road } from '../../contracts/road.ts'
import { TerminalCode } from '../../contracts/terminal-state.ts'
import { LINKED } from './linked-states.ts'
import type { TerminalFacts } from './terminal-facts.ts'
import { cardOf } from './terminal-state.ts'

/** While one of these holds no shot is let through, or none would arrive. The others only warn. */
const KEEPS_BACK: ReadonlySet<TerminalCode> = new Set([
  'NOT_RUNNING', 'PORT_TAKEN', 'NEVER_LINKED', 'NOT_LINKED', 'SILENT', 'PRICES_ONLY', 'BROKER_DOWN', 'ALGO_OFF', 'ADVISOR_FORBIDDEN',
  'ACCOUNT_FORBIDDEN', 'ADVISOR_DENIES', 'TERMINAL_CLOCK', 'PRICES_STOPPED', 'NOT_ARMED',
]) // prettier-ignore

type Judged = Exclude<keyof typeof LINKED, 'PRICES_ONLY'> | 'NOT_ARMED'

/** What is said when the state does not hold. A text alone: it is well. */
type Else = (facts: TerminalFacts) => string | Readonly<{ is: 'unknown' | 'none'; text: string }>

const notTold = (what: string) => ({ is: 'unknown', text: `The terminal has not told ${what} yet.` }) as const
const notJudged = (text: string) => ({ is: 'none', text }) as const

const told = (fact: boolean | null, what: string, fine: string) => (fact === null ? notTold(what) : fine)

const ELSE: Readonly<Record<Judged, Else>> = {
  SILENT: ({ silentMs, road }) =>
    road === 'legacy'
      ? notJudged('This road has no beats: whether the terminal lives is seen by its prices alone.')
      : `Its last sign of life is ${Math.max(0, silentMs / 1_000).toFixed(1)} s old.`,
  BROKER_DOWN: ({ brokerConnected }) =>
    told(brokerConnected, 'whether it reaches the broker', 'The terminal is connected to the broker.'),
  ALGO_OFF: ({ autoTrading }) =>
    told(autoTrading, 'whether Algo Trading is on', 'Algo Trading is switched on.'),
  ADVISOR_FORBIDDEN: ({ advisorAllowed }) =>
    told(advisorAllowed, 'whether the Expert Advisor may trade', 'The Expert Advisor may trade.'),
  ACCOUNT_FORBIDDEN: ({ accountAllowed }) =>
    told(accountAllowed, 'whether the account may trade', 'The broker allows trading on this account.'),
  UNCONFIRMED: ({ road }) =>
    road === 'zmq'
      ? 'Nothing that the terminal was told to keep waits for its word.'
      : notJudged("Pause and limits do not travel on this road: the terminal's own inputs stand alone."),
  ADVISOR_DENIES: ({ brokerConnected }) =>
    told(brokerConnected, 'what its own limits say', 'Its own limits deny nothing now.'),
  TERMINAL_CLOCK: ({ road, aheadOfTerminalMs: ms }) => {
    if (road !== 'zmq') return notJudged('On this road the clock of the terminal is not compared.')
    return ms === null
      ? notTold('what its clock shows')
      : `The clocks of computer and terminal are ${Math.round(Math.abs(ms))} ms apart.`
  },
  COMPUTER_CLOCK: ({ isSimulated, aheadOfBrokerMs: ms }) => {
    if (isSimulated) return notJudged('The clock of a training ground is its own affair.')
    return ms === null
      ? notJudged("The broker's clock is compared only while quotes set it.")
      : `The computer's clock is ${(Math.abs(ms) / 1_000).toFixed(1)} s from the broker's.`
  },
  PRICES_STOPPED: ({ isSimulated, priceSilenceMs: ms }) => {
    if (isSimulated) return notJudged('The prices of a training ground come at its own speed.')
    return ms === null
      ? notJudged('No price is due: the market is closed, or its day turns.')
      : `The last price is ${Math.max(0, ms / 1_000).toFixed(1)} s old.`
  },
  SLOW_BROKER: ({ pingMs }) =>
    pingMs === null
      ? notTold('how far its trade server is')
      : `An order takes ${pingMs.toFixed(1)} ms to the trade server and back.`,
  NOT_ARMED: () => 'Armed: what is recorded here agrees with what the terminal has.',
}

export function linkChecks(facts: TerminalFacts): LinkCheck[] {
  if (!facts.isUp) return [awayCheck(facts), AWAY]
  const codes = TerminalCode.options.filter((code): code is Judged => code in ELSE)
  return [roadCheck(facts), allowListCheck(facts), ...codes.map(code => checkOf(code, facts))]
}

/** Each state as it was, of equals in the order of the list. */
export const worstFirst = (checks: readonly LinkCheck[]): LinkCheck[] =>
  checks.toSorted((one, other) => CHECK_STATES.indexOf(one.is) - CHECK_STATES.indexOf(other.is))

/** What would only warn keeps no promise back while nobody has told it: some terminals never tell their ping. */
function checkOf(code: Judged, facts: TerminalFacts): LinkCheck {
  const { holds, problem, nextStep } = cardOf(code)
  if (holds(facts)) return { name: code, is: levelOf(code), text: problem(facts), nextStep: nextStep(facts) }
  const other = ELSE[code](facts)
  if (typeof other === 'string') return { name: code, is: 'good', text: other, nextStep: null }
  const isMissed = other.is === 'unknown' && KEEPS_BACK.has(code)
  return { name: code, is: isMissed ? 'unknown' : 'none', text: other.text, nextStep: isMissed ? WAIT : null }
}

const WAIT = 'Wait for its next beat; if it stays, start the Expert Advisor anew.'

const levelOf = (code: TerminalCode): CheckState => (KEEPS_BACK.has(code) ? 'bad' : 'warn')

/** The first of the list that holds: it knows most about why nobody speaks. */
function awayCheck(facts: TerminalFacts): LinkCheck {
  const code = TerminalCode.options.find(each => each !== 'WELL' && cardOf(each).holds(facts))
  if (code === undefined || code === 'WELL') throw new Error('A terminal that is away is in no state.')
  const { problem, nextStep } = cardOf(code)
  return { name: code, is: 'bad', text: problem(facts), nextStep: nextStep(facts) }
}

const AWAY: LinkCheck = {
  name: 'WELL',
  is: 'unknown',
  text: 'Algo Trading, broker, clocks and limits are not known while it is away.',
  nextStep: null,
}

function roadCheck(facts: TerminalFacts): LinkCheck {
  if (facts.road === 'legacy') {
    const { problem, nextStep } = LINKED.PRICES_ONLY
    return { name: 'PRICES_ONLY', is: 'bad', text: problem(facts), nextStep: nextStep(facts) }
  }
  return OF_ROAD[facts.road]
}

const OF_ROAD: Readonly<Record<Exclude<Road, 'legacy'>, LinkCheck>> = {
  zmq: { name: 'ROAD', is: 'good', text: 'Linked over ZeroMQ, the road that carries everything.', nextStep: null },
  files: {
    name: 'ROAD',
    is: 'warn',
    text: 'Linked by files: answers are slow, the app moves no stops, and no order waits at the broker.',
    nextStep: 'Set the road of the Expert Advisor to ZeroMQ in its inputs, unless its sockets are forbidden.',
  },
} // prettier-ignore

/** It cannot be asked for: a terminal that does not allow the address never gets here. */
function allowListCheck({ road, isSimulated }: TerminalFacts): LinkCheck {
  const isNeeded = road === 'zmq' && !isSimulated
  return {
    name: 'ALLOW_LIST',
    is: isNeeded ? 'good' : 'none',
    text: isNeeded
      ? 'MetaTrader allows 127.0.0.1 in its list: it could not be linked otherwise.'
      : "MetaTrader's list of allowed addresses is not needed here.",
    nextStep: null,
  }
}
