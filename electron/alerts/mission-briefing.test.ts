import { describe, expect, it } from 'vitest'
import { aMission } from '../../tests/e2e/support/view-parts.ts'
import { briefingOf } from './mission-briefing.ts'

describe('the notification of a mission', () => {
  it('says first that it is training, then what and which way', () => {
    expect(briefingOf(aMission()).title).toBe('TRAINING: EURUSD long, Pullback to the 20-bar mean')
    expect(briefingOf(aMission({ kind: 'demo', side: 'sell' })).title).toBe(
      'EURUSD short, Pullback to the 20-bar mean',
    )
  })

  it('carries the three prices and the ratio, and marks a drill', () => {
    expect(briefingOf(aMission()).body).toBe(
      'Entry 1.38679, stop 1.38527, target 1.38983, 2.00 : 1. Uncalibrated drill.',
    )
    expect(briefingOf(aMission({ drill: false })).body).not.toContain('drill')
  })
})
