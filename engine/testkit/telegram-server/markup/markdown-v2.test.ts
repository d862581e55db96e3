import fc from 'fast-check'
import { expect, it } from 'vitest'
import { Refusal } from '../refusal.ts'
import { parseMarkdownV2 } from './markdown-v2.ts'

/** The words of a refusal; anything else that is thrown is a fault of the reader. */
const refused = (source: string) => {
  try {
    return JSON.stringify(parseMarkdownV2(source))
  } catch (problem: unknown) {
    if (!(problem instanceof Refusal)) throw problem
    return problem.message.replace("Bad Request: can't parse entities: ", '')
  }
}

it('reads every mark of the documentation, one inside another', () => {
  expect(parseMarkdownV2('*b _i __u__ ~s~ ||h||_*').entities).toEqual([
    { type: 'bold', offset: 0, length: 9 },
    { type: 'italic', offset: 2, length: 7 },
    { type: 'underline', offset: 4, length: 1 },
    { type: 'strikethrough', offset: 6, length: 1 },
    { type: 'spoiler', offset: 8, length: 1 },
  ])
})

it('reads code, blocks with a language, links and quotations', () => {
  const { text, entities } = parseMarkdownV2(
    '`a*b`\n```ts\nlet x\n```\n[BITTEN](https://example.com/a\\)b)\n>one\n>two\nend',
  )
  expect(text).toBe('a*b\nlet x\n\nBITTEN\none\ntwo\nend')
  expect(entities).toEqual([
    { type: 'code', offset: 0, length: 3 },
    { type: 'pre', offset: 4, length: 6, language: 'ts' },
    { type: 'text_link', offset: 11, length: 6, url: 'https://example.com/a)b' },
    { type: 'blockquote', offset: 18, length: 7 },
  ])
})

it('counts offsets in UTF-16 units and names places in bytes', () => {
  expect(parseMarkdownV2('🏟 *x*').entities).toEqual([{ type: 'bold', offset: 3, length: 1 }])
  expect(refused('🏟 *x')).toBe("Can't find end of Bold entity at byte offset 5")
})

it.each([
  ['1.08', "Character '.' is reserved and must be escaped with the preceding '\\'"],
  ['a-b', "Character '-' is reserved and must be escaped with the preceding '\\'"],
  ['a|b', "Character '|' is reserved and must be escaped with the preceding '\\'"],
  ['a >b', "Character '>' is reserved and must be escaped with the preceding '\\'"],
  ['_open', "Can't find end of Italic entity at byte offset 0"],
  ['__open', "Can't find end of Underline entity at byte offset 0"],
  ['*a _b* c_', "Can't find end of Italic entity at byte offset 8"],
  ['`open', "Can't find end of Code entity at byte offset 0"],
  ['```ts\nopen', "Can't find end of PreCode entity at byte offset 0"],
  ['[text](http://x.y', "Can't find end of a URL at byte offset 7"],
  ['>quote *b\nend', "Can't find end of Bold entity at byte offset 7"],
  ['![x](http://x.y)', 'Custom emoji entity must contain a tg://emoji URL'],
])('refuses %j in the words of the server', (source, words) => {
  expect(refused(source)).toBe(words)
})

it('leaves any text as it was once every reserved character is escaped', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), text => {
      const escaped = text.replace(/[_*[\]()~`>#+\-=|{}.!\\]/g, '\\$&')
      expect(parseMarkdownV2(escaped)).toEqual({ text, entities: [] })
    }),
  )
})

it('either reads a text or refuses it with a 400: it never hangs or breaks', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'_*[]()~`>#|!\\\n a1'.split('')) }), source => {
      expect(refused(source)).toEqual(expect.any(String))
    }),
  )
})
