import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { LINK_WORDS } from '../../engine/telegram/connection/link-words.ts'
import { tableUnder } from './markdown.ts'

const page = readFileSync(path.resolve(import.meta.dirname, '../../docs/telegram.md'), 'utf8')

test('docs/telegram.md gives every state of the connection with the words that the desk says', () => {
  const said = Object.entries(LINK_WORDS).map(([state, { text, nextStep }]) => [
    `\`${state}\``,
    text,
    nextStep ?? 'Nothing.',
  ])
  expect(tableUnder(page, '### States of the connection').map(row => row.slice(0, 3))).toEqual(said)
})
