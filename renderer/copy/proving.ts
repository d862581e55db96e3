import type { LabData, LabPlan } from '../../engine/contracts/lab-desk.ts'
import type { LabRun } from '../../engine/contracts/lab-runs.ts'
import { countText } from '../ui/format/numbers.ts'
import { clockText, dayText, spanText } from '../ui/format/time.ts'

const plural = (n: number, noun: string) => `${countText(n)} ${noun}${n === 1 ? '' : 's'}`
const MADE_UP = 'Made up'

export const jobWords: Readonly<Record<LabRun['kind'], string>> = {
  backtest: 'Backtest',
  walkforward: 'Walk-forward',
  train: 'Model fitted',
}

export const dataWords: Readonly<Record<LabData['is'], string>> = {
  desk: 'Kept by the desk',
  folder: 'Files',
  generated: MADE_UP,
}

export const simulatedWords: Readonly<Record<NonNullable<LabRun['simulated']>, string>> = {
  generated: MADE_UP,
  training: 'Training ground',
}

export const windowWords: Readonly<Record<LabPlan['windows']['mode'], string>> = {
  expanding: 'Expanding',
  rolling: 'Rolling',
}

const dataText = (data: LabData): string => {
  if (data.is === 'desk') return `minutes kept of ${data.terminal}`
  if (data.is === 'folder') return data.path
  return `${data.days} made-up days, seed ${data.seed}`
}

export const provingCopy = {
  region: 'Proving ground',
  tabs: { runs: 'Runs', replay: 'Replay a day' },

  loading: 'Asking the lab.',
  loadingNext: 'It runs in a process of its own, beside the desk.',
  failedNext: 'The desk goes on without it. Ask again in a moment.',
  retry: 'Ask again',

  form: {
    title: 'Put it to the proof',
    what: 'What to run',
    data: 'On which minutes',
    pairs: 'Pairs',
    pairsAll: 'None chosen: all that there are.',
    period: 'Proposals from',
    before: 'and before',
    periodHint: 'Days of UTC. Left empty: all days. What comes before warms up.',
    windows: 'Fits',
    fitMonths: 'Months of the first fit',
    stepMonths: 'Months of each test',
    start: 'Start',
    busy: 'The lab is at work.',
    terminal: 'Terminal',
    kept: (pairs: number) => `${plural(pairs, 'pair')} kept`,
    keptPair: (minutes: number, fromMs: number, toMs: number) =>
      `${plural(minutes, 'minute')}, ${dayText(fromMs)} to ${dayText(toMs)}`,
    keptOfEach: 'How much of each is kept',
    nothingKept: 'The desk has kept no minute yet.',
    nothingKeptNext:
      'Link a terminal: its past minutes come by themselves. Or take files, or made-up minutes.',
    seed: 'Seed',
    days: 'Days',
    madeUp:
      'Minutes of the training ground’s market. They show that a run works, and say nothing about any market.',
    folder: 'Folder or file',
    folderHint: 'One-minute bars of HistData or MetaTrader 5, or ticks; zipped or not',
    choose: 'Choose…',
    clock: 'Clock of MetaTrader files',
    clocks: {
      infer: 'As their weeks begin',
      newYorkClose: 'UTC+2, +3 in New York’s summer',
      easternEurope: 'UTC+2, +3 in Europe’s summer',
      newYork: 'New York',
      utc: 'UTC',
    },
    noFolder: 'Name a folder.',
  },

  now: {
    title: 'The lab',
    idle: 'Nothing runs.',
    idleNext: 'Choose what to run, and start it. One core stays the desk’s.',
    begins: 'It begins.',
    since: (ms: number) => `since ${clockText(ms).slice(0, 5)} UTC`,
    of: ({ job, data }: LabPlan) => `${jobWords[job]} of ${dataText(data)}`,
    stage: (name: string, done: number, of: number) => `${name}: ${countText(done)} of ${countText(of)}`,
    share: 'Share done of this step',
    cancel: 'Cancel',
    done: (tookMs: number) => `Done in ${spanText(tookMs)}.`,
    open: 'Open it',
    failed: 'It failed',
    cancelled: 'Cancelled. Parts of a walk-forward that were done are kept: started again, it goes on there.',
  },

  runs: {
    title: 'What was found',
    loading: 'Reading what the lab has kept.',
    loadingNext: 'What the command line has kept in this data folder is among it.',
    failedNext: 'The lab can make everything in lab.db again. Try again in a moment.',
    retry: 'Read again',
    old: 'These are the runs as they were read before.',
    none: 'Nothing has been run yet.',
    noneNext:
      'Start a backtest on the left. What the command line keeps in this data folder is seen here, too.',
    older: (n: number) => `${plural(n, 'older run')} not shown.`,
    compare: (n: number) => `Compare ${n}`,
    compareNone: 'Compare',
    compareHint: 'Pick two or three',
    pick: (trial: number, what: string) => `Compare run ${trial}, ${what}`,
    when: 'When, UTC',
    what: 'Run',
    data: 'Data',
    n: 'Signals',
    net: 'Net R each, 95 %',
    random: 'Random entries',
    factor: 'Profit factor, 95 %',
    slope: 'Slope',
    slopeAndError: 'Slope, ECE (chance)',
    slopeHint: 'Of the calibration: 1 where a probability means what it says',
    off: (ece: string, chance: string | null) => (chance === null ? `ECE ${ece}` : `ECE ${ece} (${chance})`),
    eceHint: 'How far off the probabilities were on average; beside it what chance alone gives',
    chance: (ece: string) => `chance ${ece}`,
    open: (what: string, trial: number) => `${what} ${trial}`,
    hash: 'Its first letters of the data’s SHA-256: the same letters are the same data',
    noSignal: 'no signal',
  },

  story: {
    back: 'All runs',
    title: (what: string, trial: number) => `${what} ${trial}`,
    loading: 'Opening the report.',
    loadingNext: 'It is read from lab.db, where it was kept with a checksum.',
    failedNext: 'Run it again: the lab makes the same report of the same data.',
    retry: 'Read again',
    verdict: 'What it comes to',
    results: 'What the trades came to, beside chance',
    group: 'Group',
    all: 'All',
    won: 'Won, 95 %',
    net15: 'at 1.5×',
    net2: 'at 2×',
    better: 'Over random, 95 %',
    fall: (r: string) => `deepest fall ${r}`,
    groupsNote: (n: number) =>
      `${n} groups were looked at: one in twenty keeps clear of its true figure by chance alone.`,
    nothing: 'None.',
    calibration: 'Said and happened',
    calibrationNote: 'All candidates that had a probability',
    noCalibration: 'No forecasts.',
    noCalibrationNext: 'A run without a model, or of too few candidates, says nothing of probabilities.',
    how: 'How it was counted',
    costs: 'Costs',
    data: 'Data',
    scope: { all: 'all candidates', issued: 'issued' },
    trust: (n: number) => `n ${countText(n)}`,
    said: 'said',
    happened: 'happened',
    chart: (n: string) => `What was said of targets against what happened, n ${n}`,
  },

  compare: {
    title: 'Side by side',
    loading: 'Laying them side by side.',
    loadingNext: 'A difference is marked only where the 95 % intervals share no value.',
    figure: 'Figure, 95 %',
    first: 'compared with this one',
    above: 'above the first',
    below: 'below the first',
    same: 'cannot be told from the first',
    unknown: 'no interval',
    none: '–',
    note: 'Marked only where the 95 % intervals share no value. Of many figures one in twenty differs by chance.',
  },
} as const
