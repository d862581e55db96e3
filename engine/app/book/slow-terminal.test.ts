import { describe, expect, test } from 'vitest'
import type { Ulid } from '../../contracts/index.ts'
import { DESK, DeskHarness } from '../../testkit/desk-harness.ts'

const asked = (desk: DeskHarness): Ulid[] =>
  desk.sent.flatMap(message => (message.type === 'sync' ? [message.body.id] : []))

/** A terminal that was asked, and answers when the test says so. */
function linked() {
  const desk = new DeskHarness().greet()
  desk.tell({ type: 'specs', body: desk.broker.specs() })
  desk.tell({ type: 'account', body: desk.broker.account() })
  desk.tell({ type: 'positions', body: desk.broker.positions() })
  desk.tell({ type: 'orders', body: desk.broker.orders() })
  const answer = (id: Ulid | undefined) => desk.tell({ type: 'synced', body: { id: id as Ulid } })
  const isArmed = () => desk.engine.desk.terminals.get(DESK)?.armed
  return { desk, answer, isArmed }
}

describe('a terminal that takes longer to answer than the desk waits', () => {
  test('is armed by its answer to an earlier question', () => {
    const { desk, answer, isArmed } = linked()
    for (let second = 0; second < 6; second++) desk.sleep(1_000)
    const [first, ...later] = asked(desk)
    expect(later).toHaveLength(1)
    answer(first)
    expect(isArmed()).toBe(true)
    answer(later[0])
    expect(isArmed()).toBe(true)
  })

  test('is asked after ever longer pauses, up to a minute', () => {
    const { desk } = linked()
    const times: number[] = []
    for (let second = 1; second <= 200; second++) {
      const before = asked(desk).length
      desk.sleep(1_000)
      if (asked(desk).length > before) times.push(second)
    }
    expect(times).toEqual([5, 15, 35, 75, 135, 195])
  })

  test('is not armed by an answer to a question of another session, or of before the computer slept', () => {
    const { desk, answer, isArmed } = linked()
    const [first] = asked(desk)
    desk.sleep(1_000).sleep(120_000)
    answer(first)
    expect(isArmed()).toBe(false)
    const second = asked(desk).at(-1)
    desk.greet()
    desk.tell({ type: 'account', body: desk.broker.account() })
    desk.tell({ type: 'positions', body: desk.broker.positions() })
    desk.tell({ type: 'orders', body: desk.broker.orders() })
    answer(second)
    expect(isArmed()).toBe(false)
    answer(asked(desk).at(-1))
    expect(isArmed()).toBe(true)
  })
})
