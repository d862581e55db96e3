import { expect, it } from 'vitest'
import { EpochMs } from '../../contracts/primitives.ts'
import type { EngineEvent, StoredEvent } from '../../contracts/events.ts'
import { Roster } from './roster.ts'

const atMs = EpochMs.parse(1_000)
const stored = (seq: number, event: EngineEvent): StoredEvent => ({
  seq,
  wallMs: EpochMs.parse(2_000 + seq),
  event,
  hash: '',
})
const paired = (role: 'commander' | 'spotter', name = 'Anna'): EngineEvent => ({
  kind: 'chatPaired',
  atMs,
  chat: 11,
  role,
  name,
})
const UNPAIRED: EngineEvent = { kind: 'chatUnpaired', atMs, chat: 11, why: 'x' }

it('knows whoever the ledger says is paired, and tells nothing of before', () => {
  const roster = new Roster()
  expect(roster.take(stored(7, paired('spotter')))).toMatchObject({
    is: 'paired',
    isNew: true,
    chat: { settledSeq: 7 },
  })
  expect(roster.all()).toEqual([
    { chat: 11, role: 'spotter', name: 'Anna', pairedMs: 2_007, pairedSeq: 7, settledSeq: 7, sent: {} },
  ])
})

it('changes the role of a chat that is paired again, and calls only that new', () => {
  const roster = new Roster()
  roster.take(stored(1, paired('spotter')))
  expect(roster.take(stored(2, paired('commander')))).toMatchObject({
    isNew: true,
    chat: { role: 'commander', settledSeq: 1 },
  })
  expect(roster.take(stored(3, paired('commander', 'Anna B')))).toMatchObject({
    isNew: false,
    chat: { name: 'Anna B' },
  })
})

it('lets a chat go once', () => {
  const roster = new Roster()
  roster.take(stored(1, paired('spotter')))
  expect(roster.take(stored(2, UNPAIRED))).toMatchObject({ is: 'unpaired', chat: { chat: 11 } })
  expect(roster.take(stored(3, UNPAIRED))).toBeNull()
  expect(roster.get(11)).toBeUndefined()
})

it('forgets all that it knew when the ledger says anew who is paired', () => {
  const roster = new Roster()
  roster.take(stored(1, paired('spotter')))
  roster.restore([])
  expect(roster.all()).toEqual([])
})
