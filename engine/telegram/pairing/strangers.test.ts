import { expect, it } from 'vitest'
import { Strangers } from './strangers.ts'

it('answers each chat once, counts every message and shows the newest five', () => {
  const strangers = new Strangers()
  const answered = [1, 2, 1, 3, 4, 5, 6, 1].map((chat, k) => strangers.hear(chat, `Nr ${chat}`, 1_000 + k))
  expect(answered).toEqual([true, true, false, true, true, true, true, false])
  const { messages, last } = strangers.view()
  expect(messages).toBe(8)
  expect(last.map(({ name, atMs }) => [name, atMs])).toEqual([
    ['Nr 1', 1_007],
    ['Nr 6', 1_006],
    ['Nr 5', 1_005],
    ['Nr 4', 1_004],
    ['Nr 3', 1_003],
  ])
})

it('answers at most twenty of them a minute, and whoever was left out when they write again', () => {
  const strangers = new Strangers()
  const answered = Array.from({ length: 30 }, (_, chat) => strangers.hear(chat + 1, 'x', 1_000))
  expect(answered.filter(Boolean)).toHaveLength(20)
  expect(strangers.mayTell(60_999)).toBe(false)
  expect([strangers.hear(1, 'x', 61_000), strangers.hear(30, 'x', 61_000), strangers.mayTell(61_000)]).toEqual([
    false, true, true,
  ]) // prettier-ignore
})

it('stays silent to new ones after a thousand, and goes on counting', () => {
  const strangers = new Strangers()
  for (let chat = 1; chat <= 1_000; chat++) strangers.hear(chat, 'x', chat * 60_000)
  expect(strangers.hear(1_001, 'y', 1_001 * 60_000)).toBe(false)
  expect(strangers.view()).toMatchObject({ messages: 1_001, last: [{ name: 'y' }, {}, {}, {}, {}] })
})
