import { describe, expect, test } from 'vitest'
import { memoryLedger } from '../../adapters/ledger/index.ts'
import { DESK, DeskHarness } from '../../testkit/desk-harness.ts'
import { bookFor } from './book.ts'
import { ticketNow } from '../desk-state.ts'

/** A filled order, and then a start on a ledger that knows nothing of it: the newest backup was older, or there was none. */
function aForgottenPosition() {
  const desk = new DeskHarness()
  const mission = desk.mission()
  desk.fire(mission.id)
  desk.deliver().play(2, () => 110_390)
  const [position] = desk.broker.positions().positions
  if (!position) throw new Error('the order was not filled')
  Object.assign(desk, { ledger: memoryLedger() })
  desk.crash().link()
  return { desk, position, mission }
}

describe('a position of ours whose order the ledger has lost', () => {
  test('is shown with its stop, and the desk arms', () => {
    const { desk, position } = aForgottenPosition()
    expect(
      desk.engine.desk.state.externals.has(ticketNow(desk.engine.desk.state, DESK, position.position)),
    ).toBe(true)
    expect(desk.engine.desk.terminals.get(DESK)).toMatchObject({ armed: true })
    expect(desk.feed.snapshot().positions).toMatchObject([
      { position: position.position, external: true, stop: position.stop, mission: null },
    ])
  })

  test('is never opened again: its mission is not known any more', () => {
    const { desk, mission } = aForgottenPosition()
    expect(desk.fire(mission.id)).toMatchObject({ is: 'refused', code: 'UNKNOWN_MISSION' })
    expect(desk.broker.positions().positions).toHaveLength(1)
  })

  test('counts with its money at risk, and takes its symbol', () => {
    const { desk } = aForgottenPosition()
    const terminal = desk.engine.desk.terminals.get(DESK)
    if (!terminal) throw new Error('the terminal is linked')
    const book = bookFor(desk.engine.desk, terminal, 'EURUSD', 'EURUSD')
    expect(book).toMatchObject({ openTrades: 1, symbolTaken: true, unknownRisk: null })
    expect(book.openRiskCents).toBeGreaterThan(1_000)
  })

  test('can be closed by the trader', () => {
    const { desk, position } = aForgottenPosition()
    const id = desk.ids.next(desk.clock.now())
    const answer = desk.engine.command({
      kind: 'closePosition',
      id,
      origin: 'window',
      terminal: DESK,
      position: position.position,
    })
    expect(answer).toMatchObject({ is: 'done' })
    desk.deliver()
    expect(desk.broker.positions().positions).toEqual([])
  })
})
