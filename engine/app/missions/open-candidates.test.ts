import { describe, expect, test } from 'vitest'
import type { EpochMs, Mission } from '../../contracts/index.ts'
import { DAY_MS } from '../../domain/market/civil.ts'
import { aMission } from '../../testkit/views.ts'
import { emptyDesk } from '../desk-state.ts'
import { fold } from '../fold.ts'
import { openOf } from './open-candidates.ts'

const FOLLOWED = { model: 'm', plan: 'RAPID', p: 0.3 } as const
const NOON = Date.UTC(2026, 0, 7, 12)

const at = (barMs: number, over: Partial<Mission> = {}): Mission =>
  aMission({
    barMs: barMs as EpochMs,
    timeExitMs: (barMs + DAY_MS) as EpochMs,
    followed: FOLLOWED,
    ...over,
  })

/** Bars of those that are open after these were refused. */
function openAfter(...missions: readonly Mission[]): readonly number[] {
  const desk = emptyDesk()
  for (const mission of missions)
    fold(desk, { kind: 'missionRefused', atMs: mission.issuedMs, mission, refusals: [] })
  return openOf(desk, aMission().terminal).map(({ barMs }) => barMs)
}

describe('a judged proposal', () => {
  test('is open with what its end teaches, refused or not, and is nothing where no model spoke', () => {
    expect(openAfter(at(NOON))).toEqual([NOON])
    const { followed: _, ...unspoken } = at(NOON)
    expect(openAfter(unspoken)).toEqual([])
  })

  test('is open no longer when its end is a fact, while others of its minute are', () => {
    const desk = emptyDesk()
    const one = at(NOON)
    const other = at(NOON, { side: one.side === 'buy' ? 'sell' : 'buy' })
    for (const mission of [one, other]) fold(desk, { kind: 'missionIssued', atMs: mission.issuedMs, mission })
    const { terminal, pair, setup, side, barMs } = one
    const ended = {
      terminal,
      pair,
      setup,
      side,
      barMs,
      ...FOLLOWED,
      outcome: 'stop',
      endedMs: barMs,
    } as const
    fold(desk, { kind: 'candidateEnded', atMs: barMs, ...ended })
    expect(openOf(desk, terminal).map(candidate => candidate.side)).toEqual([other.side])
  })

  test('without an end is forgotten a week after its time, and when its market was set back', () => {
    expect(openAfter(at(NOON), at(NOON + 7.9 * DAY_MS))).toEqual([NOON, NOON + 7.9 * DAY_MS])
    expect(openAfter(at(NOON), at(NOON + 8 * DAY_MS))).toEqual([NOON + 8 * DAY_MS])
    expect(openAfter(at(NOON), at(NOON - 7 * DAY_MS))).toEqual([NOON - 7 * DAY_MS])
  })
})
