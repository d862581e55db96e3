import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { escapedMarkdown } from './markdown.ts'

/** What a reader of Markdown makes of escapes: a backslash before punctuation goes. */
const shown = (markdown: string) => markdown.replace(/\\([!-/:-@[-`{-~])/g, '$1')

describe('words in Markdown', () => {
  it.each([
    ['# no heading', '\\# no heading'],
    ['- no list\n1. none either', '\\- no list  \n1\\. none either'],
    ['> no quote, **not bold**', '\\> no quote, \\*\\*not bold\\*\\*'],
    ['<script>alert(1)</script>', '\\<script\\>alert(1)\\</script\\>'],
    ['[no](http://link.example)', '\\[no\\](http\\://link.example)'],
    [
      'https://link.example www.link.example a@b.example',
      'https\\://link.example www\\.link.example a\\@b.example',
    ],
    ['a | b ~~c~~ `d` &amp; ![e]', 'a \\| b \\~\\~c\\~\\~ \\`d\\` \\&amp; \\!\\[e\\]'],
    ['    no code', 'no code'],
    ['---', '\\---'],
    ['===', '\\==='],
  ])('show %j just as it was written', (written, markdown) => {
    expect(escapedMarkdown(written)).toBe(markdown)
  })

  it('keep emoji and right-to-left writing, and lose signs that turn the direction around', () => {
    expect(escapedMarkdown('🚀 סבלנות\u202eevil')).toBe('🚀 סבלנותevil')
  })

  test.prop([fc.string({ unit: 'grapheme-ascii' })])('say the same when they are read', text => {
    expect(shown(escapedMarkdown(text)).trim()).toBe(text.trim())
  })

  test.prop([fc.string({ unit: fc.constantFrom('#', '*', '_', '[', '<', '`', '|', '>', 'a', ' ', '\\') })])(
    'leave no sign without its backslash',
    text => {
      expect(escapedMarkdown(text).replace(/\\./g, '')).not.toMatch(/[#*_[<`|>\\]/)
    },
  )
})
