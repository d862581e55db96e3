import { expect, it } from 'vitest'
import type { DeskAsked, DeskGets } from '../contracts/telegram-port.ts'
import { aPause } from '../testkit/events.ts'
import { PortDesk } from './port-desk.ts'

function aDesk() {
  const asked: { call: number; asked: DeskAsked }[] = []
  return { asked, desk: new PortDesk((call, it) => asked.push({ call, asked: it })) }
}
const failed = (text: string): DeskGets => ({ is: 'failed', code: 'X', text })

it('gives each question its own answer, in whatever order they come', async () => {
  const { desk, asked } = aDesk()
  const answers = Promise.all([desk.view(), desk.ask({ kind: 'ledgerSummary' })])
  expect(asked.map(({ asked: { name } }) => name)).toEqual(['view', 'ask'])
  desk.answered(2, failed('second'))
  desk.answered(1, failed('first'))
  desk.answered(1, failed('again'))
  desk.answered(7, failed('nobody asked'))
  expect(await answers).toEqual([failed('first'), failed('second')])
})

it('gives a command the id that was asked for, or one of its own, and a note is a command', () => {
  const { desk, asked } = aDesk()
  const id = desk.nextId()
  void desk.command({ kind: 'pause' }, id)
  void desk.command({ kind: 'pause' })
  void desk.note({ note: 'settled', chat: 11, seq: 3 })
  const [first, second, third] = asked.map(({ asked: { asks } }) => asks)
  expect(first).toEqual({ id, command: { kind: 'pause' } })
  expect(second).not.toEqual(first)
  expect(third).toMatchObject({
    command: { kind: 'telegram', telegram: { note: 'settled', chat: 11, seq: 3 } },
  })
})

it('tells what it is told to whoever listens, until they leave', () => {
  const { desk } = aDesk()
  const seen: number[] = []
  const leave = desk.onTold(events => seen.push(...events.map(({ seq }) => seq)))
  const stored = (seq: number) => [{ seq, wallMs: 1 as never, event: aPause(), hash: '' }]
  desk.told(stored(1))
  leave()
  desk.told(stored(2))
  expect(seen).toEqual([1])
})
