import { expect, test } from 'vitest'
import { aLinkView } from '../../engine/testkit/views.ts'
import { terminalName } from './terminals.ts'

const first = aLinkView({ terminal: 'aaaaaa-1', broker: 'Alpha', accountMark: '11aa' })

test('a terminal is called by its broker and the mark of its account', () => {
  expect(terminalName([first], 'aaaaaa-1')).toBe('Alpha · 11aa')
})

test('two terminals of one account have some of their id in their names, and another broker has none', () => {
  const links = [first, { ...first, terminal: 'bbbbbb-2' }, { ...first, terminal: 'third', broker: 'Beta' }]
  expect(links.map(({ terminal }) => terminalName(links, terminal))).toEqual([
    'Alpha · 11aa · aaaaaa',
    'Alpha · 11aa · bbbbbb',
    'Beta · 11aa',
  ])
})

test('one that has not been linked since the start is called by its id', () => {
  expect(terminalName([first], 'long-gone')).toBe('long-gone')
})
