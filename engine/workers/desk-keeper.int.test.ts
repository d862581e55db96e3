import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import Sqlite from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { openLedger, openLedgerReader } from '../adapters/ledger/index.ts'
import { packDesk } from '../app/desk-memory.ts'
import { emptyDesk } from '../app/desk-state.ts'
import { fold } from '../app/fold.ts'
import type { EngineEvent } from '../contracts/events.ts'
import { EpochMs } from '../contracts/primitives.ts'
import { aPause } from '../testkit/events.ts'
import { longHistory } from '../testkit/long-history.ts'
import { sqliteBinding } from '../testkit/sqlite-binding.ts'
import { temporaryFolder } from '../testkit/temporary-folder.ts'
import { DeskKeeper, recall } from './desk-keeper.ts'

const binding = sqliteBinding()
const wallMs = EpochMs.parse(1_700_000_000_000)
const HISTORY = [...longHistory(2_500)]

/** A ledger with a history in it, its reader, and where its checkpoint belongs. */
function aKept(events: readonly EngineEvent[] = HISTORY) {
  const folder = temporaryFolder()
  const file = path.join(folder, 'ledger.db')
  const ledger = openLedger({ file, binding })
  ledger.append(events, wallMs)
  const place = { file: path.join(folder, 'desk.checkpoint'), build: 'this one' }
  const reader = openLedgerReader({ file, binding })
  const keep = () => {
    const keeper = new DeskKeeper(place, reader)
    while (keeper.turn());
    return keeper
  }
  return { file, ledger, place, reader, keep }
}

function folded(events: readonly EngineEvent[]) {
  const desk = emptyDesk()
  for (const event of events) fold(desk, event, wallMs)
  return packDesk(desk)
}

function tamper(file: string, sql: string): void {
  const database = new Sqlite(file, binding === null ? {} : { nativeBinding: binding })
  database.exec(
    'DROP TRIGGER event_never_changes; DROP TRIGGER event_never_goes; DROP TRIGGER event_comes_last',
  )
  database.exec(sql)
  database.close()
}

describe('the keeper of the desk', () => {
  it('keeps what the whole ledger folds to, and the head that it stands at', () => {
    const { ledger, place, keep } = aKept()
    keep()
    const remembered = recall(place, ledger)
    expect(remembered?.head).toEqual(ledger.head())
    expect(remembered && packDesk(remembered.state)).toEqual(folded(HISTORY))
  })

  it('writes again only when the ledger has grown by thousands, and what is left at the end', () => {
    const { ledger, place, keep } = aKept()
    const keeper = keep()
    const before = readFileSync(place.file)
    ledger.append([aPause(1)], wallMs)
    while (keeper.turn());
    expect(readFileSync(place.file).equals(before)).toBe(true)
    keeper.finish()
    expect(recall(place, ledger)?.head.events).toBe(HISTORY.length + 1)
  })

  it('goes on from its last checkpoint, and checks the chain behind it', () => {
    const { file, keep } = aKept()
    keep()
    tamper(file, `UPDATE event SET wall_ms = wall_ms + 1 WHERE seq = 3`)
    expect(keep).toThrow(
      expect.objectContaining({
        code: 'CHAIN_BROKEN',
        message: expect.stringMatching(/Event 3 /) as unknown,
      }),
    )
  })
})

describe('a checkpoint is not used', () => {
  it.each([
    ['of another build', (bytes: Buffer) => bytes, 'another one'],
    ['that was changed', (bytes: Buffer) => bytes.fill(7, 900, 901), 'this one'],
    ['that was cut short', (bytes: Buffer) => bytes.subarray(0, 2_000), 'this one'],
    ['that is empty', () => Buffer.alloc(0), 'this one'],
  ])('%s', (_, change, build) => {
    const { ledger, place, keep } = aKept()
    keep()
    writeFileSync(place.file, change(readFileSync(place.file)))
    expect(recall({ ...place, build }, ledger)).toBeNull()
  })

  it('when the ledger is another one, or shorter', () => {
    const { place, keep } = aKept()
    keep()
    for (const events of [[aPause(1), ...HISTORY], HISTORY.slice(0, 100)])
      expect(recall(place, aKept(events).ledger)).toBeNull()
  })
})
