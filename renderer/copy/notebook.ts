import type { Emotion, Likeness, Mistake } from '../../engine/contracts/journal.ts'
import type { AccountKind } from '../../engine/contracts/primitives.ts'
import type { ReportName, ReportTone } from '../../engine/contracts/reports.ts'
import { kindWords } from './words.ts'

export const emotionWords: Readonly<Record<Emotion, string>> = {
  calm: 'Calm',
  confident: 'Confident',
  bored: 'Bored',
  hurried: 'Hurried',
  anxious: 'Anxious',
  angry: 'Angry',
  greedy: 'Greedy',
  tired: 'Tired',
}

export const mistakeWords: Readonly<Record<Mistake, string>> = {
  none: 'None',
  lateEntry: 'Late entry',
  earlyExit: 'Early exit',
  movedStop: 'Moved stop',
  movedTarget: 'Moved target',
  tooLarge: 'Too large',
  revenge: 'Revenge',
  chased: 'Chased',
  againstNews: 'Against news',
  notMyPlan: 'Not my plan',
}

export const notebookCopy = {
  title: 'Notebook',
  of: (kind: AccountKind) => `of ${kindWords[kind]}`,
  noAccount: 'No account has been linked yet.',
  noAccountNext: 'The notebook opens with the first terminal, or with the training ground.',
  loading: 'Opening the notebook',
  loadingNext: 'Read from the ledger on this computer.',
  failedNext: 'Nothing is lost: the notes are in the ledger. Try again.',
  retry: 'Try again',
  search: 'Search',
  searchHint: 'Words, marks, a pair or a setup',
  count: (total: number, isSearch: boolean) =>
    `${total} ${total === 1 ? 'note' : 'notes'}${isSearch ? ' found' : ''}`,
  empty: 'No note yet.',
  emptyNext: 'Debrief a closed trade, or write down how this day began.',
  notFound: 'No note has all of these words.',
  notFoundNext: 'Take one away, or look for a pair or a mark.',
  more: 'Show older notes',
  write: 'New note',
  lesson: 'Lesson',
  noWords: 'Marks only',
  changed: 'changed',
  plan: (kept: boolean) => (kept ? 'Plan kept' : 'Plan not kept'),
} as const

export const noteCopy = {
  fresh: 'A new note',
  freshOf: 'About no trade in particular.',
  change: 'Change a note',
  debrief: 'Debrief',
  due: 'Waiting for a debrief',
  dueNone: 'Every one of the last twenty trades is debriefed.',
  text: 'What happened',
  textHint: 'What you saw, what you did, and why.',
  lesson: 'Lesson',
  lessonHint: 'One sentence. It comes back before a similar mission.',
  emotions: 'Mood, at most four',
  mistakes: 'Mistakes, at most five',
  patterns: 'Your own words for the pattern, with commas between',
  patternsHint: 'pull back, news spike',
  tooManyPatterns: 'At most eight patterns with commas between, each of at most 40 letters: take some away.',
  save: 'Write it down',
  saveChange: 'Keep the change',
  cancel: 'Leave it',
  wasPlan: 'Was it traded as planned?',
  planHint: 'Not whether it won: whether you did what the plan said.',
  yes: 'Yes',
  no: 'No',
  close: 'Done',
  debriefed: 'Debriefed',
  debriefName: (word: string, pair: string) => `${word} ${pair}`,
} as const

export const chartCopy = {
  drawing: 'Drawing the chart of this trade.',
  name: (pair: string) => `Chart of ${pair} around this trade`,
} as const

export const lastTimeCopy = {
  title: 'Last time',
  like: {
    setupAndPair: 'same setup and pair',
    setup: 'same setup',
    pairAndSession: 'same pair and session',
  } satisfies Record<Likeness, string>,
  noResult: 'no result',
} as const

export const toneWords: Readonly<Record<ReportTone, string>> = {
  harsh: 'Harsh',
  balanced: 'Balanced',
  encouraging: 'Encouraging',
}
export const reportWords: Readonly<Record<ReportName, string>> = { drill: 'Drill report', sitrep: 'SITREP' }

export const reportsCopy = {
  title: 'Reports',
  region: 'Which report',
  tones: 'Tone',
  running: 'Since the last one, until now',
  earlier: 'Earlier',
  later: 'Later',
  when: { drill: 'Told every day at 18:00.', sitrep: 'Told on Saturdays at 8:00.' } satisfies Record<
    ReportName,
    string
  >,
  from: 'from',
  until: 'until',
  beginning: 'the beginning',
  source: 'Every figure is counted from the ledger, the same in every tone.',
  loading: 'Counting the ledger',
  loadingNext: 'The report is made of nothing else.',
} as const

export const drillsCopy = {
  title: 'Drills',
  aside: (right: number, all: number) => `${right} of ${all} answered right`,
  open: 'Open',
  done: 'Right',
  wrong: 'Not yet right',
  close: 'Close',
  source: 'Source',
  question: 'Question',
  own: 'Your own record',
  example: 'Made-up example',
  loading: 'Preparing the questions',
  loadingNext: 'They are asked on your own closed trades, where there are enough of them.',
  name: (title: string) => `Open the drill: ${title}`,
} as const
