import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import type { EngineEvent } from '../../contracts/events.ts'
import { LessonId } from '../../contracts/lessons.ts'
import { ONE_OF_EACH } from '../../testkit/one-of-each.ts'
import { aTrade, ofR, stored } from '../../testkit/notebook.ts'
import { debriefOf } from '../debrief/debrief.ts'
import { DebriefBook } from '../debrief/debrief-book.ts'
import { LESSONS, lessonOf } from './all-lessons.ts'
import { LessonBook } from './lesson-book.ts'
import type { LessonTrade } from './lesson-trades.ts'

const tradeOf = (r: number, over: Partial<LessonTrade> = {}): LessonTrade => ({
  pair: 'EURUSD',
  r,
  netCents: Math.round(r * 100),
  riskCents: 100,
  hitTarget: r > 0,
  p: 0.4,
  costR: 0.05,
  session: 'LONDON',
  ...over,
})
const RECORD = [2, -1, -1, 2, -1, -1, -1, 2, 1, -1].map(r => tradeOf(r))
const ask = (id: LessonId, trades: readonly LessonTrade[] = RECORD) => lessonOf(id).ask(trades)

describe('every lesson', () => {
  it.each(LESSONS.map(lesson => [lesson.id, lesson] as const))(
    '%s has a text, a source and an example that says so',
    (_, lesson) => {
      const question = lesson.ask([])

      expect(lesson.text.length).toBeGreaterThanOrEqual(3)
      expect(lesson.source).not.toBe('')
      expect(question.of).toBe('example')
      expect(question.from).toMatch(/^A made-up example: /)
    },
  )

  const anyTrades = fc.array(
    fc.record({
      r: fc.oneof(fc.constant(0), fc.double({ min: -3, max: 5, noNaN: true })),
      p: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
      session: fc.option(fc.constantFrom('ASIAN' as const, 'LONDON' as const, 'OVERLAP' as const, 'ROLLOVER' as const)),
    }).map(({ r, p, session }) => tradeOf(Math.round(r * 100) / 100, { p, session, costR: p === null ? null : 0.04 })),
    { maxLength: 20 },
  ) // prettier-ignore
  test.prop([anyTrades])(
    'asks with two to four different choices, of which one is right, and asks the same again',
    trades => {
      for (const lesson of LESSONS) {
        const question = lesson.ask(trades)
        expect(question.choices.length).toBeGreaterThanOrEqual(2)
        expect(question.choices.length).toBeLessThanOrEqual(4)
        expect(new Set(question.choices).size).toBe(question.choices.length)
        expect(question.choices).toContain(question.right)
        expect(question.choices.join()).not.toContain('NaN')
        expect(lesson.ask(trades)).toEqual(question)
      }
    },
  )
})

describe('questions on the own record', () => {
  it('give the last trade in R', () => {
    expect(ask('one-r', [tradeOf(1), tradeOf(-0.5)])).toMatchObject({ of: 'own', right: '−0.50 R' })
  })

  it('give the break-even rate that the debrief shows, trades that came out even counted in', () => {
    const even = ask(
      'break-even',
      [2, -1, 0, 0, 2, -1, -1, 0, 1, -1].map(r => tradeOf(r)),
    )

    expect(even.right).toBe('26 %')
    expect(even.because).toContain('3 of 10 came out even')
  })

  test.prop([fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 10, maxLength: 20 })])(
    'agree with the debrief about the break-even rate of the same trades',
    rs => {
      const book = new DebriefBook()
      for (const each of stored(rs.flatMap((r, k) => aTrade(k + 1, ofR(r))))) book.take(each)
      const filter = { fromMs: null, toMs: null, keys: {} }
      const { all } = debriefOf(book, {
        kind: 'debrief',
        account: 'demo',
        scope: null,
        filter,
        trials: null,
      })
      const { of, right } = ask(
        'break-even',
        rs.map(r => tradeOf(r)),
      )
      const shown =
        all.is === 'known' && all.breakEven !== null ? `${Math.round(all.breakEven * 100)} %` : null

      if (of === 'own') expect(right).toBe(shown)
    },
  )

  it('give the break-even rate of the average win and loss', () => {
    // Wins of 2, 2, 2 and 1 average 1.75; losses average 1: 1 ÷ 2.75.
    expect(ask('break-even')).toMatchObject({ of: 'own', right: '36 %' })
    expect(ask('break-even').because).toContain('you won 4 of 10, which is 40 %')
  })

  it('give the average result, the run of losses, its chance, and the deepest fall', () => {
    expect(ask('expectancy').right).toBe('+0.10 R')
    expect(ask('streaks').right).toBe('3')
    expect(ask('risk-of-ruin').right).toBe('13 %')
    // 2, 1, 0, 2, 1, 0, −1: three below the highest point.
    expect(ask('recovery').right).toBe('−3.00 R')
  })

  it('give the promised targets, the planned cost and the usual session', () => {
    expect(ask('calibration')).toMatchObject({ right: '4', because: 'They add up to 4; 4 did.' })
    expect(ask('cost').right).toBe('0.50 R')
    expect(ask('sessions').right).toBe('London')
  })

  it('need ten trades, and say how many there are', () => {
    expect(ask('expectancy', RECORD.slice(1)).from).toBe(
      'A made-up example: your own record has 9 of the 10 closed trades that it takes.',
    )
    expect(ask('expectancy').from).toBe('Your own record: the last 10 closed trades of this kind of account.')
  })

  it('ask for no usual session where two are alike', () => {
    const even = RECORD.map((trade, k) => ({
      ...trade,
      session: k % 2 === 0 ? ('ASIAN' as const) : ('LONDON' as const),
    }))

    expect(ask('sessions', even).of).toBe('example')
  })
})

describe('examples', () => {
  it.each([
    ['break-even', '40 %'],
    ['risk-of-ruin', '13 %'],
    ['recovery', '25 %'],
    ['calibration', '7'],
    ['correlation', '1.9 %'],
    ['backtest', '64 %'],
  ] as const)('of %s have the right answer %s', (id, right) => {
    expect(ask(id, []).right).toBe(right)
  })
})

describe('the book of lessons', () => {
  const bookOf = (...events: readonly EngineEvent[]) => {
    const book = new LessonBook()
    for (const each of stored(events)) book.take(each)
    return book
  }
  const record = RECORD.flatMap(({ r }, k) => aTrade(k + 1, ofR(r)))

  it('shows all twelve in their order, and never which choice is right', () => {
    const { lessons } = bookOf(...record).lessons('demo')

    expect(lessons.map(({ lesson }) => lesson)).toEqual(LessonId.options)
    expect(lessons).toHaveLength(12)
    for (const { question } of lessons)
      expect(Object.keys(question).toSorted()).toEqual(['asked', 'choices', 'from', 'of'])
    expect(lessons.find(({ lesson }) => lesson === 'expectancy')?.question.of).toBe('own')
  })

  it('asks about the trades of one kind of account', () => {
    const { lessons } = bookOf(...record).lessons('live')

    expect(lessons.every(({ question }) => question.of === 'example')).toBe(true)
  })

  it('remembers the last answer, and how often it was right', () => {
    const answer = (right: boolean): EngineEvent => ({
      ...ONE_OF_EACH.lessonAnswered,
      right,
      answer: String(right),
    })
    const { lessons } = bookOf(answer(true), answer(true), answer(false)).lessons('demo')

    expect(lessons[0]?.answered).toMatchObject({ answer: 'false', right: false, timesRight: 2 })
    expect(lessons[1]?.answered).toBeNull()
  })
})
