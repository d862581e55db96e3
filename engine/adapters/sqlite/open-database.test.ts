import { expect, it } from 'vitest'
import { missingBinding } from './open-database.ts'

it('a runtime that the stock binding would crash is refused with one sentence', () => {
  expect(missingBinding(null, 9)).toMatch(
    /^SQLite's own binding needs Node-API 10, this runtime has 9\. .*npm start/,
  )
})

it('a binding of our own, or a newer runtime, is taken', () => {
  expect(missingBinding('/cache/better-sqlite3.node', 9)).toBeNull()
  expect(missingBinding(null, 10)).toBeNull()
})
