import { expect, test } from 'vitest'
import { DeskSettings } from '../../contracts/settings.ts'
import { propLimits, tighterProp, type Drawdown, type PropLimits } from './prop-limits.ts'

const ofFirm = (drawdown: Drawdown): PropLimits =>
  propLimits({ ...DeskSettings.parse({}).prop, maxDrawdown: drawdown })
const drawdown = (over: Partial<Drawdown> = {}): Drawdown => ({
  by: 'static',
  pct: 10,
  startBalanceCents: 10_000_00,
  ...over,
})

test.each([
  ['a smaller share', { pct: 8 }],
  ['a larger balance at the start', { startBalanceCents: 12_000_00 }],
  ['the other way to reckon', { by: 'trailing' as const }],
])('a drawdown by %s holds beside the one that was there, in either order', (_, over) => {
  const [one, other] = [drawdown(), drawdown(over)]
  expect(tighterProp(ofFirm(one), ofFirm(other)).drawdowns).toEqual([one, other])
  expect(tighterProp(ofFirm(other), ofFirm(one)).drawdowns).toEqual([other, one])
})

test('the same drawdown twice is one', () => {
  expect(tighterProp(ofFirm(drawdown()), ofFirm(drawdown())).drawdowns).toEqual([drawdown()])
})
