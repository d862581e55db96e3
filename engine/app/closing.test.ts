import { expect, test } from 'vitest'
import type { TerminalId, Ulid } from '../contracts/index.ts'
import { aHello, DESK, DeskHarness } from '../testkit/desk-harness.ts'

const verdict = (id: Ulid, is: 'accepted' | 'rejected') =>
  ({ type: 'verdict', body: { id, is, retcode: 1, order: null, deal: null, position: null, price: null, lots: null, text: `${is}.` } }) as const // prettier-ignore

test('a flatten that one of two terminals refuses is told, although the other has done it', () => {
  const desk = new DeskHarness().link()
  const second = 'second' as TerminalId
  desk.engine.terminalUp(second, 'session of the second', aHello({ uuid: second, loginHash: 'b'.repeat(32) }))
  desk.engine.command({ kind: 'flattenAll', id: desk.ids.next(desk.nowMs()), origin: 'tray' })
  const [first, other] = desk.sent.flatMap(message => (message.type === 'flatten' ? [message.body.id] : []))
  desk.engine.fact(DESK, verdict(first as Ulid, 'accepted'))
  desk.engine.fact(second, verdict(other as Ulid, 'rejected'))
  expect(desk.events('closeAnswered').map(event => event.is)).toEqual(['accepted', 'rejected'])
})

test('a close that was lost on its way is asked for and said to have never happened', () => {
  const desk = new DeskHarness()
  desk.fire(desk.mission().id)
  const [ours] = desk.deliver().broker.positions().positions
  const id = desk.ids.next(desk.nowMs())
  desk.engine.command({ kind: 'closePosition', id, origin: 'window', terminal: DESK, position: ours?.position as never }) // prettier-ignore
  desk.crash().link()
  expect(desk.events('closeAnswered')).toMatchObject([{ command: id, is: 'buried' }])
  expect(desk.feed.snapshot().notices[0]?.text).toMatch(/Close buried/)
  expect(desk.engine.desk.terminals.get(DESK)?.armed).toBe(true)
})
