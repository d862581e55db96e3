import { describe, expect, it } from 'vitest'
import type { Command, CommandAnswer } from '../../contracts/index.ts'
import { aUlid } from '../../testkit/events.ts'
import { DeskHarness } from '../../testkit/desk-harness.ts'
import { aTrade, ofR } from '../../testkit/notebook.ts'

type Wish<K extends Command['kind']> = Omit<Extract<Command, { kind: K }>, 'kind' | 'id' | 'origin'>

const NOTE: Wish<'writeJournal'> = {
  entry: null, account: null, order: null, mission: null, text: '', lesson: '', emotions: [], mistakes: [], patterns: [],
} // prettier-ignore

/** A desk on the training ground with one closed trade of its past. */
function aDesk() {
  const desk = new DeskHarness().link()
  for (const event of aTrade(1, { kind: 'demo', ...ofR(2) }, { kind: 'demo' })) desk.engine.desk.record(event)
  const ask = (command: object): CommandAnswer =>
    desk.engine.command({ id: desk.ids.next(desk.clock.now()), origin: 'window', ...command } as Command)
  return {
    desk,
    write: (over: Partial<Wish<'writeJournal'>>) => ask({ kind: 'writeJournal', ...NOTE, ...over }),
    debrief: (order: string, keptPlan = true) => ask({ kind: 'debriefTrade', order, keptPlan }),
    answer: (answer: string, account: 'simulated' | 'demo' | 'live' | null = null) =>
      ask({ kind: 'answerLesson', account, lesson: 'one-r', answer }),
  }
}

describe('a note', () => {
  it('about no trade belongs to the account that is linked', () => {
    const { desk, write } = aDesk()

    expect(write({ text: 'A quiet morning.' })).toEqual({ is: 'done', text: 'Written down.' })
    expect(desk.events('journalWritten')).toMatchObject([
      { account: 'simulated', order: null, mission: null, text: 'A quiet morning.', origin: 'window' },
    ])
  })

  it('about a trade belongs to its account and its mission', () => {
    const { desk, write } = aDesk()

    expect(write({ order: aUlid(101), lesson: 'Wait.' }).is).toBe('done')
    expect(desk.events('journalWritten')).toMatchObject([
      { account: 'demo', mission: aUlid(1), lesson: 'Wait.' },
    ])
  })

  it('is changed under its own name, and what it said stays in the ledger', () => {
    const { desk, write } = aDesk()
    write({ text: 'first' })
    const entry = desk.events('journalWritten')[0]?.entry ?? null

    expect(write({ entry, text: 'second' })).toEqual({ is: 'done', text: 'Changed.' })
    expect(desk.events('journalWritten').map(note => [note.entry, note.text])).toEqual([
      [entry, 'first'],
      [entry, 'second'],
    ])
  })

  it.each([
    [{}, 'EMPTY_NOTE'],
    [{ text: 'x', order: aUlid(999) }, 'UNKNOWN_ORDER'],
    [{ text: 'x', mission: aUlid(999) }, 'UNKNOWN_MISSION'],
    [{ text: 'x', order: aUlid(101), mission: aUlid(2) }, 'OTHER_MISSION'],
    [{ text: 'x', entry: aUlid(999) }, 'UNKNOWN_NOTE'],
    [{ text: 'x', account: 'live' as const }, 'NO_ACCOUNT'],
  ])('that makes no sense is refused in one sentence: %j', (over, code) => {
    const { desk, write } = aDesk()
    const answer = write(over)

    expect(answer).toMatchObject({ is: 'refused', code })
    expect(answer.is === 'refused' && answer.text).toMatch(/^[^.]+\.$/)
    expect(desk.events('journalWritten')).toEqual([])
  })

  it('never goes over to an account of another kind', () => {
    const { desk, write } = aDesk()
    write({ text: 'of the training ground' })
    const entry = desk.events('journalWritten')[0]?.entry ?? null

    expect(write({ entry, order: aUlid(101), text: 'of a demo trade' })).toMatchObject({
      code: 'OTHER_ACCOUNT',
    })
  })

  it('can be changed after a restart', () => {
    const { desk, write } = aDesk()
    write({ text: 'first' })
    desk.crash().link()
    const entry = desk.events('journalWritten')[0]?.entry ?? null

    expect(write({ entry, text: 'second' }).is).toBe('done')
  })

  it('is taken before any terminal was linked only when somebody can say whose it is', () => {
    const desk = new DeskHarness()
    const command = { kind: 'writeJournal', id: aUlid(1), origin: 'cli', ...NOTE, text: 'hello' } as const

    expect(desk.engine.command(command)).toMatchObject({ is: 'refused', code: 'NO_ACCOUNT' })
  })
})

describe('a debrief', () => {
  it('is of a closed trade, and is said once unless it changes', () => {
    const { desk, debrief } = aDesk()
    const record = desk.engine.desk.state.orders.get(aUlid(101))
    expect(debrief(aUlid(101))).toMatchObject({ is: 'refused', code: 'NOT_CLOSED' })
    Object.assign(record ?? {}, { state: 'closed', told: 2 })

    expect(debrief(aUlid(101), true).is).toBe('done')
    expect(debrief(aUlid(101), true)).toEqual({ is: 'done', text: 'This was said of it already.' })
    expect(debrief(aUlid(101), false).is).toBe('done')
    expect(desk.events('tradeDebriefed').map(({ account, keptPlan }) => [account, keptPlan])).toEqual([
      ['demo', true],
      ['demo', false],
    ])
    expect(debrief(aUlid(999))).toMatchObject({ is: 'refused', code: 'UNKNOWN_ORDER' })
  })
})

describe('an answer to a lesson', () => {
  it('is judged by the trades of its kind of account, and says why', () => {
    const { desk, answer } = aDesk()
    desk.tell({ type: 'positions', body: desk.broker.positions() })

    expect(answer('+1.50 R')).toEqual({ is: 'done', text: 'Right. 75 ÷ 50 = 1.5.' })
    expect(answer('+0.75 R')).toMatchObject({ is: 'done', text: 'No: +1.50 R. 75 ÷ 50 = 1.5.' })
    expect(desk.events('lessonAnswered').map(({ account, right }) => [account, right])).toEqual([
      ['simulated', true],
      ['simulated', false],
    ])
  })

  it('that is no choice of the question of now is refused', () => {
    const { desk, answer } = aDesk()

    expect(answer('42')).toMatchObject({ is: 'refused', code: 'OTHER_QUESTION' })
    expect(answer('+1.50 R', 'live')).toMatchObject({ is: 'refused', code: 'NO_ACCOUNT' })
    expect(desk.events('lessonAnswered')).toEqual([])
  })
})
