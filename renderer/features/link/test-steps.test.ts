import { describe, expect, it } from 'vitest'
import type { TestFire } from '../../../engine/contracts/test-fire.ts'
import { aTestFire, aTestOffer, REPORTED_MS, aDeskLink, aLinkReport, aTraffic } from '../../../engine/testkit/link-reports.ts' // prettier-ignore
import { reportText } from './report-text.ts'
import { stepsOf, verdictOf } from './test-steps.ts'

const SEEN = { atMs: REPORTED_MS, is: 'there' } as const
const at = REPORTED_MS
const of = (change: Partial<TestFire> = {}, stopSeen: Parameters<typeof stepsOf>[0]['stopSeen'] = SEEN) => ({
  last: aTestFire(change),
  stopSeen,
})
const rejected = { atMs: at, is: 'rejected', retcode: 10_027, text: 'AutoTrading disabled by client' }
const unfilled: Partial<TestFire> = { state: 'rejected', answered: rejected, filled: null, closeAskedMs: null, closeAnswered: null, closed: null, why: 'AutoTrading disabled by client' } // prettier-ignore
const open: Partial<TestFire> = { state: 'filled', closeAskedMs: null, closeAnswered: null, closed: null }

describe('a test fire on the page', () => {
  it('that went well tells every step with its time, its slippage and its cost', () => {
    expect(stepsOf(of())).toEqual([
      { name: 'Recorded', is: 'done', text: '0.01 lots of EURUSD.m at 1.10008', when: '09:29:52 UTC' },
      { name: 'Sent', is: 'done', text: '', when: '+2 ms' },
      { name: 'Answered', is: 'done', text: 'Accepted (10009): Request executed', when: '+100 ms' },
      { name: 'Filled', is: 'done', text: '1.10009, 1 point worse', when: '+120 ms' },
      { name: 'Stop at the broker', is: 'done', text: 'seen at 1.09910', when: '+20,000 ms' },
      { name: 'Closed', is: 'done', text: '1.10001', when: '+520 ms' },
      { name: 'Cost', is: 'done', text: '−0.15', when: null },
    ])
    expect(verdictOf(of())).toMatchObject({ tone: 'good' })
  })

  it('is well only where its stop was seen', () => {
    expect(verdictOf(of({}, null))).toMatchObject({ tone: 'unknown' })
    expect(verdictOf(of({}, { atMs: at, is: 'none' }))).toMatchObject({ tone: 'bad' })
  })

  it('that was refused says why and what to do, and what will not come any more', () => {
    expect(verdictOf(of(unfilled, null))).toEqual({
      tone: 'bad',
      text: 'It was not filled. AutoTrading disabled by client',
      next: 'Press Algo Trading in MetaTrader, and try again.',
    })
    expect(stepsOf(of(unfilled, null)).map(({ is }) => is)).toEqual([
      'done', 'done', 'bad', 'none', 'none', 'none', 'none',
    ]) // prettier-ignore
  })

  it('that is open waits for its close, and says where to close it by hand when that is refused', () => {
    expect(verdictOf(of(open))).toMatchObject({ tone: 'unknown' })
    expect(stepsOf(of(open)).at(-2)).toMatchObject({ is: 'wait', text: 'waiting' })
    const stuck = of({ ...open, closeAskedMs: at, closeAnswered: { ...rejected, retcode: 10_018, text: 'Market closed' } }) // prettier-ignore
    expect(verdictOf(stuck)?.next).toContain('close it by hand')
    expect(stepsOf(stuck).at(-2)).toMatchObject({
      is: 'bad',
      text: 'still open. Refused by the broker (10018): Market closed',
    })
  })

  it('of which nobody knows what became of it counts as open', () => {
    expect(verdictOf(of({ ...open, state: 'unknown' }))?.next).toContain('Trade tab')
    expect(verdictOf(of({ ...open, state: 'settled' }))).toMatchObject({ tone: 'bad', text: expect.stringContaining('ended by hand') as string }) // prettier-ignore
  })

  it('stands in the copied report without the ids of mission and order', () => {
    const desk = aDeskLink({ testFires: { offer: aTestOffer(), ...of() } })
    const text = reportText(aLinkReport({ terminals: [{ traffic: aTraffic(), desk }] }))
    expect(text).toContain('Closed: 1.10001 +520 ms')
    expect(text).not.toContain(aTestFire().order)
    expect(text).not.toContain(aTestFire().mission)
  })

  it('that never was is none', () => {
    expect(stepsOf({ last: null, stopSeen: null })).toEqual([])
    expect(verdictOf({ last: null, stopSeen: null })).toBeNull()
    expect(reportText(aLinkReport())).toContain('Nothing has been tested on this terminal yet.')
  })
})
