import { expect, test } from 'vitest'
import { EpochMs } from '../../contracts/primitives.ts'
import { CampaignRecord } from './campaign-record.ts'

const AWARDS = 5_000

function aRecord(): CampaignRecord {
  const record = new CampaignRecord()
  for (let seq = 1; seq <= AWARDS; seq++) {
    const atMs = EpochMs.parse(seq)
    const event = { kind: 'xpAwarded', atMs, account: 'demo', order: null, reason: 'RESULT', xp: 1, key: `${seq}` } as const // prettier-ignore
    record.take({ seq: 2 * seq, wallMs: atMs, event, hash: '' })
  }
  return record
}

test('thousands of awards are read in pages, newest first, each once', () => {
  const record = aRecord()
  const seen: number[] = []
  let beforeSeq: number | null = null
  do {
    const { awards } = record.answer({ account: 'demo', beforeSeq, limit: 499 })
    expect(awards.total).toBe(AWARDS)
    seen.push(...awards.entries.map(({ seq }) => seq))
    beforeSeq = awards.nextBeforeSeq
  } while (beforeSeq !== null)
  expect(seen).toEqual(Array.from({ length: AWARDS }, (_, k) => 2 * (AWARDS - k)))
})

test('XP is what was told, and a kind that was never traded has none and is not made by asking', () => {
  const record = aRecord()
  expect(record.answer({ account: 'demo', beforeSeq: null, limit: 1 })).toMatchObject({ xp: 5_000, rank: 'WARRIOR', nextRankXp: 15_000 }) // prettier-ignore
  expect(record.answer({ account: 'live', beforeSeq: null, limit: 1 })).toMatchObject({ xp: 0, awards: { entries: [], total: 0 } }) // prettier-ignore
  expect(record.accounts()).toEqual(['demo'])
})
