import { describe, expect, it } from 'vitest'
import type { LinkView } from '../../engine/contracts/views.ts'
import type { PositionView } from '../../engine/contracts/open-trade-views.ts'
import { openWords } from './open-words.ts'

const link = (terminal: string, over: Partial<LinkView> = {}) =>
  ({ terminal, kind: 'demo', currency: 'USD', ...over }) as LinkView
const open = (terminal: string, netCents: number, lastSeenMs: number | null = null) =>
  ({ terminal, netCents, lastSeenMs }) as PositionView

describe('what is open, in the tray', () => {
  it('is nothing while nothing is', () => {
    expect(openWords({ links: [link('a')], positions: [] })).toEqual([])
  })

  it('is how many and what they would come to now, swap and commission in it', () => {
    expect(openWords({ links: [link('a')], positions: [open('a', 1_240), open('a', -2_000)] })).toEqual([
      '2 open, −7.60 USD',
    ])
    expect(openWords({ links: [link('a', { currency: null })], positions: [open('a', 0)] })).toEqual([
      '1 open, +0.00',
    ])
  })

  it('is told of each account by itself', () => {
    expect(
      openWords({
        links: [link('a', { kind: 'live' }), link('b', { currency: 'EUR' })],
        positions: [open('a', 1_240), open('b', -310)],
      }),
    ).toEqual(['live: 1 open, +12.40 USD', 'demo: 1 open, −3.10 EUR'])
  })

  it('says no money of a terminal that is not linked: it is as old as the link', () => {
    expect(openWords({ links: [link('a')], positions: [open('a', 1_240, 1)] })).toEqual([
      '1 open, as last seen',
    ])
  })
})
