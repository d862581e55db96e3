import { describe, expect, test } from 'vitest'
import type { EventOf } from '../../contracts/events.ts'
import { Points } from '../../contracts/primitives.ts'
import { AlertReader } from '../../testkit/alerts.ts'
import { aUlid } from '../../testkit/events.ts'
import { ONE_OF_EACH } from '../../testkit/one-of-each.ts'

const { terminalLinked, missionIssued, orderRecorded, dealDone, modifyRequested, modifyAnswered } =
  ONE_OF_EACH
const { closeRequested, closeAnswered, stopChanged, externalSeen } = ONE_OF_EACH
const { mission } = missionIssued
const nearer = {
  ...modifyRequested,
  stop: mission.stop + 20,
  target: mission.target,
} as EventOf<'modifyRequested'>

function held() {
  const reader = new AlertReader()
  const full = { ...orderRecorded, waitsUntilMs: undefined } as unknown as EventOf<'orderRecorded'>
  reader.store([terminalLinked, missionIssued, full, dealDone], 1_000)
  return reader
}
const stopOf = (reader: AlertReader) => {
  const { fact } = reader.newest(`mission:${mission.id}`)
  return fact.kind === 'mission' ? fact.course.stop : undefined
}

describe('a stop', () => {
  test('that we moved is told once the terminal has said so, with where it was', () => {
    const reader = held()
    expect(reader.store([nearer], 2_000)).toEqual([])
    reader.store([modifyAnswered], 3_000)
    expect(reader.facts('moved')).toMatchObject([
      { by: 'window', stop: nearer.stop, stopBefore: mission.stop },
    ])
    expect(stopOf(reader)).toBe(nearer.stop)
  })

  test('of an older change never stands over one that went nearer', () => {
    const reader = held()
    const first = { ...nearer, command: aUlid(77), stop: Points.parse(mission.stop + 5) }
    reader.store([first, nearer, modifyAnswered, { ...modifyAnswered, command: first.command }], 2_000)
    expect(stopOf(reader)).toBe(nearer.stop)
  })

  test('without an answer is trouble, until it is known whether it was moved', () => {
    const reader = held()
    reader.store([nearer, { ...modifyAnswered, is: 'unknown', text: '' }], 2_000)
    expect(reader.facts('trouble')).toMatchObject([
      {
        what: 'orderUnknown',
        text: 'The change of stop and target of position 700 is without an answer: nobody knows yet whether it was done.',
      },
    ])
    expect(stopOf(reader)).toBe(mission.stop)
    reader.store([{ ...modifyAnswered, text: '' }], 3_000)
    expect(reader.facts('trouble')).toMatchObject([
      {
        what: 'moveFailed',
        cleared: true,
        text: 'The change of stop and target of position 700 was done after all.',
      },
    ])
    expect(stopOf(reader)).toBe(nearer.stop)
  })

  test('that could not be moved is trouble, and stays where it was', () => {
    const reader = held()
    reader.store([nearer, { ...modifyAnswered, is: 'rejected', text: 'Too near.' }], 2_000)
    expect(reader.editions.at(-1)).toMatchObject({ over: true, fact: { what: 'moveFailed' } })
    expect(reader.facts('trouble')[0]).not.toHaveProperty('cleared')
    expect(reader.facts('moved')).toEqual([])
    expect(stopOf(reader)).toBe(mission.stop)
  })

  test('of a position that the terminal has named is ours before its deal is told', () => {
    const reader = new AlertReader()
    const { orderAnswered } = ONE_OF_EACH
    reader.store([terminalLinked, missionIssued, orderRecorded, orderAnswered, stopChanged], 1_000)
    expect(reader.facts('trouble')).toMatchObject([
      { what: 'stopGone', course: { mission: { id: mission.id } } },
    ])
  })

  test('that somebody else has moved is told as moved from outside; one that is gone is trouble', () => {
    const reader = held()
    reader.store([{ ...stopChanged, stop: (mission.stop - 50) as never }], 2_000)
    expect(reader.facts('moved')).toMatchObject([
      { by: 'outside', stop: mission.stop - 50, stopBefore: mission.stop },
    ])
    reader.store([stopChanged], 3_000)
    expect(reader.facts('trouble')).toMatchObject([{ what: 'stopGone', course: { stop: null } }])
    expect(stopOf(reader)).toBeNull()
  })
})

describe('a close', () => {
  test('that is done is told by its deal alone', () => {
    const reader = held()
    expect(reader.store([closeRequested, closeAnswered], 2_000)).toEqual([])
  })

  test('that was not done is trouble, with what the terminal said', () => {
    const reader = held()
    reader.store([closeRequested, { ...closeAnswered, is: 'rejected', text: 'Market is closed.' }], 2_000)
    expect(reader.editions.at(-1)).toMatchObject({ over: true, fact: { what: 'closeFailed', course: { stage: 'filled' } } }) // prettier-ignore
    expect(reader.facts('trouble')[0]?.text).toBe(
      'The close of position 700 was rejected by the broker. Market is closed.',
    )
  })

  test('of an account that the terminal has left since belongs to that account', () => {
    const reader = held()
    const elsewhere = { ...terminalLinked, server: 'Another' }
    reader.store([closeRequested, elsewhere, { ...closeAnswered, is: 'rejected' }], 2_000)
    expect(reader.facts('trouble')).toMatchObject([
      { what: 'closeFailed', course: { mission: { id: mission.id } } },
    ])
  })
})

describe('a position that is not ours', () => {
  const theirs: EventOf<'dealDone'> = {
    ...dealDone,
    order: null,
    deal: { ...dealDone.deal, id: null, position: externalSeen.position, magic: 0 },
  }

  test('is trouble once, whatever tells of it', () => {
    const reader = new AlertReader()
    reader.store(
      [terminalLinked, theirs, externalSeen, { ...theirs, deal: { ...theirs.deal, entry: 'out' } }],
      1_000,
    )
    expect(reader.editions).toMatchObject([
      {
        over: true,
        at: { broker: 'B' },
        fact: {
          what: 'external',
          text: 'Position 701 on EURUSD was not opened by BITTEN: it counts as risk, and is never touched.',
        },
      },
    ])
  })

  test('is another one on another account of the terminal', () => {
    const reader = new AlertReader()
    reader.store(
      [terminalLinked, externalSeen, { ...terminalLinked, server: 'Another' }, externalSeen],
      1_000,
    )
    expect(reader.editions).toHaveLength(2)
  })

  test('is none when its deal carries our number: its order is still to be told', () => {
    const reader = new AlertReader()
    const stray = { ...dealDone, order: null }
    expect(reader.store([terminalLinked, missionIssued, orderRecorded, stray], 1_000).map(({ fact }) => fact.kind)).not.toContain('trouble') // prettier-ignore
    const out = {
      ...dealDone,
      deal: { ...dealDone.deal, deal: '99', entry: 'out', lots: '0.04' },
    } as typeof dealDone
    reader.store([out], 2_000)
    expect(reader.facts('filled')).toMatchObject([{ course: { fill: { lots: 0.1 } } }])
    expect(reader.facts('partial')).toMatchObject([{ lots: 0.04, leftLots: 0.06 }])
  })
})
