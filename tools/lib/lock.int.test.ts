import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { withLock } from './lock.mjs'

let folder: string
let lock: string

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'bitten-lock-'))
  lock = path.join(folder, 'deep', 'build.lock')
})

afterEach(() => rmSync(folder, { recursive: true }))

test('two workers never work at the same time', async () => {
  let inside = 0
  const work = async () => {
    inside += 1
    const alone = inside === 1
    await sleep(20)
    inside -= 1
    return alone
  }
  expect(await Promise.all([1, 2, 3].map(() => withLock(lock, work)))).toEqual([true, true, true])
  expect(existsSync(lock)).toBe(false)
})

test('work that fails gives the lock back and passes its error on', async () => {
  await expect(withLock(lock, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
  expect(existsSync(lock)).toBe(false)
})

test('the lock of a process that died is taken over', async () => {
  const dead = spawnSync(process.execPath, ['-e', '']).pid
  const left = path.join(folder, 'build.lock')
  writeFileSync(left, String(dead))
  expect(await withLock(left, () => Promise.resolve('done'))).toBe('done')
})
