import fc from 'fast-check'
import { expect, it } from 'vitest'
import { FACTS_A_SECOND, Mixture } from './mixture.ts'

it('whenever it is asked, what was due comes to the rate', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1 }), pauses => {
      const mixture = new Mixture(10_000)
      const endMs = Math.ceil(pauses.reduce((sum, ms) => sum + ms, 0) / 1_000) * 1_000
      let atMs = 0
      const due = [...pauses.map(ms => (atMs += ms)), endMs].map(ms => mixture.due(ms))
      const beats = due.flatMap(({ facts }) => facts).filter(fact => fact === 'beat')
      const events = due.reduce((sum, { ticks, facts }) => sum + ticks + facts.length, 0)
      expect(events).toBe((endMs / 1_000) * 10_000)
      expect(beats).toHaveLength((endMs / 1_000) * FACTS_A_SECOND.beat)
    }),
  )
})
