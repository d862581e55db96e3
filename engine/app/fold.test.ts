import { expect, test } from 'vitest'
import type { EpochMs } from '../contracts/index.ts'
import type { EventOf } from '../contracts/events.ts'
import { aMission } from '../testkit/views.ts'
import { emptyDesk } from './desk-state.ts'
import { fold } from './fold.ts'

test('a rank that was earned is not lost by a losing trade', () => {
  const desk = emptyDesk()
  const awarded = (xp: number): EventOf<'xpAwarded'> => ({ kind: 'xpAwarded', atMs: 1 as EpochMs, account: 'demo', order: null, reason: 'RESULT', xp }) // prettier-ignore
  fold(desk, awarded(1_005))
  fold(desk, awarded(-10))
  expect(desk.xp.get('demo')).toBe(1_000)
})

test('every expected value that a model gave counts towards the best tenth, after a restart too', () => {
  const desk = emptyDesk()
  for (let k = 0; k < 100; k++) {
    const mission = aMission({
      expectedR: k / 100,
      confidence: { p: 0.4, n: 900, calibrated: true, source: 'm' },
    })
    fold(desk, { kind: 'missionRefused', atMs: mission.issuedMs, mission, refusals: [] })
  }
  expect(desk.values.get(aMission().terminal)?.bound).toBe(0.89)
})

test('a value that no model gave counts towards no best tenth', () => {
  const desk = emptyDesk()
  const mission = aMission({ confidence: { p: 0.33, n: 0, calibrated: false, source: 'driftless barrier' } })
  for (let k = 0; k < 200; k++)
    fold(desk, { kind: 'missionRefused', atMs: mission.issuedMs, mission, refusals: [] })
  expect(desk.values.get(mission.terminal)?.bound ?? null).toBeNull()
})
