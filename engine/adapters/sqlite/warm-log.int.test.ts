import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { EpochMs } from '../../contracts/index.ts'
import { ONE_OF_EACH } from '../../testkit/one-of-each.ts'
import { openLedger } from '../ledger/index.ts'
import { warmLog } from './warm-log.ts'

const binding = process.env['BITTEN_SQLITE_BINDING'] ?? null
let folder: string
let file: string
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'bitten-warm-log-'))
  file = path.join(folder, 'ledger.db')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

it('the whole log is read, as long as it was made, and not a byte of it changes', () => {
  const ledger = openLedger({ file, binding })
  ledger.append([ONE_OF_EACH.orderRecorded], 1 as EpochMs)
  const before = readFileSync(`${file}-wal`)
  expect(warmLog(file)).toBe(statSync(`${file}-wal`).size)
  expect(readFileSync(`${file}-wal`).equals(before)).toBe(true)
  ledger.append([ONE_OF_EACH.orderSent], 2 as EpochMs)
  expect(ledger.head().events).toBe(2)
  ledger.close()
})

it('where there is no log nothing is read, and none is made', () => {
  expect(warmLog(file)).toBe(0)
  expect(existsSync(`${file}-wal`)).toBe(false)
})
