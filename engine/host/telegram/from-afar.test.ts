import { expect, it } from 'vitest'
import { refuseFromAfar } from './from-afar.ts'

it.each([
  { telegram: { apiRoot: 'https://elsewhere.example' } },
  { telegram: { proxy: null } },
  { liveUnlocked: true },
  { roads: { files: { folders: [] } } },
  { desk: { startAtLogin: true } },
])('a chat does not set %j', change => {
  expect(refuseFromAfar(change)).toMatchObject({ code: 'AT_THE_COMPUTER' })
})

it('a chat sets what is left, such as how loud this computer is', () => {
  expect(
    refuseFromAfar({ riskPct: 0.5, alerts: { quiet: true }, telegram: { digestMinutes: 30 } }),
  ).toBeNull()
})
