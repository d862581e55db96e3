import type { TerminalCode } from '../../contracts/terminal-state.ts'
import type { StateCard, TerminalFacts } from './terminal-facts.ts'

type Linked = Exclude<
  TerminalCode,
  'NOT_RUNNING' | 'PORT_TAKEN' | 'NEVER_LINKED' | 'NOT_LINKED' | 'NOT_ARMED' | 'WELL'
>

/** No beat for this long: the link is shown as silent before the host gives it up. */
const SILENT_MS = 3_000
/** An order lives for five seconds by the terminal's clock: half of that lost to a wrong clock is too much. */
const TERMINAL_CLOCK_MS = 2_000
/** Quotes are dated by the broker to a fraction of a second; session times and news are judged to the minute. */
const COMPUTER_CLOCK_MS = 5_000
/** Fifteen pairs are never silent together for so long while their market is open. */
const PRICES_MS = 90_000
/** A price has moved by the time an order has travelled for half a second. */
const SLOW_PING_MS = 500

const seconds = (ms: number | null): string => `${Math.round(Math.abs(ms ?? 0) / 1_000)} s`
const direction = (aheadMs: number | null): string => ((aheadMs ?? 0) >= 0 ? 'ahead of' : 'behind')

const KEPT = {
  pause: { what: 'the pause', without: 'Only this desk keeps it.' },
  resume: { what: 'the end of the pause', without: 'It may deny every shot.' },
  limits: { what: 'its limits', without: 'Only this desk keeps them.' },
} as const

function unconfirmedSentence(unconfirmed: TerminalFacts['unconfirmed']): string {
  if (!unconfirmed) return ''
  const { what, without } = KEPT[unconfirmed.what]
  return unconfirmed.said === null
    ? `The terminal has not confirmed ${what}. ${without}`
    : `The terminal did not take ${what}: ${unconfirmed.said} ${without}`
}

/** A session stands, and something keeps it from trading, or from trading well. */
export const LINKED: Readonly<Record<Linked, StateCard>> = {
  SILENT: {
    level: 'error',
    holds: ({ isUp, road, isBusy, silentMs }) => isUp && road !== 'legacy' && !isBusy && silentMs > SILENT_MS,
    problem: ({ silentMs }) => `The terminal has been silent for ${seconds(silentMs)}.`,
    nextStep: () => 'See whether MetaTrader is frozen.',
    over: 'The terminal speaks again.',
  },
  PRICES_ONLY: {
    level: 'info',
    holds: ({ isUp, road }) => isUp && road === 'legacy',
    problem: () =>
      "Prices only: the predecessor's Expert Advisor tells neither account, positions nor specifications, so no order can be sized.",
    nextStep: () => 'Put BITTENBridge on a chart to trade.',
    over: null,
  },
  BROKER_DOWN: {
    level: 'error',
    holds: ({ isUp, brokerConnected }) => isUp && brokerConnected === false,
    problem: () => 'MetaTrader has no connection to the broker.',
    nextStep: () => 'Check the internet and the login.',
    over: 'MetaTrader is connected to the broker again.',
  },
  ALGO_OFF: {
    level: 'error',
    holds: ({ isUp, autoTrading }) => isUp && autoTrading === false,
    problem: () => 'Algo Trading is switched off.',
    nextStep: () => 'Press the Algo Trading button in MetaTrader.',
    over: 'Algo Trading is on again.',
  },
  ADVISOR_FORBIDDEN: {
    level: 'error',
    holds: ({ isUp, advisorAllowed }) => isUp && advisorAllowed === false,
    problem: () => 'The Expert Advisor may not trade.',
    nextStep: () =>
      'Press F7 on its chart and tick Allow Algo Trading; if it is ticked, the broker forbids Expert Advisors: ask there.',
    over: 'The Expert Advisor may trade again.',
  },
  ACCOUNT_FORBIDDEN: {
    level: 'error',
    holds: ({ isUp, accountAllowed }) => isUp && accountAllowed === false,
    problem: () => 'The broker does not allow trading on this account.',
    nextStep: () =>
      'Log in with the trading password and not with the one for investors; if you have, ask the broker.',
    over: 'The account may trade again.',
  },
  UNCONFIRMED: {
    level: 'warn',
    holds: ({ isUp, unconfirmed }) => isUp && unconfirmed !== null,
    problem: ({ unconfirmed }) => unconfirmedSentence(unconfirmed),
    nextStep: () =>
      'Ask for it once more; if it stays, start the Expert Advisor anew. Algo Trading off in MetaTrader stops every order.',
    over: 'The terminal has confirmed what it is to keep.',
  },
  ADVISOR_DENIES: {
    level: 'warn',
    holds: ({ isUp, denies }) => isUp && denies !== null,
    problem: ({ denies }) => `The Expert Advisor fires nothing: ${denies}`,
    nextStep: () => 'Its own limits decide; see its inputs and its panel.',
    over: 'The Expert Advisor takes orders again.',
  },
  TERMINAL_CLOCK: {
    level: 'error',
    holds: ({ isUp, aheadOfTerminalMs }) => isUp && Math.abs(aheadOfTerminalMs ?? 0) > TERMINAL_CLOCK_MS,
    problem: ({ aheadOfTerminalMs: ahead }) =>
      `The computer's clock is ${seconds(ahead)} ${direction(ahead)} the terminal's, so orders may arrive when they have expired.`,
    nextStep: () =>
      'Both run on this computer: start MetaTrader again; if it stays, set the clock to be set by itself.',
    over: 'The clocks of the computer and the terminal agree again.',
  },
  COMPUTER_CLOCK: {
    level: 'warn',
    holds: ({ isUp, aheadOfBrokerMs }) => isUp && Math.abs(aheadOfBrokerMs ?? 0) > COMPUTER_CLOCK_MS,
    problem: ({ aheadOfBrokerMs: ahead }) =>
      `The computer's clock is ${seconds(ahead)} ${direction(ahead)} the broker's.`,
    nextStep: () => "Let the system set the computer's clock by itself (time server).",
    over: "The computer's clock agrees with the broker's again.",
  },
  PRICES_STOPPED: {
    level: 'warn',
    holds: ({ isUp, priceSilenceMs }) => isUp && (priceSilenceMs ?? 0) > PRICES_MS,
    problem: ({ priceSilenceMs }) =>
      `No price of any symbol has come for ${seconds(priceSilenceMs)}, and the market is open.`,
    nextStep: () =>
      'See whether prices move in Market Watch. On a holiday there are none; otherwise log in to the account again.',
    over: 'Prices come again.',
  },
  SLOW_BROKER: {
    level: 'warn',
    holds: ({ isUp, pingMs }) => isUp && (pingMs ?? 0) > SLOW_PING_MS,
    problem: ({ pingMs }) => `An order takes ${Math.round(pingMs ?? 0)} ms to the trade server and back.`,
    nextStep: () =>
      "Double-click the connection's figures in MetaTrader's lower right corner and take a nearer server; see what else uses the line.",
    over: 'The trade server answers quickly again.',
  },
}
