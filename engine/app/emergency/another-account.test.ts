import { describe, expect, test } from 'vitest'
import { DESK, type DeskHarness } from '../../testkit/desk-harness.ts'
import { ask, held, sentOf } from '../../testkit/emergency.ts'

const B = { loginHash: 'b'.repeat(32), kind: 'demo' } as const

const newId = (desk: DeskHarness) => desk.ids.next(desk.nowMs())
const askedLast = (desk: DeskHarness) =>
  desk.sent.flatMap(message => (message.type === 'sync' ? [message.body.commands] : [])).at(-1)

/** The terminal logs into another account, which has no position and has never heard of anything. */
function changeAccount(desk: DeskHarness): void {
  desk.lose()
  desk.engine.terminalDown(DESK, 'another account')
  desk.greet(B)
  desk.tell({ type: 'specs', body: desk.broker.specs() })
  desk.tell({ type: 'account', body: { ...desk.broker.account(), kind: 'demo' } })
  desk.tell({ type: 'positions', body: { positions: [] } })
}

describe('what was asked of an account that the terminal has left', () => {
  test('a flatten is not sent to the other account, and ends by saying so', () => {
    const { desk } = held()
    const ticket = desk.broker.positions().positions[0]?.position
    ask(desk, 'flattenAll')
    const before = sentOf(desk, 'flatten').length
    changeAccount(desk)
    expect(askedLast(desk)).toEqual([])
    desk.lose().wait(40_000)
    expect(sentOf(desk, 'flatten')).toHaveLength(before)
    const ended = desk.events('flattenEnded')
    expect(ended).toMatchObject([{ left: [ticket] }])
    expect(ended[0]?.text).toContain('Broker (desk) has changed to another account, where nothing is closed.')
    expect(ended[0]?.text).toContain(`Still open there by what is known here: ${ticket}.`)
  })

  test('a close and a move are not asked about there, and asked about once it is back', () => {
    const { desk, mission } = held()
    const position = desk.broker.positions().positions[0]?.position as never
    const id = newId(desk)
    const head = { origin: 'window', terminal: DESK, position } as const
    desk.engine.command({ kind: 'closePosition', id, ...head })
    const stop = ((mission.stop - 20) / 100_000).toFixed(5)
    const move = newId(desk)
    expect(desk.engine.command({ kind: 'modifyPosition', id: move, stop, target: null, ...head }).is).toBe(
      'done',
    )
    changeAccount(desk)
    expect(askedLast(desk)).toEqual([])
    expect(desk.engine.command({ kind: 'closePosition', id, ...head })).toMatchObject({
      code: 'OTHER_ACCOUNT',
    })
    desk.lose()
    desk.engine.terminalDown(DESK, 'back again')
    desk.link()
    expect(askedLast(desk)).toEqual([id, move])
  })
})
