import { describe, expect, it } from 'vitest'
import { someMarket } from '../../../../tests/e2e/support/proving.ts'
import { FIRST_DRAFT, pairsOf, planOf } from './lab-draft.ts'

const empty = { terminals: [] }

describe('what is asked of the lab', () => {
  it('is nothing while there is nothing to run it on', () => {
    expect(planOf(FIRST_DRAFT, empty)).toBeNull()
    expect(planOf(FIRST_DRAFT, null)).toBeNull()
    expect(planOf({ ...FIRST_DRAFT, data: 'folder', path: '  ' }, someMarket)).toBeNull()
  })

  it('names the first terminal that has kept something, and all of its pairs', () => {
    expect(planOf(FIRST_DRAFT, someMarket)).toMatchObject({
      data: { is: 'desk', terminal: 'training-ground' },
      pairs: null,
      fromMs: null,
    })
    expect(pairsOf(FIRST_DRAFT, someMarket)).toEqual(['EURUSD', 'USDJPY'])
  })

  it('leaves out pairs that were chosen for other data and are not kept here', () => {
    const chosen = { ...FIRST_DRAFT, pairs: ['USDJPY', 'GBPCHF'] as const }
    expect(planOf(chosen, someMarket)?.pairs).toEqual(['USDJPY'])
    expect(planOf({ ...chosen, data: 'generated' }, someMarket)?.pairs).toEqual(['USDJPY', 'GBPCHF'])
  })

  it('counts days from midnight of UTC, and reads files on the clock that was said', () => {
    const draft = { ...FIRST_DRAFT, data: 'folder', path: ' /m1 ', clock: 'utc', from: '2018-01-02', before: '2018-02-01' } as const // prettier-ignore
    expect(planOf(draft, null)).toMatchObject({
      data: { is: 'folder', path: '/m1', serverTime: 0 },
      fromMs: Date.UTC(2018, 0, 2),
      toMs: Date.UTC(2018, 1, 1),
    })
    expect(planOf({ ...draft, clock: 'infer' }, null)?.data).toMatchObject({ serverTime: null })
  })
})
