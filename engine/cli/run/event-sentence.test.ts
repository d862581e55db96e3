import { expect, it } from 'vitest'
import { aDealDone, aPause, aTradeClosed } from '../../testkit/events.ts'
import { aMission } from '../../testkit/views.ts'
import { EpochMs } from '../../contracts/primitives.ts'
import { sentenceOf } from './event-sentence.ts'

const atMs = EpochMs.parse(0)

it.each([
  [aPause(), 'Paused: nothing new is fired'],
  [aDealDone(31), 'FILLED EURUSD buy 0.10 at 1.10234, deal 31'],
  [aTradeClosed(), 'CLOSED EURUSD buy by target: +1.50 R, 15.00 (simulated)'],
  [
    { kind: 'missionIssued' as const, atMs, mission: aMission() },
    'DRILL EURUSD buy 1.10234, stop 1.10134, target 1.10434, p 0.31 UNCALIBRATED',
  ],
  [{ kind: 'engineStarted' as const, atMs, version: '1', schema: 1 }, null],
])('an event is one line, or none: %o', (event, sentence) => {
  expect(sentenceOf(event)).toBe(sentence)
})
