import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { deskDispatches } from './desk-dispatches.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'bitten-key-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function opened() {
  const said: string[] = []
  return { dispatches: deskDispatches(folder, text => said.push(text)), said }
}

test('the desk signs with the key of its install', () => {
  const { dispatches, said } = opened()
  expect(dispatches?.key).toMatch(/^[\w-]{43}$/)
  expect(said).toEqual([])
  expect(opened().dispatches?.key).toBe(dispatches?.key)
})

test('a key that cannot be read takes the squad away and not the desk, and is left as it is', () => {
  writeFileSync(path.join(folder, 'install-key.pem'), 'half of a k')
  const { dispatches, said } = opened()
  expect(dispatches).toBeUndefined()
  expect(said).toEqual([expect.stringContaining('put its copy back')])
})

test('so does a folder in its place, and a data folder in which no key can be made', () => {
  mkdirSync(path.join(folder, 'install-key.pem'))
  expect(opened().dispatches).toBeUndefined()
  rmSync(folder, { recursive: true })
  expect(opened()).toMatchObject({ dispatches: undefined, said: [expect.stringContaining('The squad')] })
})
