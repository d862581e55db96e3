import { describe, expect, it } from 'vitest'
import { tokenIn } from './token-in.ts'

const TOKEN = '7000000001:AAF-abcdefghijklmnopqrstuvwxyz_0123456'
const OTHER = '7000000002:AAF-abcdefghijklmnopqrstuvwxyz_0123456'

describe('what was pasted', () => {
  it.each([
    TOKEN,
    `  ${TOKEN}\n`,
    `Use this token to access the HTTP API:\n${TOKEN}\nKeep your token secure.`,
    `${TOKEN} ${TOKEN}`,
  ])('has one token in it: %j', text => expect(tokenIn(text)).toBe(TOKEN))

  it.each(['', 'hunter2', '12345:short', `x${TOKEN}`, `${TOKEN}${'a'.repeat(60)}`, `${TOKEN}\n${OTHER}`])(
    'has no token in it, or nobody knows which: %j',
    text => expect(tokenIn(text)).toBeNull(),
  )
})
