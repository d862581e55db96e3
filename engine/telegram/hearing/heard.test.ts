import fc from 'fast-check'
import { expect, it } from 'vitest'
import { heardIn } from './heard.ts'

const chat = { id: 11, type: 'private', first_name: 'Anna' }
const message = { message_id: 5, date: 1_000, chat, from: { id: 11, is_bot: false, first_name: 'Anna' } }
const NOW = { skewMs: 0, isLate: false }
const update = (content: object) => heardIn({ update_id: 1, ...content }, NOW)

it('dates what was said by this computer’s clock', () => {
  expect(
    heardIn({ update_id: 1, message: { ...message, text: '/status' } }, { skewMs: 300_000, isLate: false }),
  ).toEqual({
    is: 'said',
    chat,
    message: 5,
    text: '/status',
    sentMs: 1_300_000,
  })
})

it('takes what was written elsewhere for no order', () => {
  const origin = { type: 'user', date: 900, sender_user: { id: 3, is_bot: false, first_name: 'Ben' } }
  expect(update({ message: { ...message, text: '/fire', forward_origin: origin } }).is).toBe('foreign')
  expect(update({ message: { ...message, text: '/fire', via_bot: { id: 4 } } }).is).toBe('foreign')
})

it('takes a message that was edited, and one of a channel’s news, for nothing', () => {
  expect(update({ edited_message: { ...message, text: '/fire' } }).is).toBe('nothing')
  expect(update({ channel_post: { ...message, text: '/fire' } }).is).toBe('nothing')
})

it('knows a message without words, a press, and the door that opens, shuts or moves', () => {
  expect(update({ message: { ...message, photo: [] } }).is).toBe('wordless')
  expect(update({ callback_query: { id: 'q', from: {}, data: '/status', message } })).toEqual({
    is: 'pressed',
    chat,
    message: 5,
    query: 'q',
    data: '/status',
    isLate: false,
  })
  expect(update({ callback_query: { id: 'q', from: {}, inline_message_id: 'x', data: 'y' } }).is).toBe(
    'nothing',
  )
  const member = (status: string) => update({ my_chat_member: { chat, new_chat_member: { status } } }).is
  expect(['kicked', 'left', 'member', 'administrator'].map(member)).toEqual(['shut', 'shut', 'open', 'open'])
  expect(update({ message: { ...message, migrate_to_chat_id: -100_7 } })).toMatchObject({
    is: 'moved',
    to: -100_7,
  })
})

it('reads anything whatsoever without a fault', () => {
  fc.assert(
    fc.property(fc.anything(), fc.anything(), (whole, part) => {
      expect(() => [
        heardIn(whole, NOW),
        heardIn({ update_id: 1, message: part, callback_query: part }, NOW),
      ]).not.toThrow()
    }),
  )
})
