import type { ChallengeState, DayMark } from '../../engine/contracts/campaign.ts'
import type { AccountKind } from '../../engine/contracts/primitives.ts'
import { kindWords } from './words.ts'

export const xpLogCopy = {
  title: 'Experience',
  empty: 'No XP yet.',
  emptyNext: 'XP is paid for discipline: a trade closed by its plan earns it, a broken rule costs it.',
  xp: (xp: string) => `${xp} XP`,
  inShort: (streak: string, badges: string, of: string) => `streak ${streak} · badges ${badges} of ${of}`,
} as const

export const campaignCopy = {
  title: 'Campaign',
  loading: 'Reading the campaign.',
  loadingNext: 'Every badge, day and award is earned again from the facts of the ledger.',
  failedNext: 'Nothing is lost: the campaign is a sum over the ledger. Try again in a moment.',
  retry: 'Read again',
  old: 'As it was read before',
  unlinked: 'No account yet.',
  unlinkedNext: 'Training, demo and live have a campaign each. It begins as soon as a terminal is linked.',
  kind: (kind: AccountKind) => kindWords[kind],
  practice: 'Practice pays a tenth',
} as const

export const ranksCopy = {
  title: 'Ranks',
  aside: 'power, never safety',
  from: (xp: string) => `from ${xp} XP`,
  toGo: (xp: string) => `${xp} XP to go`,
  risk: { short: 'Risk', meaning: 'The most of the balance at risk in one trade' },
  open: { short: 'Open', meaning: 'Trades open at once' },
  shots: { short: 'Shots', meaning: 'Shots a day' },
  stop: { short: 'Stop', meaning: 'The loss of the balance at which the day ends' },
  auto: { never: 'Select only', demo: 'Auto on demo', always: 'Auto' },
  several: 'Several terminals at once',
} as const

export const badgesCopy = {
  title: 'Badges',
  aside: (earned: string, of: string) => `${earned} of ${of} earned`,
  progress: (n: string, of: string) => `${n} of ${of}`,
  earned: (date: string) => `Earned ${date}`,
  pays: (xp: string) => `${xp} XP`,
  close: 'Close',
  proofs: 'What earned it',
  proofsNone: 'It was not earned by single trades.',
  proofsOpen: 'Not earned yet. What earns it will be named here, trade by trade.',
  order: (id: string) => `Order ${id}`,
  mission: (id: string) => `Mission ${id}, declined`,
} as const

const STATES: Readonly<Record<ChallengeState['is'], string>> = {
  open: 'Open',
  kept: 'Kept so far',
  met: 'Met',
  missed: 'Missed',
}
export const challengesCopy = {
  title: 'Challenges',
  today: 'Today',
  week: 'This week',
  none: 'No trading day yet.',
  noneNext: 'Three challenges come with the first word of the account, and one for the week.',
  is: (state: ChallengeState['is']) => STATES[state],
  progress: (n: string, of: string) => `${n} of ${of}`,
} as const

const MARKS: Readonly<Record<DayMark | 'missed', string>> = {
  kept: 'kept: inside all limits, debriefed',
  quiet: 'quiet: nothing broken, nothing debriefed',
  broken: 'a rule or a stop of the day was broken',
  missed: 'missed, or still to come',
}
export const streakCopy = {
  title: 'Streak',
  days: 'Days kept',
  best: 'At best',
  forgiven: 'Missed days are forgiven. A broken one begins anew.',
  weekdays: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri'],
  day: (day: string, is: DayMark | null) => `${day}: ${MARKS[is ?? 'missed']}`,
  calendar: 'The last twelve weeks',
  kept: 'kept',
  quiet: 'quiet',
  broken: 'broken',
  none: 'No trading day yet.',
  noneNext: 'A day is kept when it ends inside all limits with at least one debrief.',
} as const

export const awardsCopy = {
  title: 'XP log',
  aside: (total: string) => `${total} entries`,
  older: 'Older',
  newest: 'Newest',
} as const
