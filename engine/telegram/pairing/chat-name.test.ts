import fc from 'fast-check'
import { expect, it } from 'vitest'
import { chatName } from './chat-name.ts'

it('is the name of a person with their handle, or the title of a group', () => {
  expect(chatName({ id: 1, type: 'private', first_name: 'Anna', last_name: 'Berg', username: 'anna' })).toBe(
    'Anna Berg (@anna)',
  )
  expect(chatName({ id: -5, type: 'group', title: 'Squad 🎯' })).toBe('Squad 🎯')
  expect(chatName({ id: 9, type: 'private' })).toBe('chat 9')
})

it('turns nothing round, hides nothing and starts no line', () => {
  expect(chatName({ id: 1, type: 'private', first_name: 'An\u202Ena\n\u200B\u0007 B', last_name: ' ' })).toBe(
    'An na B',
  )
  expect(chatName({ id: 1, type: 'private', first_name: '\u2067\u200F' })).toBe('chat 1')
})

it('is at most 64 letters, none cut in two, whatever somebody calls themselves', () => {
  expect(chatName({ id: 1, type: 'private', first_name: '👩‍🚀'.repeat(100) })).toBe(`${'👩‍🚀'.repeat(63)}…`)
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (first_name, username) => {
      const name = chatName({ id: 1, type: 'private', first_name, username })
      expect(name).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]/u)
      expect(name).not.toBe('')
      expect([...new Intl.Segmenter('en').segment(name)].length).toBeLessThanOrEqual(64)
    }),
  )
})
