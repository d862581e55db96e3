import { expect, it } from 'vitest'
import { nearestName } from './nearest-name.ts'

const NAMES = ['fire', 'place', 'pause', 'partial', 'be', 'flatten']

it.each([
  ['fier', 'fire'],
  ['flaten', 'flatten'],
  ['pauze', 'pause'],
  ['b', 'be'],
  ['palce', 'place'],
])('takes %s for %s', (typed, meant) => {
  expect(nearestName(typed, NAMES)).toBe(meant)
})

it.each(['xx', 'settings', ''])('takes %j for nothing', typed => {
  expect(nearestName(typed, NAMES)).toBeNull()
})
