import type { GhostReason, GhostReport, GhostVerdict } from '../../engine/contracts/ghosts.ts'
import { kindWords } from './words.ts'

const plural = (count: number, noun: string) =>
  `${count.toLocaleString('en-US')} ${noun}${count === 1 ? '' : 's'}`

export const ghostReasons: Readonly<Record<GhostReason, string>> = {
  refused: 'Filter',
  denied: 'Gate',
  declined: 'You',
  expired: 'Let go',
}

export const ghostVerdicts: Readonly<Record<GhostVerdict, { text: string; meaning: string }>> = {
  saved: { text: 'Saved R', meaning: 'Its whole interval is below nought: it was well not to take them.' },
  cost: { text: 'Cost R', meaning: 'Its whole interval is above nought: they would have paid.' },
  open: { text: 'Open', meaning: 'The interval holds nought: it cannot be told yet.' },
  tooFew: { text: 'Too few', meaning: 'Fewer than ten: they are counted, and no more is said of them.' },
}

/** A closed list's code in small words; whatever else it is are somebody's own words. */
export const whyWords = (key: string): string =>
  /^[A-Z][A-Z_]*$/.test(key) ? key.charAt(0) + key.slice(1).toLowerCase().replaceAll('_', ' ') : key

export const ghostsCopy = {
  title: 'Ghosts',
  region: 'Ghosts page',
  weeks: 'By week',
  never: 'Ghosts are never results.',
  lead: 'Missions that were not taken, followed to their end as if they had been: what each filter and each no has saved or cost.',
  of: ({ account, all, byBars }: GhostReport) =>
    [
      `${kindWords[account]} · ${plural(all.n, 'mission')} not taken`,
      ...(byBars > 0 ? [`${byBars.toLocaleString('en-US')} partly from one-minute bars`] : []),
    ].join(' · '),
  unlinked: 'No account yet.',
  unlinkedNext: 'Training, demo and live are never added together. Link a terminal first.',
  loading: 'Calling the roll.',
  loadingNext: 'Every ghost of the ledger, by what kept it back.',
  empty: 'No ghost has ended yet.',
  emptyNext:
    'A mission that is refused, denied, declined or let go is followed on, and its end is told here.',
  failedNext: 'Nothing is lost: the ledger keeps every ghost. Try again in a moment.',
  retry: 'Read again',
  old: 'These are the figures as they were read before.',
  why: 'Kept back by',
  n: 'n',
  alone: 'Alone',
  each: 'R each, 95 %',
  mean: 'Mean',
  saved: 'Saved',
  costOrSaved: 'Cost – saved, R',
  verdict: 'Verdict',
  all: 'All, each once',
  week: 'Week from',
  whole: 'The whole time',
  narrowed: (date: string) => `Week from ${date}`,
  calibration: 'Said and met, had they been taken',
  fewOutcomesNext:
    'A ghost counts when a model had said how likely its target is. Trades that were taken are counted on the page Debrief.',
  noInterval: 'no interval yet',
  spoken: (low: string, high: string) => `95 % from ${low} to ${high}`,
  notes: [
    'R is a part of the risk, after the cost that each plan counted. A long ends at the bid, a short at the ask, a stop at the price that was there. The interval redraws whole trading days; under eight of them there is none.',
    'One that several things kept back stands in the row of each. “Alone” counts those that nothing else kept back: what would have been traded without this one.',
    'Ghosts of the same hours share their market: what they said and met proves less than as many trades.',
  ],
} as const
