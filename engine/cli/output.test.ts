import { PassThrough } from 'node:stream'
import { expect, it } from 'vitest'
import { Output } from './output.ts'

function said(json: boolean, say: (out: Output) => void): string {
  const to = new PassThrough({ encoding: 'utf8' })
  say(new Output({ stdout: to, stderr: to }, json))
  return String(to.read())
}

it('says words that would steer the terminal without what steers it, and keeps lines, tabs and every script', () => {
  const words = 'a\u001b]0;title\u0007\u001b[2Jb\r\u009b31mc\u202ed\n\tשלום 🚀'

  expect(said(false, out => out.line(words))).toBe('a]0;title[2Jb31mcd\n\tשלום 🚀\n')
  expect(said(false, out => out.warn(words))).toBe('a]0;title[2Jb31mcd\n\tשלום 🚀\n')
})

it('gives a program every character, escaped', () => {
  const text = said(true, out => out.document({ words: '\u001b[2J' }))

  expect(text).toBe('{"words":"\\u001b[2J"}\n')
})
