const points = (count: number) => `${count} point${count === 1 ? '' : 's'}`

/** The terminal's answers, in words. */
const ANSWERS: Readonly<Record<string, string>> = {
  accepted: 'Accepted',
  rejected: 'Refused by the broker',
  denied: 'Denied by the Expert Advisor',
  expired: 'It came too late',
  unknown: 'The trade server has not answered',
  buried: 'It never arrived',
  placed: 'It waits',
  cancelled: 'Taken back',
}

const JOURNAL = 'See the lines of the Experts and Journal tabs in MetaTrader at this time.'

/** MetaTrader's return codes that a link is likely to stumble over. */
const NEXT_BY_CODE: Readonly<Record<number, string>> = {
  10_014: 'The broker takes another volume: look at the row of the symbol below.',
  10_015: 'The price was gone. Try again in a quiet minute.',
  10_016: 'The broker wants its stops elsewhere: look at the stop level of the symbol below.',
  10_017: 'Trading is disabled for this account or symbol. Ask the broker.',
  10_018: 'The market of this symbol is closed. Try again when it is open.',
  10_019: 'There is too little free margin on this account.',
  10_026: 'The broker’s server forbids Algo Trading. Ask the broker.',
  10_027: 'Press Algo Trading in MetaTrader, and try again.',
  10_030:
    'The broker takes none of the ways in which the Expert Advisor may fill. Send the report to whoever is to help.',
}

export const testFireCopy = {
  title: 'Test fire',
  what: 'One real order of the smallest size through the whole way, and closed at once. It costs the spread, and counts for no rank.',
  none: 'Nothing has been tested on this terminal yet.',
  open: 'Test fire',
  openOf: (terminal: string) => `Test fire on ${terminal}`,
  sheet: { title: 'Test fire', close: 'Leave it' },
  facts: { symbol: 'Symbol', lots: 'Lots', risk: 'Lost at the stop', cost: 'Likely cost' },
  costNote: 'spread and commission',
  ask: 'A market order to buy leaves for this terminal, with its stop. As soon as it is filled it is closed.',
  send: 'Fire and close',
  sending: 'Sending',
  notNow: 'Not now:',
  steps: {
    recorded: 'Recorded',
    sent: 'Sent',
    answered: 'Answered',
    filled: 'Filled',
    stop: 'Stop at the broker',
    closed: 'Closed',
    cost: 'Cost',
  },
  at: (time: string) => `${time} UTC`,
  after: (ms: string) => `+${ms} ms`,
  order: (lots: string, symbol: string, price: string) => `${lots} lots of ${symbol} at ${price}`,
  answer: (is: string, retcode: number, text: string) =>
    `${ANSWERS[is] ?? is} (${retcode})${text === '' ? '' : `: ${text}`}`,
  filledAt: (price: string, slippage: number) =>
    slippage === 0 ? `${price}, as judged` : `${price}, ${points(Math.abs(slippage))} ${slippage > 0 ? 'worse' : 'better'}`,
  stop: {
    there: (price: string) => `seen at ${price}`,
    none: 'the position was shown without it',
    unseen: 'not seen: the position was gone, or BITTEN was started again, before it was shown',
  },
  closeRefused: (answer: string) => `still open. ${answer}`,
  wait: 'waiting',
  not: 'not reached',
  verdict: {
    well: 'The whole way works: order, stop and close, there and back.',
    noStop: 'It was filled and closed, but its stop was not at the broker. Fire nothing here until you know why.',
    stopUnseen: 'It was filled and closed. Whether its stop stood was not seen: test once more.',
    running: 'A test is under way.',
    closing: 'The test position is open, and is being closed.',
    stuck: 'A test position is open: the close was refused.',
    stuckNext: 'BITTEN tries again, and the terminal closes it by its time. If it stays, close it by hand: in the War Room or in MetaTrader.',
    unknown: 'Nobody knows yet what became of it: it counts as open.',
    unknownNext: 'BITTEN asks the terminal. If it stays so, look into the Trade tab of MetaTrader and close it there.',
    settled: 'It was ended by hand, and nobody knows what became of it.',
    failed: (why: string) => `It was not filled. ${why}`,
    next: 'Next:',
  },
  nextOf: (retcode: number | null) => (retcode === null ? JOURNAL : (NEXT_BY_CODE[retcode] ?? JOURNAL)),
} as const // prettier-ignore
