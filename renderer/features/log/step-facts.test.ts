import { expect, it } from 'vitest'
import { ONE_OF_EACH } from '../../../engine/testkit/one-of-each.ts'
import { stepFacts } from './step-facts.ts'

const said = (kind: keyof typeof ONE_OF_EACH) => stepFacts(ONE_OF_EACH[kind], 5).join(' | ')

it('a step says who asked, what was asked, and what was answered', () => {
  expect(said('orderRecorded')).toMatch(
    /^by window \| 0\.10 lots at 1\.\d{5} \| stop 1\.\d{5}, target 1\.\d{5}$/,
  )
  expect(said('orderAnswered')).toBe('accepted | ok')
  expect(said('modifyRequested')).toMatch(/^by window \| stop 1\.\d{5} \| no target$/)
  expect(said('closeRequested')).toBe('by window | 0.05 lots')
  expect(said('fireDenied')).toBe('by window | Paused.')
})

it('a deal shows its ticket, a trade and a ghost their R', () => {
  expect(said('dealDone')).toBe('in 0.10 lots at 1.10234 | ticket 31')
  expect(said('tradeClosed')).toBe('Target reached | +1.50 R')
  expect(said('ghostEnded')).toBe('stop at −1.02 R: never a result')
  expect(said('excursionMeasured')).toBe('−0.60 R against, +2.00 R for it')
})

it('an event with nothing more to say is told by its name alone', () => {
  expect(stepFacts(ONE_OF_EACH.orderSent, 5)).toEqual([])
})
