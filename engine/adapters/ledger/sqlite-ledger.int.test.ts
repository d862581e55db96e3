import { existsSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import Sqlite from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { EpochMs } from '../../contracts/primitives.ts'
import { LedgerFault } from '../../ports/ledger.ts'
import { aDealDone, aPause } from '../../testkit/events.ts'
import { describeLedger } from '../../testkit/ledger-contract.ts'
import { ONE_OF_EACH } from '../../testkit/one-of-each.ts'
import { smallDisk } from '../../testkit/small-disk.ts'
import { sqliteBinding } from '../../testkit/sqlite-binding.ts'
import { temporaryFolder } from '../../testkit/temporary-folder.ts'
import { openDatabase } from '../sqlite/index.ts'
import { hashOf } from './chain.ts'
import { LEDGER_SCHEMA } from './ledger-schema.ts'
import { ledgerOver, openLedger } from './sqlite-ledger.ts'
import { verifyLedger } from './verify-ledger.ts'

const binding = sqliteBinding()
const wallMs = EpochMs.parse(1_700_000_000_000)
const newFile = () => path.join(temporaryFolder(), 'ledger.db')
const connect = (file: string) => new Sqlite(file, binding === null ? {} : { nativeBinding: binding })
const fault = (code: string, text: RegExp): unknown =>
  expect.objectContaining({ name: 'LedgerFault', code, message: expect.stringMatching(text) as unknown })

describeLedger('The ledger on disk', () => openLedger({ file: newFile(), binding }))

/** A file with `events` events in it. */
function aFileWith(events: number): string {
  const file = newFile()
  const ledger = openLedger({ file, binding })
  ledger.append(
    Array.from({ length: events }, (_, index) => aPause(index)),
    wallMs,
  )
  ledger.close()
  return file
}

/** Changes the file behind the ledger's back, its triggers taken away first. */
function tamper(file: string, sql: string): void {
  const database = connect(file)
  database.exec(
    'DROP TRIGGER event_never_changes; DROP TRIGGER event_never_goes; DROP TRIGGER event_comes_last',
  )
  database.exec(sql)
  database.close()
}

describe('a ledger file', () => {
  it('goes on with its chain after it was closed', () => {
    const file = aFileWith(3)

    const ledger = openLedger({ file, binding })
    ledger.append([aPause(9)], wallMs)

    expect([...ledger.all()].map(({ seq }) => seq)).toEqual([1, 2, 3, 4])
    expect(verifyLedger({ file, binding })).toEqual(ledger.head())
  })

  it('survives a power cut with every commit: WAL, synchronous FULL', () => {
    const database = openDatabase({
      file: newFile(),
      binding,
      schema: LEDGER_SCHEMA,
      synchronous: 'FULL',
      Fault: LedgerFault,
    })

    expect(database.pragma('journal_mode', { simple: true })).toBe('wal')
    expect(database.pragma('synchronous', { simple: true })).toBe(2)
  })

  it('has a log as long as it will become, so that no commit has to lengthen it', () => {
    const file = newFile()
    const ledger = openLedger({ file, binding })
    const logBytes = () => statSync(`${file}-wal`).size
    const before = logBytes()
    for (let n = 0; n < 400; n++) ledger.append([aPause(n)], wallMs)
    expect(before).toBe(4 << 20)
    expect(logBytes()).toBe(before)
  })

  it('does not start on a full disk, though the log of the one before is long already', context => {
    const disk = smallDisk(16)
    if ('cannot' in disk) return context.skip(disk.cannot)
    const file = path.join(disk.folder, 'ledger.db')
    const before = openLedger({ file, binding })
    disk.fill()
    expect(() => openLedger({ file, binding })).toThrow(
      fault('DISK_FULL', /disk is full.* needs 4 MB/) as Error,
    )
    before.append([aPause(1)], wallMs)
    disk.makeSpace()
    expect(openLedger({ file, binding }).head().events).toBe(1)
  })

  it.each(['UPDATE event SET wall_ms = 1', 'DELETE FROM event WHERE seq = 2'])('refuses %s', sql => {
    const database = connect(aFileWith(2))

    expect(() => database.exec(sql)).toThrow('append-only')
  })

  it('refuses an event that does not come last', () => {
    const database = connect(aFileWith(2))
    const insert = (seq: number) =>
      database.exec(
        `INSERT OR REPLACE INTO event (seq, wall_ms, body, hash) VALUES (${seq}, 1, '{}', '${'0'.repeat(64)}')`,
      )

    expect(() => insert(2)).toThrow('after the last one')
    expect(() => insert(4)).toThrow('after the last one')
  })
})

describe('a ledger that was tampered with', () => {
  it('says which event was changed, on verifying and on reading', () => {
    const file = aFileWith(2_500)
    tamper(file, `UPDATE event SET body = replace(body, '"atMs":699', '"atMs":700') WHERE seq = 700`)

    expect(() => verifyLedger({ file, binding })).toThrow(fault('CHAIN_BROKEN', /Event 700 of .*changed/))
    const ledger = openLedger({ file, binding })
    expect(() => [...ledger.all()]).toThrow(fault('CHAIN_BROKEN', /Event 700 /))
  })

  it('says which packed event was changed, on verifying and on reading', () => {
    const file = newFile()
    const first = openLedger({ file, binding })
    first.append([aPause(), ONE_OF_EACH.missionRefused, ONE_OF_EACH.missionIssued], wallMs)
    first.append(
      Array.from({ length: 1_500 }, (_, at) => aPause(at)),
      wallMs,
    )
    first.close()
    tamper(file, 'UPDATE event SET packed = (SELECT packed FROM event WHERE seq = 3) WHERE seq = 2')

    const broken = fault('CHAIN_BROKEN', /Event 2 of .*cannot be unpacked.*Put back a backup/)
    expect(() => verifyLedger({ file, binding })).toThrow(broken)
    const ledger = openLedger({ file, binding })
    expect(() => [...ledger.all()]).toThrow(broken)
  })

  it('says which event is missing', () => {
    const file = aFileWith(20)
    tamper(file, 'DELETE FROM event WHERE seq = 7')

    expect(() => verifyLedger({ file, binding })).toThrow(
      fault('CHAIN_BROKEN', /Event 8 .*where event 7 belongs/),
    )
  })

  it('is not opened when one of the newest events was changed', () => {
    const file = aFileWith(2_500)
    tamper(file, 'UPDATE event SET wall_ms = wall_ms + 1 WHERE seq = 2400')

    expect(() => openLedger({ file, binding })).toThrow(fault('CHAIN_BROKEN', /Event 2400 /))
  })

  it('names an event that no longer fits its contract, though its hash does', () => {
    const file = newFile()
    openLedger({ file, binding }).close()
    const body = '{"kind":"paused"}'
    tamper(
      file,
      `INSERT INTO event (seq, wall_ms, body, hash) VALUES (1, 5, '${body}', '${hashOf('0'.repeat(64), 1, 5, body)}')`,
    )

    const ledger = openLedger({ file, binding })

    expect(() => [...ledger.all()]).toThrow(fault('CORRUPT', /Event 1 of .*atMs/))
  })
})

describe('a ledger that cannot be opened', () => {
  it('is from a newer version: refused with both versions, the file and what to do, and left as it was', () => {
    const file = aFileWith(1)
    const database = connect(file)
    database.pragma('user_version = 99')
    database.close()

    expect(() => openLedger({ file, binding })).toThrow(
      fault('NEWER_SCHEMA', /ledger\.db has version 99, .*up to version 9\. Install the newer BITTEN/),
    )
    const untouched = connect(file)
    expect(untouched.pragma('user_version', { simple: true })).toBe(99)
  })

  it('is random bytes', () => {
    const file = newFile()
    writeFileSync(file, Buffer.from('this was never a database, whatever it is called'.repeat(50)))

    expect(() => openLedger({ file, binding })).toThrow(fault('CORRUPT', /no ledger/))
  })

  it("is another program's database", () => {
    const file = newFile()
    const database = connect(file)
    database.exec('CREATE TABLE recipes (name TEXT)')
    database.close()

    expect(() => openLedger({ file, binding })).toThrow(fault('CORRUPT', /another program/))
  })

  it('lies in a folder that does not exist', () => {
    const file = path.join(temporaryFolder(), 'nowhere', 'ledger.db')

    expect(() => openLedger({ file, binding })).toThrow(fault('READ_ONLY', /folder of .* does not exist/))
    expect(existsSync(path.dirname(file))).toBe(false)
  })

  it('is a folder itself', () => {
    expect(() => openLedger({ file: temporaryFolder(), binding })).toThrow(
      fault('READ_ONLY', /cannot be opened/),
    )
  })
})

describe('an append that cannot be done', () => {
  it('stores nothing on a full disk, and works again when there is space', () => {
    const file = newFile()
    const database = openDatabase({
      file,
      binding,
      schema: LEDGER_SCHEMA,
      synchronous: 'FULL',
      Fault: LedgerFault,
    })
    const ledger = ledgerOver(database, file)
    ledger.append([aPause(1)], wallMs)
    const full = Number(database.pragma('page_count', { simple: true }))
    const many = Array.from({ length: 200 }, (_, index) => aPause(index))

    database.pragma(`max_page_count = ${full}`)
    expect(() => ledger.append(many, wallMs)).toThrow(fault('DISK_FULL', /nothing more was stored/))
    expect(ledger.head().events).toBe(1)

    database.pragma(`max_page_count = ${full + 1_000}`)
    ledger.append(many, wallMs)
    ledger.close()
    expect(verifyLedger({ file, binding }).events).toBe(201)
  })

  it('says that another program holds the file', () => {
    const file = aFileWith(1)
    const ledger = openLedger({ file, binding })
    const other = connect(file)
    other.exec('BEGIN IMMEDIATE')

    expect(() => ledger.append([aPause()], wallMs)).toThrow(fault('LOCKED', /Another program holds/))

    other.exec('ROLLBACK')
    expect(ledger.append([aPause()], wallMs)).toMatchObject([{ seq: 2 }])
  })

  it('says that a second writer has been there', () => {
    const file = aFileWith(1)
    const first = openLedger({ file, binding })
    const second = openLedger({ file, binding })
    first.append([aDealDone(1)], wallMs)

    expect(() => second.append([aPause()], wallMs)).toThrow(fault('LOCKED', /wrote to .* since/))
    expect(verifyLedger({ file, binding }).events).toBe(2)
  })
})
