/** What the archive answers about a trader's notebook: made by the real books out of events. */
import { tradeChart } from '../../../engine/adapters/pictures/index.ts'
import type { EngineEvent } from '../../../engine/contracts/events.ts'
import type { Mission } from '../../../engine/contracts/mission.ts'
import { EpochMs, Ulid } from '../../../engine/contracts/primitives.ts'
import { LessonBook } from '../../../engine/domain/lessons/lesson-book.ts'
import { NotebookBook } from '../../../engine/domain/notebook/notebook-book.ts'
import { ReportBook } from '../../../engine/domain/reports/report-book.ts'
import { aNote, aTrade, ofR } from '../../../engine/testkit/notebook.ts'
import { aUlid } from '../../../engine/testkit/events.ts'
import { ONE_OF_EACH } from '../../../engine/testkit/one-of-each.ts'
import type { Script } from './fake-bridge.ts'
import { MARKET_MS, points } from './view-parts.ts'

const HOUR_MS = 3_600_000
const account = 'simulated'

const trade = (number: number, r: number, mission: Partial<Mission>): EngineEvent[] =>
  aTrade(number, { ...ofR(r), kind: account }, { ...mission, kind: account })
const noteOf = (number: number, parts: Parameters<typeof aNote>[1]): EngineEvent =>
  aNote(number, { account, order: aUlid(100 + number), mission: aUlid(number), ...parts })
const debriefed = (number: number, keptPlan: boolean): EngineEvent => ({
  ...ONE_OF_EACH.tradeDebriefed,
  account,
  order: aUlid(100 + number),
  keptPlan,
})

/** A fortnight of a trader who writes things down. */
const EVENTS: readonly EngineEvent[] = [
  ...trade(1, 2, { pair: 'GBPAUD', setup: 'RANGE-FADE', session: 'LONDON' }),
  debriefed(1, true),
  noteOf(1, {
    text: 'Waited for the second test of the range. The first one would have been stopped.',
    lesson: 'The second test is the trade.',
    emotions: ['calm'],
    mistakes: ['none'],
    patterns: ['second test'],
  }),
  ...trade(2, -1, { pair: 'EURUSD', setup: 'RANGE-FADE', session: 'LONDON' }),
  debriefed(2, false),
  noteOf(2, {
    text: 'Took it a minute before the jobs report because it looked easy.',
    lesson: 'Nothing looks as easy as the minute before news.',
    emotions: ['hurried', 'greedy'],
    mistakes: ['againstNews'],
    patterns: ['news spike'],
  }),
  ...trade(3, -1, { pair: 'USDJPY', setup: 'OPEN-RANGE', session: 'ASIAN' }),
  debriefed(3, true),
  noteOf(3, { text: 'As planned, and it lost. ¥ opened lower and ran 🚀', mistakes: ['none'] }),
  aNote(50, { account, text: 'סבלנות. יום שקט, בלי עסקאות.', emotions: ['calm'] }),
  ...[1.5, -1, 2, -1, -1, 2, -0.4].flatMap((r, k) => trade(4 + k, r, { pair: 'EURUSD', session: 'OVERLAP' })),
  ...[4, 5, 6, 7, 8].map(number => debriefed(number, number !== 6)),
  { ...ONE_OF_EACH.lessonAnswered, account, lesson: 'one-r', right: true },
  { ...ONE_OF_EACH.lessonAnswered, account, lesson: 'break-even', right: false },
  { ...ONE_OF_EACH.guardRaised, account, guard: 'TILT_WARNING' },
  { ...ONE_OF_EACH.xpAwarded, account, xp: 55 },
]

type BookOf = {
  take(stored: Readonly<{ seq: number; wallMs: EpochMs; event: EngineEvent; hash: string }>): void
}
function filled<B extends BookOf>(book: B, events: readonly EngineEvent[]): B {
  events.forEach((event, at) =>
    book.take({ seq: at + 1, wallMs: EpochMs.parse(MARKET_MS + at * HOUR_MS), event, hash: '' }),
  )
  return book
}

const notebook = filled(new NotebookBook(), EVENTS)
const reports = filled(new ReportBook(), EVENTS)
const answer = <T>(value: T) => ({ is: 'answer' as const, value })

export const notebookAnswers = {
  journalPage: answer(notebook.page({ account, search: '', beforeSeq: null, limit: 50 })),
  debriefsDue: answer(notebook.debriefsDue(account)),
  lessonsBefore: answer(
    filled(new NotebookBook(), [
      ...EVENTS,
      ...trade(90, 1, { pair: 'GBPAUD', setup: 'RANGE-FADE', session: 'LONDON' }),
    ]).lessonsBefore(aUlid(90)),
  ),
  drillReport: answer(reports.report('drill', account, null)),
  sitrep: answer(reports.report('sitrep', account, null)),
  lessons: answer(filled(new LessonBook(), EVENTS).lessons(account)),
} satisfies Script['answers']

/** The same before anything was written. */
export const emptyNotebook = {
  journalPage: answer(new NotebookBook().page({ account, search: '', beforeSeq: null, limit: 50 })),
  debriefsDue: answer(new NotebookBook().debriefsDue(account)),
  drillReport: answer(new ReportBook().report('drill', account, null)),
  sitrep: answer(new ReportBook().report('sitrep', account, null)),
  lessons: answer(new LessonBook().lessons(account)),
} satisfies Script['answers']

/** Asked of a closed trade on the wall of the busy room. */
export const dueOnTheWall = (order: string) => {
  const [closed] = notebook.debriefsDue(account).trades
  return answer({ trades: closed ? [{ ...closed, order: Ulid.parse(order) }] : [], done: [] })
}

/** A chart as the archive draws it, of two hours that a trade lost; base64, as it can be handed to a page. */
export async function aChart(): Promise<string> {
  const bars = Array.from({ length: 120 }, (_, k) => {
    const open = 138_400 + Math.round(40 * Math.sin(k / 9) - k)
    const close = 138_400 + Math.round(40 * Math.sin((k + 1) / 9) - k - 1)
    const [low, high] = [Math.min(open, close) - 6 - (k % 5), Math.max(open, close) + 5 + (k % 7)]
    return { openMs: MARKET_MS + k * 60_000, open, high, low, close, ticks: 20, spread: 7 }
  })
  const at = (k: number) => EpochMs.parse(MARKET_MS + k * 60_000)
  const png = await tradeChart(
    bars,
    {
      pair: 'EURUSD', account, side: 'buy', digits: 5, entry: points(138_420), stop: points(138_300), target: points(138_620),
      entryMs: at(40), exit: { price: points(138_300), atMs: at(95) },
    }, // prettier-ignore
    { theme: 'nightOps' },
  )
  return Buffer.from(png).toString('base64')
}
