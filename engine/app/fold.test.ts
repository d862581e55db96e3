import { expect, test } from 'vitest'
import type { EpochMs } from '../contracts/index.ts'
import type { EventOf } from '../contracts/events.ts'
import { emptyDesk } from './desk-state.ts'
import { fold } from './fold.ts'

test('a rank that was earned is not lost by a losing trade', () => {
  const desk = emptyDesk()
  const awarded = (xp: number): EventOf<'xpAwarded'> => ({ kind: 'xpAwarded', atMs: 1 as EpochMs, account: 'demo', order: null, reason: 'RESULT', xp }) // prettier-ignore
  fold(desk, awarded(1_005))
  fold(desk, awarded(-10))
  expect(desk.xp.get('demo')).toBe(1_000)
})
