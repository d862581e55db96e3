import { expect, it } from 'vitest'
import { CAPTION_LIMIT, readCaption, readText, TEXT_LIMIT } from './read-text.ts'

it('takes white space off both ends and moves the marks along', () => {
  expect(readText('  *bold* x \n', 'MarkdownV2', [])).toEqual({
    text: 'bold x',
    entities: [{ type: 'bold', offset: 0, length: 4 }],
  })
})

it('marks commands, but not inside code and not in the middle of a path', () => {
  const { entities } = readText('/status now, <code>/fire</code>, a/b, /close@bitten_bot', 'HTML', [])
  expect(entities.filter(each => each.type === 'bot_command')).toEqual([
    { type: 'bot_command', offset: 0, length: 7 },
    { type: 'bot_command', offset: 25, length: 17 },
  ])
})

it('counts the length after the marks are read', () => {
  const longest = 'x'.repeat(TEXT_LIMIT)
  expect(readText(`<b>${longest}</b>`, 'HTML', []).text).toHaveLength(TEXT_LIMIT)
  expect(readText('🏟'.repeat(TEXT_LIMIT), '', []).text).toHaveLength(2 * TEXT_LIMIT)
  expect(() => readText(`${longest}x`, '', [])).toThrow('Bad Request: message is too long')
  expect(() => readCaption('x'.repeat(CAPTION_LIMIT + 1), '', [])).toThrow(
    'Bad Request: message caption is too long',
  )
  expect(() => readText('x'.repeat(40_000), '', [])).toThrow('Bad Request: text is too long')
})

it('refuses what is empty, and a mode that it does not know', () => {
  expect(() => readText('', '', [])).toThrow('Bad Request: message text is empty')
  expect(() => readText(' \n ', '', [])).toThrow('Bad Request: text must be non-empty')
  expect(() => readText('x', 'Markdown', [])).toThrow('Bad Request: unsupported parse_mode')
})

it('keeps the first hundred marks', () => {
  const { text, entities } = readText('*a* '.repeat(101), 'MarkdownV2', [])
  expect([text.length, entities.length]).toEqual([201, 100])
})
