import { existsSync } from 'node:fs'
import path from 'node:path'
import type { Database } from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { EpochMs } from '../../../contracts/primitives.ts'
import type { EngineEvent } from '../../../contracts/events.ts'
import { LedgerFault } from '../../../ports/ledger.ts'
import { aDealDone, aPause, aTradeClosed, aUlid } from '../../../testkit/events.ts'
import { ONE_OF_EACH } from '../../../testkit/one-of-each.ts'
import { sqliteBinding } from '../../../testkit/sqlite-binding.ts'
import { temporaryFolder } from '../../../testkit/temporary-folder.ts'
import { countedIds } from '../../identity/index.ts'
import { openDatabase, type Schema } from '../../sqlite/index.ts'
import { EMPTY_HEAD, seal } from '../chain.ts'
import { STORY_EVENTS } from '../../../domain/debrief/execution-costs/order-story.ts'
import { LEDGER_SCHEMA } from '../ledger-schema.ts'
import { missionRows } from '../mission-rows.ts'
import { OF_A_STORY } from './0006-order-stories.ts'
import { OF_THE_RECORD } from './0007-record.ts'
import { OF_ALERTS } from './0009-alerts.ts'
import { isOfAlerts } from '../../../domain/alerts/alert-folds.ts'
import { openLedger } from '../sqlite-ledger.ts'
import { verifyLedger } from '../verify-ledger.ts'

const newFile = () => path.join(temporaryFolder(), 'ledger.db')

/** The file as the build that knew only the first `version` steps opened it. */
function openAt(file: string, version: number): Database {
  const schema: Schema = { ...LEDGER_SCHEMA, migrations: LEDGER_SCHEMA.migrations.slice(0, version) }
  return openDatabase({ file, binding: sqliteBinding(), schema, synchronous: 'FULL', Fault: LedgerFault })
}

function insert(database: Database, events: readonly EngineEvent[]): void {
  const statement = database.prepare(
    'INSERT INTO event (seq, wall_ms, body, hash) VALUES (@seq, @wallMs, @body, @hash)',
  )
  for (const { row } of seal(events, EMPTY_HEAD, EpochMs.parse(1))) statement.run(row)
}

describe('the ledger migrations', () => {
  it('are numbered 1, 2, 3 … in order', () => {
    expect(LEDGER_SCHEMA.migrations.map(({ version }) => version)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9])
  })

  it('1 keeps events and reads their kind from the body', () => {
    const database = openAt(newFile(), 1)

    insert(database, [aPause(), aDealDone(4)])

    expect(database.prepare('SELECT kind FROM event ORDER BY seq').pluck().all()).toEqual([
      'paused',
      'dealDone',
    ])
  })

  it('2 lets a deal in once', () => {
    const database = openAt(newFile(), 2)

    expect(() => insert(database, [aDealDone(4), aDealDone(4)])).toThrow('UNIQUE')
  })

  it('2 fails on a file that holds a deal twice, and leaves it at 1 with a copy beside it', () => {
    const file = newFile()
    const old = openAt(file, 1)
    insert(old, [aDealDone(4), aDealDone(4)])
    old.close()

    expect(() => openAt(file, 2)).toThrow('UNIQUE')

    const after = openAt(file, 1)
    expect(after.pragma('user_version', { simple: true })).toBe(1)
    expect(after.prepare('SELECT count(*) FROM event').pluck().get()).toBe(2)
    expect(existsSync(`${file}.before-v2`)).toBe(true)
  })

  it('3 finds the results of trades that were closed before it', () => {
    const file = newFile()
    const old = openAt(file, 2)
    insert(old, [aPause(), aTradeClosed({ netCents: -250, r: -1, closeMs: 7_000, account: 'demo' })])
    old.close()

    const database = openAt(file, 3)

    const columns = 'trade_account, seq, trade_close_ms, trade_net_cents, trade_r'
    const results = `SELECT ${columns} FROM event WHERE kind = 'tradeClosed' AND trade_account = 'demo'`
    expect(database.prepare(results).raw().all()).toEqual([['demo', 2, 7_000, -250, -1]])
    expect(database.prepare(`EXPLAIN QUERY PLAN ${results}`).all()).toMatchObject([
      { detail: 'SEARCH event USING INDEX closed_trade (trade_account=?)' },
    ])
  })

  it('4 lets two accounts of one terminal number their deals alike, and still a deal in once', () => {
    const database = openAt(newFile(), 4)
    const first = aDealDone(4)
    const second = { ...first, deal: { ...first.deal, price: '1.30234' } }

    insert(database, [first, second])

    expect(database.prepare('SELECT count(*) FROM event').pluck().get()).toBe(2)
    const again = database.prepare(`INSERT INTO event (seq, wall_ms, body, hash)
      SELECT 3, wall_ms, body, replace(hash, 'a', 'b') FROM event WHERE seq = 2`)
    expect(() => again.run()).toThrow('UNIQUE')
  })

  it('5 leaves what lies there as it is, and packs the missions that come', () => {
    const file = newFile()
    const old = openAt(file, 4)
    insert(old, [ONE_OF_EACH.missionIssued, ONE_OF_EACH.missionRefused])
    old.close()

    const ledger = openLedger({ file, binding: sqliteBinding() })
    ledger.append([ONE_OF_EACH.missionRefused, ONE_OF_EACH.paused], EpochMs.parse(2))
    const events = [...ledger.all()].map(({ event }) => event)
    ledger.close()

    expect(events.map(({ kind }) => kind)).toEqual([
      'missionIssued',
      'missionRefused',
      'missionRefused',
      'paused',
    ])
    expect(events[2]).toEqual(events[1])
    const lying = openAt(file, LEDGER_SCHEMA.migrations.length).prepare(
      'SELECT kind, packed IS NULL AS plain FROM event ORDER BY seq',
    )
    expect(lying.raw().all()).toEqual([
      ['missionIssued', 1],
      ['missionRefused', 1],
      ['missionRefused', 0],
      ['paused', 1],
    ])
    expect(verifyLedger({ file, binding: sqliteBinding() }).events).toBe(4)
  })

  it('6 finds the events of orders without reading the others', () => {
    expect(OF_A_STORY.match(/\w+(?=')/g)).toEqual([...STORY_EVENTS])
    const database = openAt(newFile(), 6)
    insert(database, Object.values(ONE_OF_EACH))

    const query = `SELECT kind FROM event INDEXED BY order_story WHERE seq > 1 AND ${OF_A_STORY} ORDER BY seq`
    const found = database.prepare(query).pluck().all()
    expect(new Set(found)).toEqual(new Set(STORY_EVENTS))
    expect(database.prepare(`EXPLAIN QUERY PLAN ${query}`).all()).toMatchObject([
      { detail: 'SEARCH event USING INDEX order_story (seq>?)' },
    ])
  })

  it('7 finds what the record is made of, and nothing that is known of proposals', () => {
    const database = openAt(newFile(), 7)
    insert(database, Object.values(ONE_OF_EACH))

    const query = `SELECT kind FROM event INDEXED BY record WHERE seq > 1 AND ${OF_THE_RECORD} ORDER BY seq`
    const found = database.prepare(query).pluck().all()
    expect(new Set(found)).toEqual(new Set(OF_THE_RECORD.match(/\w+(?=')/g)))
    expect(found).not.toContain('missionRefused')
    expect(database.prepare(`EXPLAIN QUERY PLAN ${query}`).all()).toMatchObject([
      { detail: 'SEARCH event USING INDEX record (seq>?)' },
    ])
  })

  it('8 finds a story by its mission, and the missions of before that were packed without their id', () => {
    const file = newFile()
    const { mission } = ONE_OF_EACH.missionIssued
    const madeMs = 1_767_690_000_000
    const old = openAt(file, 7)
    const plain = { ...ONE_OF_EACH.missionRefused, trace: ONE_OF_EACH.missionRefused.mission.id }
    insert(old, [plain, ONE_OF_EACH.missionDeclined])
    old.close()
    const id = countedIds().next(EpochMs.parse(madeMs))
    const ledger = openLedger({ file, binding: sqliteBinding() })
    const packedWithout = { ...ONE_OF_EACH.missionIssued, trace: undefined, mission: { ...mission, id } }
    ledger.append([packedWithout], EpochMs.parse(madeMs + 5))
    ledger.append(
      [{ ...ONE_OF_EACH.missionIssued, trace: aUlid(77), mission: { ...mission, id: aUlid(77) } }],
      EpochMs.parse(madeMs),
    )
    ledger.close()

    const database = openAt(file, LEDGER_SCHEMA.migrations.length)
    const rows = missionRows(database, file)
    expect(rows.storyEvents(plain.trace).map(({ seq }) => seq)).toEqual([1])
    expect(rows.storyEvents(mission.id).map(({ event }) => event.kind)).toEqual(['missionDeclined'])
    expect(rows.storyEvents(id).map(({ seq }) => seq)).toEqual([3])
    expect(rows.storyEvents(aUlid(77)).map(({ seq }) => seq)).toEqual([4])
    expect(rows.storyEvents(aUlid(78))).toEqual([])
    expect(rows.missionsBefore('missionIssued', 9, 1).map(({ seq }) => seq)).toEqual([4])
    expect(rows.missionsBefore('missionIssued', 4, 9).map(({ seq }) => seq)).toEqual([3])
    expect(rows.missionsBefore('missionRefused', 9, 9).map(({ seq }) => seq)).toEqual([1])
    const story = `SELECT seq FROM event INDEXED BY mission_story WHERE story = 'x' ORDER BY seq`
    expect(database.prepare(`EXPLAIN QUERY PLAN ${story}`).all()).toMatchObject([
      { detail: 'SEARCH event USING INDEX mission_story (story=?)' },
    ])
  })

  it('9 finds what alerts are made of, just those kinds, without reading the others', () => {
    const file = newFile()
    const old = openAt(file, 8)
    insert(old, Object.values(ONE_OF_EACH))
    old.close()

    const database = openAt(file, 9)
    const query = `SELECT kind FROM event INDEXED BY alert WHERE seq > 0 AND ${OF_ALERTS} ORDER BY seq`
    const kinds = Object.values(ONE_OF_EACH).map(({ kind }) => kind)
    expect(database.prepare(query).pluck().all()).toEqual(kinds.filter(isOfAlerts))
    expect(database.prepare(`EXPLAIN QUERY PLAN ${query}`).all()).toMatchObject([
      { detail: 'SEARCH event USING INDEX alert (seq>?)' },
    ])
  })

  it('copy the older file first, whole', () => {
    const file = newFile()
    const old = openAt(file, 1)
    insert(old, [aPause(1), aPause(2)])
    old.close()

    openAt(file, 3).close()

    const copy = openAt(`${file}.before-v3`, 1)
    expect(copy.prepare('SELECT count(*) FROM event').pluck().get()).toBe(2)
    expect(copy.pragma('user_version', { simple: true })).toBe(1)
  })
})
