import { expect, it } from 'vitest'
import type { TelegramNote } from '../../contracts/telegram-chat.ts'
import type { TelegramChat } from '../../contracts/telegram-update.ts'
import { codeIn, pair } from './code-desk.ts'
import { OneTimeCode } from './one-time-code.ts'

const ANNA: TelegramChat = { id: 11, type: 'private', first_name: 'Anna' }
const SQUAD: TelegramChat = { id: -22, type: 'group', title: 'Squad' }

function aDesk(isWritten = true) {
  const notes: TelegramNote[] = []
  const code = new OneTimeCode(() => 1_000)
  const note = (given: TelegramNote) => {
    notes.push(given)
    if (isWritten) return Promise.resolve({ is: 'done' as const, text: 'Written down.' })
    return Promise.resolve({ is: 'refused' as const, code: 'ENGINE_DOWN', text: 'The engine is down.' })
  }
  return { notes, code, parts: { code, desk: { note } } }
}

it('reads the code of /start, typed or brought by a link, and in a group also with the name of the bot', () => {
  expect(codeIn('/start K7QX3ACD', 'my_bot')).toBe('K7QX3ACD')
  expect(codeIn('/START k7qx-3acd ', 'my_bot')).toBe('k7qx-3acd')
  expect(codeIn('/start@My_Bot K7QX3ACD', 'my_bot')).toBe('K7QX3ACD')
  expect(codeIn('/start@another_bot K7QX3ACD', 'my_bot')).toBeNull()
  expect(['/start', '/starts K7', 'start K7', '/start a b', '/status K7'].map(text => codeIn(text, 'my_bot'))).toEqual([
    null, null, null, null, null,
  ]) // prettier-ignore
})

it('binds the chat that shows the code, under its name and with the role of the code', async () => {
  const { notes, code, parts } = aDesk()
  const { code: typed } = code.make('commander')
  expect(await pair(parts, ANNA, typed)).toEqual({ is: 'paired' })
  expect(notes).toEqual([{ note: 'paired', chat: 11, role: 'commander', name: 'Anna' }])
  expect((await pair(parts, SQUAD, typed)).is).toBe('refused')
  expect(notes).toHaveLength(1)
})

it('lets two chats that show one code at the same time in only once', async () => {
  const { notes, code, parts } = aDesk()
  const { code: typed } = code.make('spotter')
  const [first, second] = await Promise.all([pair(parts, ANNA, typed), pair(parts, SQUAD, typed)])
  expect([first.is, second.is]).toEqual(['paired', 'refused'])
  expect(notes).toHaveLength(1)
})

it('lets no group command, and ends the code that everybody in the group has read', async () => {
  const { notes, code, parts } = aDesk()
  const { code: typed } = code.make('commander')
  expect(await pair(parts, SQUAD, typed)).toMatchObject({ is: 'refused' })
  expect(code.open).toBeNull()
  expect(await pair(parts, ANNA, typed)).toMatchObject({ is: 'refused' })
  expect(notes).toEqual([])
})

it('keeps the code when the desk cannot write the chat down, and says why', async () => {
  const { code, parts } = aDesk(false)
  const { code: typed } = code.make('spotter')
  const pairing = await pair(parts, ANNA, typed)
  expect(pairing.is === 'refused' && pairing.text.text).toContain('The engine is down.')
  expect(code.open?.code).toBe(typed)
})

it('falls silent after five wrong codes', async () => {
  const { parts, code } = aDesk()
  code.make('commander')
  const ends = []
  for (let k = 0; k < 7; k++) ends.push((await pair(parts, ANNA, 'AAAAAAAA')).is)
  expect(ends).toEqual(['refused', 'refused', 'refused', 'refused', 'refused', 'silence', 'silence'])
})
