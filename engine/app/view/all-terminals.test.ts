import { describe, expect, test } from 'vitest'
import { TerminalId } from '../../contracts/index.ts'
import type { OpenPosition } from '../../contracts/wire/index.ts'
import { aHello, DESK, DeskHarness } from '../../testkit/desk-harness.ts'

const OTHER = TerminalId.parse('other')

/** A position of ours at `DESK`, and a second terminal, of another account unless its hello says otherwise, that shows `positions`. */
function twoTerminals(
  positions: (ours: OpenPosition) => OpenPosition[],
  hello = { loginHash: 'b'.repeat(32) },
) {
  const desk = new DeskHarness()
  desk.fire(desk.mission().id)
  const [ours] = desk.deliver().broker.positions().positions
  if (!ours) throw new Error('not filled')
  desk.engine.terminalUp(OTHER, 's2', aHello({ uuid: OTHER, ...hello }))
  desk.engine.fact(OTHER, { type: 'specs', body: desk.broker.specs() })
  desk.engine.fact(OTHER, { type: 'account', body: desk.broker.account() })
  desk.engine.fact(OTHER, { type: 'positions', body: { positions: positions(ours) } })
  return { desk, ours }
}

const shownBy = (desk: DeskHarness) =>
  desk.feed.snapshot().positions.map(({ terminal, position, external }) => ({ terminal, position, external }))

describe('the view of several terminals', () => {
  test('has the positions of each, and says whose they are', () => {
    const { desk, ours } = twoTerminals(open => [{ ...open, position: '900' as never, id: null, magic: 0 }])

    expect(shownBy(desk)).toEqual([
      { terminal: DESK, position: ours.position, external: false },
      { terminal: OTHER, position: '900', external: true },
    ])
  })

  test('has the positions of one account once, however many terminals show it', () => {
    const { desk, ours } = twoTerminals(open => [open], { loginHash: aHello().loginHash })

    expect(shownBy(desk)).toEqual([{ terminal: DESK, position: ours.position, external: false }])
  })

  test('goes on with the one that is left, and keeps the last picture when none is', () => {
    const { desk, ours } = twoTerminals(() => [])

    desk.engine.terminalDown(DESK, 'gone')
    expect(shownBy(desk)).toEqual([])
    desk.engine.terminalDown(OTHER, 'gone')
    expect(shownBy(desk)).toEqual([{ terminal: DESK, position: ours.position, external: false }])
  })

  test('has an order whose own terminal is gone once, however many others look after it', () => {
    const { desk } = twoTerminals(() => [], { loginHash: aHello().loginHash })
    const third = TerminalId.parse('third')
    desk.engine.terminalUp(third, 's3', aHello({ uuid: third }))
    desk.fire(desk.mission().id)
    desk.lose().engine.terminalDown(DESK, 'gone')

    expect(desk.feed.snapshot().orders.filter(({ state }) => state === 'recorded' || state === 'sent')).toHaveLength(1) // prettier-ignore
  })
})
