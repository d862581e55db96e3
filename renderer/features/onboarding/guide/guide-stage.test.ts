import { describe, expect, it } from 'vitest'
import { busyRoom, lostRoom, quietRoom, unlinkedRoom } from '../../../../tests/e2e/support/rooms.ts'
import {
  aFire,
  aLink,
  aMissionView,
  aPosition,
  aTrade,
  cents,
  ulid,
  at,
  MARKET_MS,
} from '../../../../tests/e2e/support/view-parts.ts'
import type { WarRoomView } from '../../../../engine/contracts/views.ts'
import { guideStage } from './guide-stage.ts'

const room = (changes: Partial<WarRoomView> = {}): WarRoomView => ({ ...quietRoom, ...changes })
const SINCE = { kind: 'simulated', marketMs: MARKET_MS - 5_000_000 } as const

describe('the guide through the first mission', () => {
  it.each([
    ['starting', 'before the first picture', null],
    ['starting', 'before a terminal is linked', unlinkedRoom],
    ['waiting', 'while there is no mission', room()],
    ['waiting', 'when the last one has run out', room({ missions: [aMissionView({ state: 'expired' })] })],
    ['fire', 'when one can be fired', room({ missions: [aMissionView()] })],
    [
      'fire',
      'when the second of two can be',
      room({ missions: [aMissionView({ shot: null }), aMissionView({}, { id: ulid(2) })] }),
    ],
    ['denied', 'when none can be', room({ missions: [aMissionView({ shot: null, denials: ['No.'] })] })],
    [
      'safe',
      'when the selector is on SAFE',
      room({ missions: [aMissionView({ shot: null })], fire: aFire({ selector: 'SAFE' }) }),
    ],
    ['paused', 'while new shots are paused', room({ fire: aFire({ paused: true }) })],
    [
      'sent',
      'when the order has left',
      room({ missions: [aMissionView({ state: 'fired', orderState: 'sent' }), aMissionView()] }),
    ],
    [
      'waits',
      'when it waits for its price',
      room({ missions: [aMissionView({ state: 'fired', orderState: 'waiting' })] }),
    ],
    ['open', 'while the trade is open', room({ positions: [aPosition()], missions: [aMissionView()] })],
    [
      'open',
      'while it is open and its terminal is gone',
      room({ positions: [aPosition()], links: [aLink({ state: 'down' })] }),
    ],
    ['won', 'after a winner', room({ closed: [aTrade({ netCents: cents(12) })], positions: [aPosition()] })],
    ['lost', 'after a loser', room({ closed: [aTrade({ netCents: cents(-12) })] })],
    ['lost', 'after one that came to nothing', room({ closed: [aTrade({ netCents: cents(0) })] })],
  ] as const)('says “%s” %s', (stage, _when, view) => {
    expect(guideStage(view, SINCE, true)).toBe(stage)
  })

  it.each([
    ['before the first picture', null],
    ['before a terminal is linked', unlinkedRoom],
    ['where the link is lost', { ...lostRoom, positions: [], closed: [] }],
  ])('promises no training ground to a start without one, %s', (_when, view) => {
    expect(guideStage(view, SINCE, false)).toBe('noTerminal')
  })

  it('takes no trade of somebody else for the first one', () => {
    expect(guideStage(room({ positions: [aPosition({ external: true })] }), SINCE, true)).toBe('waiting')
  })

  it('is over by the first trade of this money that is closed after it began', () => {
    const closedAt = (order: number, netCents: number) =>
      aTrade({ netCents: cents(netCents), closeMs: at(SINCE.marketMs + order) })
    const [before, first, second] = [closedAt(-1, -5), closedAt(1, 5), closedAt(2, -5)]
    expect(guideStage(room({ closed: [before] }), SINCE, true)).toBe('waiting')
    expect(guideStage(room({ closed: [second, first, before] }), SINCE, true)).toBe('won')
    expect(guideStage(room({ closed: [first] }), { ...SINCE, kind: 'demo' }, true)).toBe('waiting')
    expect(guideStage(room({ closed: [first] }), null, true)).toBe('waiting')
  })

  it('says nothing of firing where the link is lost', () => {
    const { missions } = busyRoom
    expect(guideStage({ ...lostRoom, missions, positions: [], closed: [] }, SINCE, true)).toBe('starting')
  })
})
