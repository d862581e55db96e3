import type { Debrief, DebriefGrouping, DebriefScope } from '../../engine/contracts/debrief.ts'
import type { EquityRecord } from '../../engine/contracts/debrief-curves.ts'
import type { Drift } from '../../engine/contracts/debrief-promises.ts'
import {
  closeReasonWords,
  kindWords,
  regimeWords,
  sessionWords,
  shieldClassWords,
  sideWords,
} from './words.ts'

export const groupingWords: Readonly<Record<DebriefGrouping, string>> = {
  pair: 'Pair',
  session: 'Session',
  regime: 'Regime',
  setup: 'Setup',
  shield: 'Shield',
  hour: 'Hour',
  weekday: 'Weekday',
  side: 'Side',
  reason: 'Closed by',
}

type Words = Readonly<Record<string, string>>
const keyWords: Readonly<Record<DebriefGrouping, Words>> = {
  pair: {},
  session: sessionWords,
  regime: Object.fromEntries(Object.entries(regimeWords).map(([key, { text }]) => [key, text])),
  setup: {},
  shield: shieldClassWords,
  hour: {},
  weekday: {},
  side: sideWords,
  reason: closeReasonWords,
}

/** A key as a person says it; `NONE` is what nobody has recorded. */
export function keyText(grouping: DebriefGrouping, key: string): string {
  if (key === 'NONE') return 'Not known'
  return grouping === 'hour' ? `${key}:00` : (keyWords[grouping][key] ?? key)
}

export const scopeWords: Readonly<Record<DebriefScope, string>> = { trades: 'Trades', drills: 'Drills' }

const plural = (n: string, noun: string) => `${n} ${noun}${n === '1' ? '' : 's'}`

export const debriefCopy = {
  title: 'Debrief',
  unlinked: 'No account yet.',
  unlinkedNext: 'Training, demo and live are never added together. Link a terminal first.',
  loading: 'Reading the record.',
  loadingNext: 'Each closed trade of the ledger is set beside what its mission had said.',
  failedNext: 'Nothing is lost: the ledger keeps every trade. Try again in a moment.',
  retry: 'Read again',
  old: 'These are the figures as they were read before.',
  empty: 'No trade has been closed yet.',
  emptyNext: 'The debrief begins with your first closed trade, and speaks from the tenth on.',
  nothing: 'No trade is left by these filters.',
  nothingNext: 'Take one of them away.',
  filters: 'Filters',
  period: 'Closed in',
  periods: { all: 'All time', d30: '30 days', d90: '90 days', d365: '1 year' },
  clear: 'Clear',
  saveCsv: 'Save as CSV',
  saveCsvHint:
    'These trades, one a row, for a spreadsheet; times are UTC, money is in the account’s currency',
  reading: 'Reading…',
  csvName: ({ account, scope }: Pick<Debrief, 'account' | 'scope'>) => `bitten-${account}-${scope}.csv`,
  without: (grouping: string, key: string) => `Without the filter ${grouping}: ${key}`,
  of: ({ account, scope }: Pick<Debrief, 'account' | 'scope'>, n: string) =>
    `${kindWords[account]}, ${plural(n, scope === 'drills' ? 'closed drill' : 'closed trade')}`,
  accounts: (n: number) => `${n} accounts: money is added as if of one currency`,
  withoutMission: (n: string) => `${n} without a mission`,
  tooFew: 'too few',
  none: '–',

  curve: 'Equity and drawdown',
  views: { equity: 'Equity', results: 'Results' },
  noEquity: 'Equity is not on record yet.',
  noEquityNext: 'It is written down at the turn of each day, at each new best, and at each new low below it.',
  equityNote: ({ marks }: EquityRecord, grain: string) =>
    `whole account, open trades included, ${marks} marks, falls to within ${grain}`,
  resultsNote: 'Running sum of R of closed trades',
  depth: (depth: string) => `Deepest fall ${depth}`,
  longest: (span: string) => `longest below a best ${span}`,
  now: (depth: string) => `now ${depth} below`,

  figures: 'How good, and how sure',
  figuresNote: '95 % intervals',
  winRate: 'Win rate',
  breaksEven: (rate: string) => `breaks even at ${rate}`,
  expectancy: 'Expectancy',
  aTrade: 'a trade, after costs',
  profitFactor: 'Profit factor',
  wonOverLost: 'R won over R lost',
  payoff: 'Payoff',
  meanSizes: (win: string, loss: string) => `mean win ${win}, mean loss ${loss}`,
  sharpe: 'Sharpe',
  sharpeNote: (days: string, basis: 'equity' | 'results') =>
    basis === 'equity' ? `a year, ${days} days of equity` : `a year, ${days} days of results`,
  noDays: (days: number) => `${days} of 20 days`,
  noInterval: 'too few days for an interval',
  interval: (low: string, high: string) => `between ${low} and ${high}`,
  few: (n: number) => `${n} of 10 trades`,
  net: 'Net',
  sum: 'Sum',
  extremes: 'Best',
  worst: (r: string) => `worst ${r}`,
  deepest: 'Deepest fall',
  deepestNote: 'of summed results',
  sortino: 'Sortino',
  sortinoNote: 'a year, by losing days',
  surely: 'over 99 %',
  hardly: 'under 1 %',
  above: 'Above nothing',
  aboveNote: 'probabilistic Sharpe',
  deflated: 'Above luck',
  deflatedNote: (trials: number, from: 'asked' | 'setups') =>
    from === 'setups'
      ? `deflated, ${trials} ${trials === 1 ? 'setup' : 'setups'}`
      : `deflated, ${trials} tried`,
  ready: 'Be ready for',
  readyNote: (seen: string) => `fall, one order in 20; seen ${seen}`,
  streak: 'Losing row',
  streakNote: (median: number, p95: number) => `chance ${median}, seldom > ${p95}`,
  exposure: 'In the market',
  exposureNote: (hold: string, most: number) => `${hold} each, most ${most} at once`,
  risk: 'At risk',
  riskNote: (most: string, lots: string) => `a trade, most ${most}, ${lots} lots`,
  riskUnknown: 'equity was not on record',

  histogram: 'Results in R',
  histogramNote: 'n by result; the ends hold the rest',
  bar: (from: string, to: string) => `${from} to ${to} R`,
  excursions: 'Against and for',
  excursionNote: (known: string, n: string) => `MAE → and MFE ↑ in R, known of ${known} of ${n}`,
  noExcursions: 'Not measured yet.',
  noExcursionsNext: 'How far a trade went is followed from its entry on, with the next one.',
  against: 'against',
  ahead: 'ahead',
  calibration: 'Said and met, of trades',
  fewOutcomesNext:
    'A trade counts when it ends at its target, its stop or its time; one that was closed by hand does not.',
  drift: 'Promised and got',
  driftNote: ({ is }: Drift, promised: string, got: string) =>
    `${is === 'drifting' ? 'FALLING SHORT' : 'no alarm'}: promised ${promised}, got ${got}`,
  fewPromises: (n: number) => `Too few promises: ${n} of 30.`,
  fewPromisesNext: 'Each mission promises a result; what came of it is added up against that.',
  alarm: (since: string) => `Results fall short of what the missions promised, since ${since}.`,
  alarmNext: 'One in about a thousand trades alarms by chance. Trade smaller, or stop, until you know why.',
  place: (n: number) => `after trade ${n}`,

  groups: 'By what it differs',
  columns: {
    n: 'n',
    sum: 'Sum',
    winRate: 'Win rate',
    even: 'Even at',
    expectancy: 'R a trade',
    factor: 'Factor',
  },
  choose: (grouping: string, key: string) => `Only ${grouping}: ${key}`,
  groupsNote:
    'Click a row to look at it alone. Of fewer than ten trades only the sum is told. The more groups you look through, the better the best one looks by luck.',
} as const
