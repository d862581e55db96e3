import { expect, it } from 'vitest'
import { digestKey, digestNamed } from './digest-key.ts'

it('names a digest and up to which event it tells, and no alert', () => {
  for (const why of ['back', 'quiet'] as const)
    expect(digestNamed(digestKey(why, 41))).toEqual({ why, throughSeq: 41 })
  for (const key of ['mission:01J', 'digest:', 'digest:1:2', 'desk:41']) expect(digestNamed(key)).toBeNull()
})
