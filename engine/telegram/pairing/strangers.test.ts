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

it('stays silent to new ones after ten thousand, and goes on counting', () => {
  const strangers = new Strangers()
  for (let chat = 1; chat <= 10_000; chat++) strangers.hear(chat, 'x', 1)
  expect(strangers.hear(10_001, 'y', 2)).toBe(false)
  expect(strangers.view()).toMatchObject({ messages: 10_001, last: [{ name: 'y' }, {}, {}, {}, {}] })
})
