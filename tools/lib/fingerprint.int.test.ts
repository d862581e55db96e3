import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { fingerprintOf } from './fingerprint.mjs'

let root: string
const fingerprint = () => fingerprintOf(root, ['engine', 'package.json', 'absent'])
const write = (file: string, text: string) => writeFileSync(path.join(root, file), text)

beforeEach(() => {
  root = mkdtempSync(path.join(os.tmpdir(), 'bitten-fingerprint-'))
  mkdirSync(path.join(root, 'engine', 'app'), { recursive: true })
  write('engine/app/desk.ts', 'export const desk = 1')
  write('package.json', '{}')
})

afterEach(() => rmSync(root, { recursive: true }))

test('untouched sources keep their fingerprint', () => {
  expect(fingerprint()).toBe(fingerprint())
})

test.each([
  ['edited', () => write('engine/app/desk.ts', 'export const desk = 22')],
  ['added', () => write('engine/app/order.ts', '')],
  ['removed', () => rmSync(path.join(root, 'engine/app/desk.ts'))],
  [
    'renamed',
    () => renameSync(path.join(root, 'engine/app/desk.ts'), path.join(root, 'engine/app/table.ts')),
  ],
])('a source that is %s changes the fingerprint', (_what, change) => {
  const before = fingerprint()
  change()
  expect(fingerprint()).not.toBe(before)
})

test('a test that is added leaves the fingerprint alone', () => {
  const before = fingerprint()
  write('engine/app/desk.test.ts', '')
  expect(fingerprint()).toBe(before)
})
