import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { TerminalCode } from '../../engine/contracts/terminal-state.ts'
import { overOf, terminalState } from '../../engine/domain/watchdog/terminal-state.ts'
import { STATE_EXAMPLES } from '../../engine/testkit/terminal-facts.ts'
import { tableUnder } from './markdown.ts'

const text = readFileSync(path.resolve(import.meta.dirname, '../../docs/terminal-states.md'), 'utf8')

test('docs/terminal-states.md gives every state, worst first, with the words that the app says', () => {
  const said = TerminalCode.options.map(code => {
    const { problem, nextStep } = terminalState(STATE_EXAMPLES[code])
    return [
      `\`${code}\``,
      problem ?? 'Nothing is said.',
      nextStep ?? 'Nothing.',
      overOf(code) ?? 'Nothing is said.',
    ]
  })
  const rows = tableUnder(text, '## The states')
  expect(rows.map(([code, problem, nextStep, over]) => [code, problem, nextStep, over])).toEqual(said)
  for (const cells of rows) expect(cells.at(-1)).not.toBe('')
})

test('docs/terminal-states.md names no state that does not exist', () => {
  const named = [...text.matchAll(/`([A-Z]+(?:_[A-Z]+)*)`/g)].map(([, code]) => code)
  expect(named.filter(code => !TerminalCode.options.some(known => known === code))).toEqual([])
})
