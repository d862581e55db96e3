import path from 'node:path'
import { beforeAll, expect, it } from 'vitest'
import { openLedger } from '../adapters/ledger/index.ts'
import { newDataFolder } from '../testkit/data-folder.ts'
import { eventually } from '../testkit/eventually.ts'
import { sqliteBinding } from '../testkit/sqlite-binding.ts'
import { bundleHost, startWholeHost, viewOf } from '../testkit/whole-host.ts'

beforeAll(bundleHost, 300_000)

it('a desk that is closed has lost no link: what its own training ground says then is not written down', async () => {
  const folder = newDataFolder()
  const host = await startWholeHost(folder, {})
  await eventually(async () => expect((await viewOf(host)).links[0]).toMatchObject({ armed: true }))
  await host.stop()

  const reader = openLedger({ file: path.join(folder, 'ledger.db'), binding: sqliteBinding() })
  const kinds = [...reader.all()].map(({ event }) => event.kind)
  reader.close()
  expect(kinds).toContain('armed')
  expect(kinds).not.toContain('terminalLost')
}, 300_000)
