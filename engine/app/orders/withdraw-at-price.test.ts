import { expect, test } from 'vitest'
import { WaitingDesk } from '../../testkit/waiting-desk.ts'

const cancels = (desk: WaitingDesk) => desk.sent.filter(({ type }) => type === 'cancel').length

test('an order that waits is taken back by the price that reaches its target, in the middle of a second too', () => {
  const desk = new WaitingDesk().placed()
  const { target, entry } = desk.offered
  desk.quote(entry - 61).quote(entry - 62)
  expect(cancels(desk)).toBe(0)
  desk.quote(target)
  expect(cancels(desk)).toBe(1)
  expect(desk.events('cancelRequested').at(-1)?.why).toBe('The target was reached without it.')
})

test('what a turn of prices records has it judged at once, and so has each second of the market', () => {
  const desk = new WaitingDesk().placed()
  desk.quote(desk.offered.entry - 61)
  const { engine } = desk
  engine.desk.state.selector = 'SAFE'
  desk.quote(desk.offered.entry - 62)
  expect(cancels(desk)).toBe(0)
  desk.terminal.withdrawnSecond -= 1
  desk.quote(desk.offered.entry - 61)
  expect(cancels(desk)).toBe(1)

  const other = new WaitingDesk().placed()
  other.quote(other.offered.entry - 61)
  other.engine.desk.record({ kind: 'selectorSet', atMs: other.nowMs(), selector: 'SAFE', origin: 'window' })
  other.quote(other.offered.entry - 62)
  expect(cancels(other)).toBe(1)
})

test('a mission whose order waits is not called fired', () => {
  const desk = new WaitingDesk().placed()
  for (const answer of [desk.fire(desk.offered.id), desk.place()])
    expect(answer.is === 'denied' && answer.denials.map(({ text }) => text)).toContain('The order of this mission waits at the broker already.') // prettier-ignore
})
