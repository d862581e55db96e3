import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import type { EngineEvent } from '../../contracts/events.ts'
import { ReportTone, type Report, type ReportFacts } from '../../contracts/reports.ts'
import { EpochMs } from '../../contracts/primitives.ts'
import { ONE_OF_EACH } from '../../testkit/one-of-each.ts'
import { aUlid } from '../../testkit/events.ts'
import { aNote, aTrade, ofR, stored } from '../../testkit/notebook.ts'
import { ReportBook } from './report-book.ts'
import { sayReport } from './say-report.ts'
import { noFacts } from './tally.ts'

const bookOf = (...events: readonly EngineEvent[]): ReportBook => {
  const book = new ReportBook()
  for (const each of stored(events)) book.take(each)
  return book
}
const told = (dueMs: number, report: 'drill' | 'sitrep' = 'drill'): EngineEvent => ({
  ...ONE_OF_EACH.reportTold,
  report,
  dueMs: EpochMs.parse(dueMs),
})
const ofDemo = (book: ReportBook, atMs: number | null = null): Report =>
  book.report('drill', 'demo', atMs === null ? null : EpochMs.parse(atMs))

const A_DAY: readonly EngineEvent[] = [
  ...aTrade(1, ofR(2)),
  ...aTrade(2, ofR(-1)),
  ...aTrade(3, { ...ofR(-0.5), reason: 'manual' }),
  { ...ONE_OF_EACH.tradeDebriefed, order: aUlid(101), keptPlan: true },
  { ...ONE_OF_EACH.tradeDebriefed, order: aUlid(103), keptPlan: false },
  aNote(1, { lesson: 'wait' }),
  aNote(2, { text: 'a day' }),
  { ...ONE_OF_EACH.guardRaised, guard: 'MEDIC' },
  { ...ONE_OF_EACH.lessonAnswered, right: true },
  { ...ONE_OF_EACH.limitTried },
  { ...ONE_OF_EACH.xpAwarded, xp: 40 },
]

describe('the facts of a report', () => {
  it('are counted from the events of its kind of account', () => {
    expect(ofDemo(bookOf(...A_DAY)).facts).toEqual({
      trades: 3, won: 1, lost: 2, netCents: 50, r: 0.5,
      best: { pair: 'EURUSD', r: 2 }, worst: { pair: 'EURUSD', r: -1 },
      byPlan: 2, byHand: 1, lossesInARow: 2, lossesNow: 2, missions: 3, shots: 3, debriefs: 2, kept: 1,
      notes: 2, lessons: 1, answers: 1, right: 1, limitsTried: 1, guards: [{ guard: 'MEDIC', times: 1 }], xp: 40,
    } satisfies Record<keyof ReportFacts, unknown>) // prettier-ignore
  })

  it('never add another kind of account', () => {
    const book = bookOf(...A_DAY, ...aTrade(9, { ...ofR(5), kind: 'live' }))

    expect(ofDemo(book).facts.trades).toBe(3)
    expect(book.report('drill', 'live', null).facts).toMatchObject({ trades: 1, r: 5 })
    expect(book.report('drill', 'contest', null).facts).toEqual(noFacts())
  })

  it('count a note and a debrief once, whatever is said of them later', () => {
    const book = bookOf(...A_DAY, aNote(1, { lesson: 'wait longer' }), {
      ...ONE_OF_EACH.tradeDebriefed,
      order: aUlid(101),
      keptPlan: false,
    })

    expect(ofDemo(book).facts).toMatchObject({ notes: 2, lessons: 1, debriefs: 2, kept: 1 })
  })

  it('begin anew after each report that was told, and the others stay as they were', () => {
    const book = bookOf(
      ...aTrade(1, ofR(1)),
      told(1_000),
      ...aTrade(2, ofR(-1)),
      told(2_000),
      ...aTrade(3, ofR(3)),
    )

    expect(ofDemo(book)).toMatchObject({
      fromMs: 2_000,
      untilMs: null,
      facts: { r: 3 },
      told: [2_000, 1_000],
    })
    expect(ofDemo(book, 2_000)).toMatchObject({ fromMs: 1_000, untilMs: 2_000, facts: { r: -1 } })
    expect(ofDemo(book, 500)).toMatchObject({ fromMs: null, untilMs: 1_000, facts: { r: 1 } })
    expect(ofDemo(book, 9_000).untilMs).toBeNull()
    expect(book.report('sitrep', 'demo', null).facts).toMatchObject({ trades: 3, r: 3 })
  })
})

/** Every figure of a text, as it is written. */
const figuresIn = (text: string): string[] => text.match(/[+−]?\d+(?:\.\d+)?/g) ?? []

function figuresOf(facts: ReportFacts): Set<string> {
  const sign = (value: number) => (value > 0 ? '+' : value < 0 ? '−' : '')
  const signed = (value: number, digits: number) => {
    const rounded = Number(value.toFixed(digits))
    return `${sign(rounded)}${Math.abs(rounded).toFixed(digits)}`
  }
  const { guards, best, worst, r, netCents, xp, ...counts } = facts
  return new Set([
    ...Object.values(counts).map(String),
    ...guards.map(({ times }) => String(times)),
    ...[r, best?.r ?? 0, worst?.r ?? 0].map(each => signed(each, 2)),
    signed(netCents / 100, 2),
    signed(xp, 0),
  ])
}

const count = fc.nat({ max: 40 })
const anyTrade = fc
  .record({
    r: fc.double({ min: -3, max: 5, noNaN: true }),
    by: fc.constantFrom(
      'stop' as const,
      'target' as const,
      'manual' as const,
      'command' as const,
      'time' as const,
    ),
  })
  .map(({ r, by }) => ({ ...ofR(Math.round(r * 100) / 100), reason: by }))
const aDay = fc
  .record({ trades: fc.array(anyTrade, { maxLength: 40 }), notes: count, debriefs: count, answers: count, limits: count })
  .map(({ trades, notes, debriefs, answers, limits }): EngineEvent[] => [
    ...trades.flatMap((trade, k) => aTrade(k + 1, trade)),
    ...Array.from({ length: notes }, (_, k) => aNote(k, { lesson: k % 2 === 0 ? 'one' : '' })),
    ...Array.from({ length: debriefs }, (_, k) => ({ ...ONE_OF_EACH.tradeDebriefed, order: aUlid(200 + k), keptPlan: k % 3 > 0 })),
    ...Array.from({ length: answers }, () => ONE_OF_EACH.lessonAnswered),
    ...Array.from({ length: limits }, () => ONE_OF_EACH.limitTried),
    ...(limits > 3 ? [ONE_OF_EACH.guardRaised, ONE_OF_EACH.xpAwarded] : []),
  ]) // prettier-ignore

describe('the words of a report', () => {
  test.prop([aDay])('hold no figure that is not one of its facts, in any tone', events => {
    const book = bookOf(...events)
    for (const report of [book.report('drill', 'demo', null), book.report('sitrep', 'demo', null)]) {
      const known = figuresOf(report.facts)
      for (const tone of ReportTone.options) {
        const { headline, lines } = report.text[tone]
        for (const figure of [headline, ...lines].flatMap(figuresIn)) expect(known).toContain(figure)
      }
    }
  })

  test.prop([aDay])('say the same figures in every tone', events => {
    const { text } = ofDemo(bookOf(...events))
    const inTone = (tone: ReportTone) => new Set(text[tone].lines.flatMap(figuresIn))

    expect(inTone('harsh')).toEqual(inTone('balanced'))
    expect(inTone('encouraging')).toEqual(inTone('balanced'))
  })

  it('are short and honest about a day without a trade', () => {
    const nothing = sayReport('drill', noFacts(), 'balanced')

    expect(nothing.headline).toBe('Drill report: no trade was closed.')
    expect(nothing.lines).toEqual(['No note either. There is nothing more to report.'])
    expect(ofDemo(bookOf(aNote(1, { text: 'rested' }))).text.harsh.lines[0]).toBe(
      'What else was done stands below.',
    )
  })

  it('say of a week with few trades that it proves nothing', () => {
    const week = (trades: number) =>
      bookOf(...Array.from({ length: trades }, (_, k) => aTrade(k + 1, ofR(1))).flat()).report(
        'sitrep',
        'demo',
        null,
      )

    expect(week(29).text.balanced.lines.at(-1)).toContain('29 trades cannot tell skill from luck')
    expect(week(30).text.balanced.lines.join(' ')).not.toContain('luck')
    expect(ofDemo(bookOf(...A_DAY)).text.balanced.lines.join(' ')).not.toContain('luck')
  })

  it('tell a trader in the harsh tone what a hand has done', () => {
    expect(ofDemo(bookOf(...A_DAY)).text.harsh.lines).toContain(
      '1 closed by hand, 2 by plan. The plan had a stop and a target before your pulse rose.',
    )
  })
})
