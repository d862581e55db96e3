import { expect, test } from 'vitest'
import { temporaryFolder } from '../testkit/temporary-folder.ts'
import { DailyBackup, type BackupEnd } from './daily-backup.ts'

test('a failure is told once, until it is another one or a backup was made', async () => {
  const ends: BackupEnd[] = ['full', 'full', 'gone', null, 'gone']
  const told: string[] = []
  const daily = new DailyBackup({
    dataFolder: temporaryFolder(),
    nowMs: () => 1_000_000,
    make: () => Promise.resolve(ends.shift() ?? null),
    failed: text => told.push(text.slice(text.indexOf(':') + 2)),
  })
  for (let look = 0; look < 5; look++) await daily.look()
  expect(told).toEqual(['full', 'gone', 'gone'])
})
