import { existsSync, mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { EpochMs } from '../../../contracts/primitives.ts'
import { aPause } from '../../../testkit/events.ts'
import { sqliteBinding } from '../../../testkit/sqlite-binding.ts'
import { smallDisk } from '../../../testkit/small-disk.ts'
import { temporaryFolder } from '../../../testkit/temporary-folder.ts'
import { openLedger } from '../sqlite-ledger.ts'
import { verifyLedger } from '../verify-ledger.ts'
import { backUpLedger, listBackups } from './backups.ts'
import { recoverLedger, restoreLedger } from './recover-ledger.ts'

const binding = sqliteBinding()
const NOW = Date.parse('2026-11-22T17:50:01Z')
const DAY = 86_400_000

/** A data folder with a ledger of so many events that an app holds open. */
function aFolder(events = 5, dataFolder = temporaryFolder()) {
  const file = path.join(dataFolder, 'ledger.db')
  const ledger = openLedger({ file, binding })
  const append = (count: number) =>
    ledger.append(
      Array.from({ length: count }, (_, at) => aPause(at)),
      EpochMs.parse(NOW),
    )
  append(events)
  return { dataFolder, file, ledger, append }
}

describe('a backup', () => {
  it('is the whole ledger, what is still in its log included, made while an app holds it', () => {
    const { dataFolder, ledger, append } = aFolder()
    const made = backUpLedger(dataFolder, binding, NOW)
    append(3)
    expect(path.basename(made.file)).toBe('ledger-20261122T175001Z.db')
    expect(made.head.events).toBe(5)
    expect(verifyLedger({ file: made.file, binding }).events).toBe(5)
    expect(backUpLedger(dataFolder, binding, NOW + 1_000).head).toEqual(ledger.head())
    expect(readdirSync(path.dirname(made.file)).filter(name => !name.endsWith('Z.db'))).toEqual([])
  })

  it('takes the place of old ones, and of no other file', () => {
    const { dataFolder } = aFolder()
    const folder = path.join(dataFolder, 'backups')
    for (let back = 60; back > 0; back--) backUpLedger(dataFolder, binding, NOW - back * DAY)
    writeFileSync(path.join(folder, 'mine.db'), '')
    backUpLedger(dataFolder, binding, NOW)
    expect(listBackups(dataFolder).length).toBeLessThanOrEqual(23)
    expect(existsSync(path.join(folder, 'mine.db'))).toBe(true)
  })

  it('removes what an earlier one left unfinished, and nothing that is being made', () => {
    const { dataFolder } = aFolder()
    const folder = path.join(dataFolder, 'backups')
    mkdirSync(folder)
    for (const [name, agoMs] of [
      ['ledger-20260101T000000Z.db.tmp', DAY],
      ['ledger-20261122T175000Z.db.tmp', 1_000],
    ] as const) {
      writeFileSync(path.join(folder, name), '')
      utimesSync(path.join(folder, name), (NOW - agoMs) / 1_000, (NOW - agoMs) / 1_000)
    }
    backUpLedger(dataFolder, binding, NOW)
    expect(readdirSync(folder).filter(name => name.endsWith('.tmp'))).toEqual([
      'ledger-20261122T175000Z.db.tmp',
    ])
  })

  it('that cannot be made says so, leaves the ones before it, and nothing half', () => {
    const { dataFolder, file } = aFolder()
    backUpLedger(dataFolder, binding, NOW - DAY)
    mkdirSync(path.join(dataFolder, 'backups', 'ledger-20261122T175001Z.db.tmp'))
    expect(() => backUpLedger(dataFolder, binding, NOW)).toThrow()
    expect(listBackups(dataFolder)).toHaveLength(1)
    expect(verifyLedger({ file, binding }).events).toBe(5)
  })
})

it('a backup that would fill the disk is not made, and says what it needs', context => {
  const disk = smallDisk(16)
  if ('cannot' in disk) return context.skip(disk.cannot)
  const { dataFolder } = aFolder(5, disk.folder)
  expect(() => backUpLedger(dataFolder, binding, NOW)).toThrow(
    expect.objectContaining({
      code: 'DISK_FULL',
      message: expect.stringMatching(/has \d+ MB left .* needs 51 MB free/) as string,
    }),
  )
  expect(listBackups(dataFolder)).toEqual([])
})

describe('a ledger that cannot be trusted', () => {
  it('is put aside with a note, and the newest backup that is whole takes its place', () => {
    const { dataFolder, file, ledger, append } = aFolder()
    backUpLedger(dataFolder, binding, NOW - 2 * DAY)
    append(2)
    backUpLedger(dataFolder, binding, NOW - DAY)
    append(4)
    const newest = backUpLedger(dataFolder, binding, NOW)
    writeFileSync(newest.file, 'no database')
    ledger.close()
    const bytes = readFileSync(file)

    const { quarantined, restored } = recoverLedger(
      { dataFolder, binding, nowMs: NOW },
      'Event 3 was changed.',
    )

    expect(restored).toMatchObject({ madeMs: NOW - DAY, head: { events: 7 } })
    expect(verifyLedger({ file, binding }).events).toBe(7)
    expect(readFileSync(path.join(quarantined ?? '', 'ledger.db')).equals(bytes)).toBe(true)
    expect(readFileSync(path.join(quarantined ?? '', 'note.txt'), 'utf8')).toContain('Event 3 was changed.')
    openLedger({ file, binding }).append([aPause(9)], EpochMs.parse(NOW))
  })

  it('makes room for a new one when there is no backup', () => {
    const { dataFolder, file, ledger } = aFolder()
    ledger.close()
    expect(recoverLedger({ dataFolder, binding, nowMs: NOW }, 'why').restored).toBeNull()
    expect(existsSync(file)).toBe(false)
  })
})

describe("the trader's own choice of a backup", () => {
  it('takes the place of the ledger, which is put aside', () => {
    const { dataFolder, file, ledger, append } = aFolder()
    const { file: backup } = backUpLedger(dataFolder, binding, NOW)
    append(3)
    ledger.close()
    const { quarantined } = restoreLedger({ dataFolder, binding, nowMs: NOW }, backup)
    expect(verifyLedger({ file, binding }).events).toBe(5)
    expect(verifyLedger({ file: path.join(quarantined ?? '', 'ledger.db'), binding }).events).toBe(8)
  })

  it('is refused when it is not whole, and nothing is changed', () => {
    const { dataFolder, file, ledger } = aFolder()
    ledger.close()
    const broken = path.join(dataFolder, 'broken.db')
    writeFileSync(broken, 'no database')
    expect(() => restoreLedger({ dataFolder, binding, nowMs: NOW }, broken)).toThrow(/no ledger/)
    expect(verifyLedger({ file, binding }).events).toBe(5)
    expect(existsSync(path.join(dataFolder, 'quarantine'))).toBe(false)
  })
})
