import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { SourceFile } from '../source/source-file.ts'
import { lex } from './lex.ts'

function lexed(text: string) {
  return lex(new SourceFile('a.mqh', text))
}

function words(text: string): string[] {
  return lexed(text).flatMap(({ kind, text: word }) => (kind === 'end' ? [] : [`${kind} ${word}`]))
}

describe('the lexer', () => {
  test('names, numbers and punctuation are parted', () => {
    expect(words('a1=_b+0x1F*1.5e-3;')).toEqual([
      'name a1',
      'punctuator =',
      'name _b',
      'punctuator +',
      'number 0x1F',
      'punctuator *',
      'number 1.5e-3',
      'punctuator ;',
    ])
  })

  test('a literal with a letter in front is one word', () => {
    expect(words(`D'2024.01.02 03:04' C'1,2,3' B'0101' 'x' "a\\"b"`)).toEqual([
      `datetime D'2024.01.02 03:04'`,
      `color C'1,2,3'`,
      `bits B'0101'`,
      `character 'x'`,
      `string "a\\"b"`,
    ])
  })

  test('two closing angle brackets stay apart, for a template may end in them', () => {
    expect(words('a>>=b<<=c')).toEqual([
      'name a',
      'punctuator >',
      'punctuator >=',
      'name b',
      'punctuator <<=',
      'name c',
    ])
  })

  test('a comment belongs to the word on its left and a word knows that it starts a line', () => {
    const [input, second] = lexed('x; /* no */ // the label \n y').slice(1)
    expect(input).toMatchObject({ text: ';', comment: 'the label' })
    expect(second).toMatchObject({ text: 'y', startsLine: true, at: { line: 2, column: 2 } })
  })

  test('a backslash at the end of a line joins the next to it', () => {
    expect(lexed('a \\\r\n b').map(token => token.startsLine)).toEqual([true, false, false])
  })

  test.each([
    ['"open', 112],
    ["'open", 114],
    ['ä', 110],
    ['/* open', 161],
  ])('%s has problem %i', (text, code) => {
    expect(lexed(text)[0]?.problem?.code).toBe(code)
  })

  test('a string that is not closed ends with its line', () => {
    expect(words('"a\nb')).toEqual(['string "a', 'name b'])
  })

  test('the words and what stands between them are the text, whatever it is', () => {
    const gap = /^(?:\s|\uFEFF|\\\s*\n|\/\/[^\n]*|\/\*[^]*?(?:\*\/|$))*$/
    const piece = fc.constantFrom(
      '/*',
      '*/',
      '//',
      '"',
      "'",
      '\\',
      '\n',
      '\r\n',
      'D',
      ' ',
      '#',
      '>>=',
      '1e',
      '..',
    )
    const text = fc.array(fc.oneof(piece, fc.string({ unit: 'binary' }))).map(parts => parts.join(''))
    fc.assert(
      fc.property(text, source => {
        let offset = 0
        for (const token of lexed(source)) {
          expect(source.slice(offset, token.start)).toMatch(gap)
          expect(source.slice(token.start, token.start + token.text.length)).toBe(token.text)
          offset = token.start + token.text.length
        }
        expect(offset).toBe(source.length)
      }),
    )
  })
})
