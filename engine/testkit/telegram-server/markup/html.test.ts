import fc from 'fast-check'
import { expect, it } from 'vitest'
import { Refusal } from '../refusal.ts'
import { parseHtml } from './html.ts'

/** The words of a refusal; anything else that is thrown is a fault of the reader. */
const refused = (source: string) => {
  try {
    return JSON.stringify(parseHtml(source))
  } catch (problem: unknown) {
    if (!(problem instanceof Refusal)) throw problem
    return problem.message.replace("Bad Request: can't parse entities: ", '')
  }
}

it('reads every tag of the documentation', () => {
  expect(
    parseHtml('<b>b</b><strong>b</strong><i>i</i><u>u</u><s>s</s><tg-spoiler>h</tg-spoiler>').entities,
  ).toEqual(
    ['bold', 'bold', 'italic', 'underline', 'strikethrough', 'spoiler'].map((type, offset) => ({
      type,
      offset,
      length: 1,
    })),
  )
  expect(parseHtml('<span class="tg-spoiler">h</span>').entities[0]?.type).toBe('spoiler')
  expect(parseHtml('<blockquote expandable>q</blockquote>').entities[0]?.type).toBe('expandable_blockquote')
  expect(parseHtml('<a href="http://example.com/?a=1&amp;b=2">x</a>').entities).toEqual([
    { type: 'text_link', offset: 0, length: 1, url: 'http://example.com/?a=1&b=2' },
  ])
  expect(parseHtml('<pre><code class="language-ts">x</code></pre>').entities).toEqual([
    { type: 'pre', offset: 0, length: 1, language: 'ts' },
  ])
})

it('reads references to characters and leaves an unknown one as it stands', () => {
  expect(parseHtml('&lt;b&gt; &amp;&quot;&#60;&#x3c; &nbsp; a & b').text).toBe('<b> &"<< &nbsp; a & b')
})

it.each([
  ['a <b', 'Unclosed start tag at byte offset 2'],
  ['a < b>', 'Unsupported start tag "" at byte offset 2'],
  ['🏟 🏟&lt;<abac aba>', 'Unsupported start tag "abac" at byte offset 13'],
  ['<b>open', 'Can\'t find end tag corresponding to start tag "b"'],
  ['<b>x</i>', 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'],
  ['x</b>', 'Unexpected end tag at byte offset 1'],
  ['<b>x</b', 'Unclosed end tag at byte offset 4'],
  ['<a =x>y</a>', 'Empty attribute name in the tag "a" at byte offset 0'],
  ['<a href>y</a>', 'Expected equal sign in declaration of an attribute of the tag "a" at byte offset 0'],
  ['<a href="x', 'Unclosed start tag at byte offset 0'],
  ['<a href=x/>y</a>', 'Unexpected end of name token at byte offset 8'],
  ['<span>x</span>', 'Tag "span" must have class "tg-spoiler" at byte offset 0'],
])('refuses %j in the words of the server', (source, words) => {
  expect(refused(source)).toBe(words)
})

it('leaves any text as it was once <, > and & are escaped', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), text => {
      const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
      expect(parseHtml(escaped)).toEqual({ text, entities: [] })
    }),
  )
})

it('either reads a text or refuses it with a 400: it never hangs or breaks', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'<>/&;="\' abi#x1'.split('')) }), source => {
      expect(refused(source)).toEqual(expect.any(String))
    }),
  )
})
