import { mkdtempSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { failuresIn } from './failures.mjs'

function reported(report: unknown): string[] {
  const file = path.join(mkdtempSync(path.join(os.tmpdir(), 'bitten-report-')), 'report.json')
  writeFileSync(file, JSON.stringify(report))
  return failuresIn(file)
}

test('a test of vitest that failed is named with what it said, and one that passed is not', () => {
  const name = path.resolve(import.meta.dirname, 'one.int.test.ts')
  const assertionResults = [
    { fullName: 'it works', status: 'passed', failureMessages: [] },
    { fullName: 'it fails', status: 'failed', failureMessages: ['\u001b[31mexpected 1\u001b[0m\n\nto be 2'] },
  ]
  expect(reported({ testResults: [{ name, status: 'failed', message: '', assertionResults }] })).toEqual([
    '  × tools/lib/one.int.test.ts: it fails',
    '      expected 1',
    '      to be 2',
  ])
})

test('a file of vitest that could not be read is named', () => {
  const name = path.resolve(import.meta.dirname, 'one.int.test.ts')
  const result = { name, status: 'failed', message: 'no such module', assertionResults: [] }
  expect(reported({ testResults: [result] })).toEqual([
    '  × tools/lib/one.int.test.ts',
    '      no such module',
  ])
})

test('a test of Playwright that failed is named, however deep it stands', () => {
  const failed = {
    title: 'it opens',
    file: 'a.e2e.ts',
    ok: false,
    tests: [{ results: [{ error: { message: 'no' } }] }],
  }
  const passed = { title: 'it closes', file: 'a.e2e.ts', ok: true, tests: [{ results: [{}] }] }
  expect(reported({ suites: [{ suites: [{ specs: [failed, passed] }] }] })).toEqual([
    '  × a.e2e.ts: it opens',
    '      no',
  ])
})

test('tests that never came to their end are said to', () => {
  const [line] = failuresIn('/no/such/report.json')
  expect(line).toContain('did not come to their end')
})
