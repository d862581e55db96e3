import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import type { EngineEvent } from '../../contracts/events.ts'
import { ONE_OF_EACH } from '../../testkit/one-of-each.ts'
import { aUlid } from '../../testkit/events.ts'
import { aNote, aTrade, ofR, stored } from '../../testkit/notebook.ts'
import { NotebookBook } from './notebook-book.ts'

function bookOf(...events: readonly EngineEvent[]): NotebookBook {
  const book = new NotebookBook()
  for (const each of stored(events)) book.take(each)
  return book
}
const page = (book: NotebookBook, search = '', beforeSeq: number | null = null, limit = 500) =>
  book.page({ account: 'demo', search, beforeSeq, limit })
const found = (book: NotebookBook, search: string) => page(book, search).entries.map(({ text }) => text)

describe('the pages of the notebook', () => {
  it('show the newest first, a page at a time, and how many there are', () => {
    const book = bookOf(...[1, 2, 3, 4, 5].map(k => aNote(k, { text: `note ${k}` })))

    const first = page(book, '', null, 2)
    const second = page(book, '', first.nextBeforeSeq, 2)
    const third = page(book, '', second.nextBeforeSeq, 2)

    expect([first, second, third].map(({ entries }) => entries.map(({ text }) => text))).toEqual([
      ['note 5', 'note 4'],
      ['note 3', 'note 2'],
      ['note 1'],
    ])
    expect([first.total, second.total, third.nextBeforeSeq]).toEqual([5, 5, null])
  })

  it('never show a note of another kind of account', () => {
    const book = bookOf(aNote(1, { text: 'real', account: 'live' }), aNote(2, { text: 'tried' }))

    expect(found(book, '')).toEqual(['tried'])
    expect(book.page({ account: 'live', search: '', beforeSeq: null, limit: 9 }).total).toBe(1)
  })

  it('show what a note says now, at the place where it was written first', () => {
    const book = bookOf(
      aNote(1, { text: 'first', lesson: 'wait' }),
      aNote(2, { text: 'second' }),
      aNote(1, { text: 'first, thought over' }),
    )

    const { entries, total } = page(book)

    expect(total).toBe(2)
    expect(entries.map(({ text, lesson }) => [text, lesson])).toEqual([
      ['second', ''],
      ['first, thought over', ''],
    ])
    expect(entries.map(({ writtenMs, changedMs }) => [writtenMs, changedMs])).toEqual([
      [2_000, null],
      [1_000, 3_000],
    ])
    expect(found(book, 'thought')).toEqual(['first, thought over'])
  })

  it('tell what became of the trade, also when it closed after the note, and what the debrief said', () => {
    const [mission, order, closed] = aTrade(7, ofR(-1))
    const note = aNote(1, { order: aUlid(107), mission: aUlid(7), text: 'in' })
    const before = bookOf(mission as EngineEvent, order as EngineEvent, note)
    expect(page(before).entries[0]?.about).toMatchObject({ pair: 'EURUSD', r: null, reason: null })

    const after = bookOf(mission as EngineEvent, order as EngineEvent, note, closed as EngineEvent, {
      ...ONE_OF_EACH.tradeDebriefed,
      order: aUlid(107),
      keptPlan: false,
    })

    const [entry] = page(after).entries
    expect(entry?.about).toMatchObject({ r: -1, reason: 'stop' })
    expect(entry?.keptPlan).toBe(false)
  })
})

describe('the search', () => {
  const book = bookOf(
    ...aTrade(1),
    aNote(1, { text: 'Geduld beim Einstieg über Straße', order: aUlid(101), mission: aUlid(1) }),
    aNote(2, { text: 'Took the café breakout 🚀', patterns: ['Fakeout'], emotions: ['hurried'] }),
    aNote(3, { text: 'סבלנות לפני הכניסה', mistakes: ['movedStop'] }),
    aNote(4, { text: 'صَبْر', lesson: 'Never chase.' }),
  )

  it('takes no notice of case and accents, in any script', () => {
    expect(found(book, 'UBER strasse')).toEqual(['Geduld beim Einstieg über Straße'])
    expect(found(book, 'Café')).toEqual(found(book, 'CAFE'))
    expect(found(book, 'cafe')).toEqual(['Took the café breakout 🚀'])
    expect(found(book, 'סבלנות')).toEqual(['סבלנות לפני הכניסה'])
    expect(found(book, 'صبر')).toEqual(['صَبْر'])
    expect(found(book, '🚀')).toEqual(['Took the café breakout 🚀'])
  })

  it('finds marks, own words, lessons, the pair and the setup', () => {
    expect(found(book, 'moved stop')).toEqual(['סבלנות לפני הכניסה'])
    expect(found(book, 'movedstop')).toEqual(['סבלנות לפני הכניסה'])
    expect(found(book, 'fakeout hurried')).toEqual(['Took the café breakout 🚀'])
    expect(found(book, 'chase')).toEqual(['صَبْر'])
    expect(found(book, 'eurusd geduld')).toEqual(['Geduld beim Einstieg über Straße'])
  })

  it('wants every word', () => {
    expect(found(book, 'geduld breakout')).toEqual([])
    expect(page(book, 'geduld breakout')).toEqual({ entries: [], nextBeforeSeq: null, total: 0 })
  })

  test.prop([fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }), { maxLength: 12 })])(
    'finds every note by any word that was written in it',
    texts => {
      const notes = bookOf(...texts.map((text, k) => aNote(k, { text })))
      for (const text of texts)
        for (const word of text.split(/[\s,]+/).filter(each => each !== ''))
          expect(found(notes, word)).toContain(text)
    },
  )

  it('searches five thousand notes in less than half a second', () => {
    const many = bookOf(
      ...Array.from({ length: 5_000 }, (_, k) =>
        aNote(k, { text: `Note number ${k} on patience`.repeat(5) }),
      ),
    )
    const start = performance.now()
    expect(page(many, 'patience 4999').total).toBeGreaterThan(0)
    expect(performance.now() - start).toBeLessThan(500)
  })
})

describe('last time', () => {
  const like = (number: number, mission: object, lesson: string, r = 1): EngineEvent[] => [
    ...aTrade(number, ofR(r), mission),
    aNote(number, { order: aUlid(100 + number), mission: aUlid(number), lesson }),
  ]
  const now: EngineEvent = (
    aTrade(50, {}, { setup: 'Z5-FADE', pair: 'GBPUSD', session: 'LONDON' }) as [EngineEvent]
  )[0]
  const asked = (...events: readonly EngineEvent[]) => bookOf(...events, now).lessonsBefore(aUlid(50)).lessons

  it('shows lessons of the same setup and pair first, then of the setup, then of the pair in its session', () => {
    const lessons = asked(
      ...like(1, { setup: 'Z5-FADE', pair: 'GBPUSD' }, 'both'),
      ...like(2, { setup: 'OTHER', pair: 'GBPUSD', session: 'LONDON' }, 'pair and session', -1),
      ...like(3, { setup: 'Z5-FADE', pair: 'USDJPY' }, 'setup'),
      ...like(4, { setup: 'OTHER', pair: 'GBPUSD', session: 'ASIAN' }, 'another session'),
      ...like(5, { setup: 'OTHER', pair: 'USDJPY', session: 'LONDON' }, 'another pair'),
    )

    expect(lessons.map(({ lesson, like: why }) => [lesson, why])).toEqual([
      ['both', 'setupAndPair'],
      ['setup', 'setup'],
      ['pair and session', 'pairAndSession'],
    ])
    expect(lessons.map(({ about }) => about.r)).toEqual([1, 1, -1])
  })

  it('shows at most three, the newest of those that are equally close', () => {
    const lessons = asked(
      ...[1, 2, 3, 4].flatMap(k => like(k, { setup: 'Z5-FADE', pair: 'GBPUSD' }, `lesson ${k}`)),
    )

    expect(lessons.map(({ lesson }) => lesson)).toEqual(['lesson 4', 'lesson 3', 'lesson 2'])
  })

  it('shows none of another kind of account, none without a lesson, and none of the mission itself', () => {
    expect(
      asked(
        ...like(1, { setup: 'Z5-FADE', pair: 'GBPUSD' }, ''),
        ...aTrade(2, { kind: 'live' }, { setup: 'Z5-FADE', pair: 'GBPUSD', kind: 'live' }),
        aNote(2, { order: aUlid(102), mission: aUlid(2), lesson: 'of real money', account: 'live' }),
        aNote(3, { mission: aUlid(50), lesson: 'its own' }),
      ),
    ).toEqual([])
    expect(bookOf().lessonsBefore(aUlid(50)).lessons).toEqual([])
  })
})

describe('debriefs that are due', () => {
  it('are of the newest twenty closed trades, without those that were debriefed', () => {
    const book = bookOf(...Array.from({ length: 25 }, (_, k) => aTrade(k + 1)).flat(), {
      ...ONE_OF_EACH.tradeDebriefed,
      order: aUlid(125),
    })

    const due = book.debriefsDue('demo').trades

    expect(due).toHaveLength(19)
    expect([due[0]?.order, due.at(-1)?.order]).toEqual([aUlid(124), aUlid(106)])
    expect(book.debriefsDue('demo').done).toEqual([aUlid(125)])
    expect(book.debriefsDue('live')).toEqual({ trades: [], done: [] })
  })

  it('ask once for an order whose last part was filled late', () => {
    expect(bookOf(...aTrade(1), ...aTrade(1).slice(2)).debriefsDue('demo').trades).toHaveLength(1)
  })
})
