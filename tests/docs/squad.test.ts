import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { DISPATCH_FAULTS } from '../../engine/contracts/dispatches.ts'
import { SQUAD_FAULTS } from '../../engine/contracts/squad-desk.ts'
import { Privacy } from '../../engine/contracts/squad.ts'
import { MINUTE_MS, WEEK_MS } from '../../engine/domain/market/civil.ts'
import { SQUAD_LIMITS } from '../../engine/domain/squad/squad-limits.ts'

const page = readFileSync(path.resolve(import.meta.dirname, '../../docs/squad.md'), 'utf8')
/** Of the first column of the table under a heading: what is in code. */
const firstColumn = (heading: string) =>
  (page.split(`## ${heading}\n`)[1]?.split('\n## ')[0] ?? '')
    .split('\n')
    .filter(line => line.startsWith('| `'))
    .flatMap(line => Array.from(line.split('|')[1]?.matchAll(/`([^`]+)`/g) ?? [], ([, code]) => code))

test('docs/squad.md explains every reason for a refusal and no other', () => {
  const explained = firstColumn('What is refused')
  expect(new Set(explained)).toEqual(new Set([...DISPATCH_FAULTS, ...SQUAD_FAULTS]))
  expect(explained).toHaveLength(DISPATCH_FAULTS.length + SQUAD_FAULTS.length)
})

test('docs/squad.md explains every level of privacy', () => {
  expect(firstColumn('What a report holds')).toEqual(Privacy.options)
})

test('docs/squad.md quotes the limits that hold', () => {
  const { clockMs, recruits, openInvitations, acceptedInAMinute, reportMs } = SQUAD_LIMITS
  expect(page).toContain(`more than ${clockMs / MINUTE_MS} minutes ahead`)
  expect(page).toContain(`over ${recruits} recruits, over ${openInvitations} open invitations, over ${acceptedInAMinute} dispatches`) // prettier-ignore
  expect(page).toContain('more than five weeks ago')
  expect(reportMs).toBe(5 * WEEK_MS)
})
