/** Another account in the same terminal: the whole Expert Advisor begins anew with it. */
import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fireBody, idOf } from './desk-bench.ts'
import { FileBench, programBinary } from './file-bench.ts'

let bench: FileBench
beforeAll(async () => {
  bench = new FileBench(await programBinary())
}, 300_000)
afterAll(() => bench.terminal.close())

const hashOf = (login: number): string =>
  createHash('sha256').update(String(login)).digest('hex').slice(0, 32)
const journals = () => bench.files().filter(name => name.endsWith('journal.txt'))

test('another account is introduced as such, with a journal of its own', () => {
  bench.wipe().begin()
  const before = bench.status().hello
  expect(before.loginHash).toBe(hashOf(12_345_678))
  bench.put('fire', fireBody(1))
  bench.pass(1_500)
  expect(bench.verdictOf(1)).toMatchObject({ is: 'accepted' })

  bench.terminal.run('account login=999 server=Other-Live kind=real')
  bench.pass(5_000)
  const after = bench.status().hello
  expect(after).toMatchObject({ loginHash: hashOf(999), server: 'Other-Live', kind: 'live' })
  expect(after.nonce).not.toBe(before.nonce)
  for (const login of [999, 12_345_678])
    expect(journals().filter(name => name.includes(`/${hashOf(login)}/journal.txt`))).toHaveLength(1)
  expect(journals()).toHaveLength(2)
  expect(bench.verdictOf(1)).toBeNull()
})

test('what waits for one account is not carried out on another, and is told when it is back', () => {
  bench.wipe().begin()
  bench.put('fire', fireBody(1))
  bench.pass(1_500)
  bench.put('fire', fireBody(2))
  bench.terminal.run('account login=999 server=Other-Live')
  bench.pass(3_000)
  expect(bench.verdictOf(2)).toBeNull()
  expect(bench.files().filter(name => /rejected_.*fire\.txt$/.test(name))).toHaveLength(1)

  bench.terminal.run('account login=12345678 server=Example-Demo')
  bench.pass(5_000)
  expect(bench.verdictOf(1)).toMatchObject({ id: idOf(1), is: 'accepted' })
})

test('the same login at another server is another account', () => {
  bench.wipe().begin()
  const { nonce } = bench.status().hello
  bench.terminal.run('account server=Example-Live')
  bench.pass(5_000)
  expect(bench.status().hello).toMatchObject({ server: 'Example-Live' })
  expect(bench.status().hello.nonce).not.toBe(nonce)
})
