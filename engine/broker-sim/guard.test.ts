import { expect, test } from 'vitest'
import type { BodyOf } from '../contracts/wire/index.ts'
import { brokerAtNoon, fireOf, idOf, IN_TIME, NOON, setupOf, verdictIn } from '../testkit/sim-broker.ts'
import { restoreBroker, type Broker } from './broker.ts'

type Limits = Omit<BodyOf<'limits'>, 'id'>

const limited = (limits: Limits): Broker => {
  const broker = brokerAtNoon()
  broker.limits({ id: idOf(90), ...limits })
  return broker
}
const firedAt = (broker: Broker, over = {}) => verdictIn(broker.fire(fireOf(1, over), IN_TIME))

test.each<[string, Limits, RegExp]>([
  ['too many lots', { maxLots: '0.09' }, /0\.1 lots are more than the 0\.09 allowed/],
  ['too much risk', { maxRiskPct: 0.2 }, /0\.22 % of the balance, 0\.2 % is allowed/],
  ['too wide a spread', { maxSpread: 9 }, /10 points, more than the 9 allowed/],
  ['a symbol that is not allowed', { symbols: ['USDJPY'] }, /EURUSD is not among/],
])('the limits of the app deny %s, and nothing is sent', (_, limits, text) => {
  const broker = limited(limits)
  const verdict = firedAt(broker)
  expect(verdict).toMatchObject({ is: 'denied', retcode: 0 })
  expect(verdict.text).toMatch(text)
  expect(broker.positions().positions).toEqual([])
})

test('the largest order that the limits of the app let through is told, until they end', () => {
  const broker = limited({ maxLots: '0.09' })
  expect(broker.maxLots()).toBe('0.09')
  broker.limits({ id: idOf(91) })
  expect(broker.maxLots()).toBeNull()
})

test('one position too many is denied, and what fits is done', () => {
  const broker = limited({
    maxPositions: 1,
    maxLots: '0.10',
    maxRiskPct: 0.3,
    maxSpread: 10,
    symbols: ['EURUSD'],
  })
  expect(firedAt(broker).is).toBe('accepted')
  expect(verdictIn(broker.fire(fireOf(2), IN_TIME))).toMatchObject({ is: 'denied' })
  broker.limits({ id: idOf(91) })
  expect(verdictIn(broker.fire(fireOf(3), IN_TIME)).is).toBe('accepted')
})

test("the day's loss is measured on equity from the day's first balance", () => {
  const broker = limited({ dailyLossPct: 0.1 })
  expect(firedAt(broker).is).toBe('accepted')
  expect(broker.denies()).toBeNull()
  broker.onTick(0, NOON + 1_000, 109_900, 109_910)
  expect(broker.denies()).toBe('The day has lost 0.11 %, the limit is 0.1 %')
  const again = fireOf(2, { price: '1.09910', stop: '1.09800' })
  expect(verdictIn(broker.fire(again, { marketMs: NOON + 1_000, late: false })).is).toBe('denied')
})

test('a halt denies until it is resumed, over a restart, and a repeated halt changes nothing', () => {
  const broker = brokerAtNoon()
  const halt = { id: idOf(80), reason: 'The trader paused' }
  expect(verdictIn(broker.halt(halt))).toMatchObject({ is: 'accepted', text: 'Halted: The trader paused' })
  const later = restoreBroker(setupOf(), broker.state())
  expect(firedAt(later)).toMatchObject({ is: 'denied', text: 'Halted: The trader paused' })
  later.resume({ id: idOf(81) })
  later.halt(halt)
  expect(later.denies()).toBeNull()
  expect(verdictIn(later.fire(fireOf(2), IN_TIME)).is).toBe('accepted')
})

test('a plan that it would not carry out is denied, not forgotten', () => {
  expect(firedAt(brokerAtNoon(), { plan: { breakEven: { atR: 1, lockPoints: 0 } } })).toMatchObject({
    is: 'denied',
  })
})
