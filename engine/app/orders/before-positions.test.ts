import { describe, expect, test } from 'vitest'
import type { Ticket } from '../../contracts/index.ts'
import { DESK, DeskHarness } from '../../testkit/desk-harness.ts'

/** A position of ours in a new session that has told nothing yet. */
function held() {
  const desk = new DeskHarness()
  desk.fire(desk.mission().id)
  const [ours] = desk.deliver().broker.positions().positions
  if (!ours) throw new Error('not filled')
  desk.greet()
  const close = (position: Ticket, lots: string | null = null) =>
    desk.engine.command({ kind: 'closePosition', id: desk.ids.next(desk.nowMs()), origin: 'window', terminal: DESK, position, lots }) // prettier-ignore
  return { desk, ours, close }
}

describe('before a new session has told its positions', () => {
  test('a position of ours is closed all the same', () => {
    const { desk, ours, close } = held()
    expect(close(ours.position)).toMatchObject({ is: 'done' })
    expect(desk.sent.at(-1)).toMatchObject({ type: 'close', body: { position: ours.position, lots: null } })
    desk.deliver()
    expect(desk.events('tradeClosed')).toHaveLength(1)
  })

  test('nothing is said about one that the ledger does not know, or about a part', () => {
    const { ours, close } = held()
    for (const answer of [close('999' as Ticket), close(ours.position, '0.01')])
      expect(answer).toMatchObject({ is: 'refused', code: 'POSITIONS_UNKNOWN' })
  })

  test('a position of another account with the same ticket is not closed', () => {
    const { desk, ours, close } = held()
    desk.greet({ loginHash: 'b'.repeat(32) })
    expect(close(ours.position)).toMatchObject({ is: 'refused', code: 'POSITIONS_UNKNOWN' })
  })
})
