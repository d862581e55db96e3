import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { parseHtml } from '../../testkit/telegram-server/markup/html.ts'
import { readCaption, readText } from '../../testkit/telegram-server/markup/read-text.ts'
import { html, lines, oneLine, visible, type Html } from './html.ts'
import { CAPTION_CHARACTERS, pages } from './pages.ts'

const shown = (page: Html): string => readText(page.text, 'HTML', []).text
const wordsOf = (text: string): string[] => text.split(/\s+/u).filter(word => word !== '')

/** What people and brokers put into names: marks, references, emoji, both directions, halves of characters. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.constantFrom(
    '<b>',
    '</pre>',
    '&lt;',
    '&amp',
    '&#60;',
    '"><a href=x>',
    '👩‍👩‍👧‍👦🏳️‍🌈',
    'שלום \u202Eabc\u2066',
    '\uD83D',
    '\uDC00x',
    'a\u0000b\r\nc',
    '/fire',
    'x'.repeat(10_000),
  ),
)
/** In bold, in a block over several lines, and bare. */
const anyHtml = fc
  .array(
    fc.record({ style: fc.constantFrom('bare', 'bold', 'block', 'nested'), text: anyText, more: anyText }),
    {
      minLength: 1,
      maxLength: 120,
    },
  )
  .map(parts =>
    lines(
      html`<b>head</b>`,
      ...parts.map(({ style, text, more }) => {
        if (style === 'bold') return html`<b>${text}</b> ${more}`
        if (style === 'block') return html`<pre>${text}
${more}</pre>`
        if (style === 'nested') return html`<blockquote><b>${text}
<i>${more}</i></b></blockquote>`
        return html`${text}${more}`
      }),
    ),
  ) // prettier-ignore

describe('the pages of a text', () => {
  test.prop([anyHtml], { numRuns: 60 })(
    'are taken by the server whatever the words are, and each fits',
    whole => {
      for (const page of pages(whole)) expect(shown(page).length).toBeLessThanOrEqual(4_096)
      for (const page of pages(whole, CAPTION_CHARACTERS))
        expect(readCaption(page.text, 'HTML', []).text.length).toBeLessThanOrEqual(1_024)
    },
  )

  test.prop([anyHtml], { numRuns: 60 })(
    'show together every line of it, and cut only one that fits nowhere',
    whole => {
      const fits = (line: string) => (line.length > 4_096 ? `${line.slice(0, 4_094)}` : line)
      const all = parseHtml(whole.text).text.split('\n')
      const together = pages(whole).flatMap(page => parseHtml(page.text).text.split('\n'))
      const seen = (texts: readonly string[]) => wordsOf(texts.join('\n'))
      if (all.every(line => line.length <= 4_096)) expect(seen(together)).toEqual(seen(all))
      else
        for (const line of all)
          expect(
            together.some(page => page.startsWith(fits(line).slice(0, -1))),
            line.slice(0, 50),
          ).toBe(true)
    },
  )

  it('part between lines, and marks that reach over a parting go on behind it', () => {
    const whole = html`<b>one</b>
<pre>${'a'.repeat(6)}
${'b'.repeat(6)}</pre>
end` // prettier-ignore
    expect(pages(whole, 12).map(({ text }) => text)).toEqual([
      '<b>one</b>\n<pre>aaaaaa</pre>',
      '<pre>bbbbbb</pre>\nend',
    ])
  })

  it('cut a line that is longer than a page, never inside a reference or an emoji', () => {
    expect(pages(html`<b>${'&'.repeat(9)}</b>`, 4).map(({ text }) => text)).toEqual([
      '<b>&amp;&amp;&amp;…</b>',
    ])
    expect(pages(html`ab${'🎯🎯🎯'}`, 6).map(({ text }) => text)).toEqual(['ab🎯…'])
  })

  it('of nothing are none', () => {
    expect(pages(lines(null, ''))).toEqual([])
    expect(pages(html`<b> </b>`)).toEqual([])
  })
})

describe('a value in a text', () => {
  test.prop([anyText, anyText])('is no mark, and shows what a person sees of it', (first, second) => {
    const { text, entities } = parseHtml(html`<b>${first}</b>${second}`.text)
    expect(text).toBe(visible(first) + visible(second))
    expect(entities.map(({ type }) => type)).toEqual(visible(first) === '' ? [] : ['bold'])
  })

  it('turns no figure beside it around and hides nothing', () => {
    expect(visible('a\u202Eb\u2066c\u200Fd\u0007\r\n\te')).toBe('abcd\n\te')
    expect(visible('👩‍👧 x\uD83D')).toBe('👩‍👧 x\uFFFD')
  })

  test.prop([anyText, fc.integer({ min: 1, max: 50 })])(
    'on one line is short and has no break',
    (text, most) => {
      const line = oneLine(text, most)
      expect(line.length).toBeLessThanOrEqual(most)
      expect(line).not.toMatch(/\p{Cs}/u)
      expect(line).not.toContain('\n')
    },
  )
})
