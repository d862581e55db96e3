import { expect, it } from 'vitest'
import { readText } from '../../testkit/telegram-server/markup/read-text.ts'
import { html } from '../texts/html.ts'
import { repeatMark } from '../texts/repeat-mark.ts'
import { partsOf } from './reply-parts.ts'

const long = html`<b>${Array.from({ length: 2_000 }, (_, k) => `line ${k}`).join('\n')}</b>`

it('leaves a reply as it is that fits into one message', () => {
  const reply = { html: html`<b>short</b>`, buttons: [[{ label: 'A', says: '/a' }]] }
  expect(partsOf(reply)).toEqual([reply])
})

it('leaves room in each part for the mark of a repeat', () => {
  const parts = partsOf({ html: long })
  expect(parts.length).toBeGreaterThan(3)
  for (const part of parts) expect(() => readText(repeatMark(part).html.text, 'HTML', [])).not.toThrow()
})

it('puts the picture above the first part and the keys below the last', () => {
  const picture = { png: new Uint8Array(), name: 'a.png' }
  const parts = partsOf({ html: long, picture, keys: [['/status']] })
  expect(parts.map(part => part.picture !== undefined)).toEqual([true, ...parts.slice(1).map(() => false)])
  expect(parts.map(part => part.keys !== undefined)).toEqual([...parts.slice(1).map(() => false), true])
  expect(parts[0].html.text.length).toBeLessThan(1_024)
})
