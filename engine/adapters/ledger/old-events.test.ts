import { describe, expect, test } from 'vitest'
import { sizeFactorOf } from '../../domain/citadel/shield.ts'
import { EngineEvent } from '../../contracts/events.ts'

/** As version 0.1.0 wrote them before missions had a shield, a timer and a time exit. */
const MISSION = {
  id: '01ARYZ6S410000000000000007',
  terminal: 'terminal-1',
  kind: 'demo',
  pair: 'EURUSD',
  symbol: 'EURUSD',
  digits: 5,
  setup: 'Z5-FADE',
  signal: 'RAPID_ASSAULT',
  quality: 'BRONZE',
  drill: false,
  side: 'buy',
  entry: 110_234,
  stop: 110_134,
  target: 110_434,
  stopPoints: 100,
  rewardRatio: 2,
  confidence: { p: 0.41, n: 0, calibrated: false, source: 'driftless barrier, no model fitted' },
  expectedR: 0.06,
  costR: 0.07,
  spread: 8,
  regime: null,
  session: 'LONDON',
  invalidation: 'an M5 close more than half the stop beyond the entry',
  figures: [{ name: 'stop, points', value: 100 }],
  barMs: 1_000,
  issuedMs: 1_200,
  expiresMs: 1_501_200,
}
const HEAD = { atMs: 1_200, trace: MISSION.id }

describe('an event of an older ledger', () => {
  test('opens, and what was not known then is said to be unknown', () => {
    const issued = EngineEvent.parse({ kind: 'missionIssued', ...HEAD, mission: MISSION })
    expect(issued).toMatchObject({
      mission: {
        ...MISSION,
        timeOut: { p: 0, r: 0 },
        sniper: false,
        invalidBeyond: null,
        timeExitMs: null,
        evidence: '',
        structure: [],
        shield: null,
        timer: [],
        warnings: [],
        barMinutes: null,
      },
    })
  })

  test('that never had a shield may take the least risk', () => {
    const issued = EngineEvent.parse({ kind: 'missionIssued', ...HEAD, mission: MISSION })
    expect(issued.kind === 'missionIssued' && sizeFactorOf(issued.mission.shield)).toBe(0.25)
  })

  test('of a refusal opens with the codes of its time', () => {
    const refusals = [{ code: 'VALUE_BELOW_GATE', text: 'Too little.', value: 0.01, limit: 0.05 }]
    const refused = EngineEvent.parse({ kind: 'missionRefused', ...HEAD, mission: MISSION, refusals })
    expect(refused).toMatchObject({ refusals })
  })
})
