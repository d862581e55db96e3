import { expect, test } from 'vitest'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { EpochMs, Ulid } from '../contracts/primitives.ts'
import { eventually } from '../testkit/eventually.ts'
import type { StoredBar } from '../ports/bar-store.ts'
import { HistoryDesk } from './history-desk.ts'

const bar = (open: number): StoredBar => ({
  openMs: open as EpochMs,
  open,
  high: open,
  low: open,
  close: open,
  ticks: 1,
  spread: 1,
})
const request = (index: number) => ({
  id: `R${index}` as Ulid,
  index,
  tf: 1 as const,
  fromMs: 0 as EpochMs,
  max: 10,
})

function open(isHeard = () => true) {
  const said: string[] = []
  const desk = new HistoryDesk({
    isHeard,
    say: ({ index }, _digits, bars, isMore) =>
      said.push(`${index}: ${bars.map(one => one.open).join(' ')}${isMore ? ' …' : ''}`),
    failed: error => {
      throw error
    },
  })
  return { desk, said }
}

test('histories are answered in turn, and only the last message of each says that it is the last', async () => {
  const { desk, said } = open()
  desk.answer(request(1), 5, [[bar(1), bar(2)], [bar(3)]])
  desk.answer(request(2), 5, [[bar(7)]])
  desk.answer(request(3), 5, [])
  await eventually(() => expect(said).toHaveLength(4))
  expect(said).toEqual(['1: 1 2 …', '1: 3', '2: 7', '3: '])
})

test('an answer waits while nobody hears it, and loses nothing', async () => {
  let heard = false
  const { desk, said } = open(() => heard)
  desk.answer(request(1), 5, [[bar(1)], [bar(2)]])
  for (let turn = 0; turn < 5; turn++) await nextTurn()
  expect(said).toEqual([])
  heard = true
  await eventually(() => expect(said).toEqual(['1: 1 …', '1: 2']))
})

test('what was asked in a session that is over is not answered', async () => {
  const { desk, said } = open()
  desk.answer(request(1), 5, [[bar(1)], [bar(2)], [bar(3)]])
  await nextTurn()
  desk.forget()
  for (let turn = 0; turn < 5; turn++) await nextTurn()
  expect(said.join(' ')).not.toContain('3')
})
