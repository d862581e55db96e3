import { describe, expect, it } from 'vitest'
import type { SettingsHistory } from '../../../engine/contracts/settings-desk.ts'
import { EpochMs } from '../../../engine/contracts/primitives.ts'
import { Settings } from '../../../engine/contracts/settings.ts'
import { changesBetween } from '../../../engine/host/settings/changes.ts'
import { settingFacts } from '../../../engine/host/settings/setting-facts.ts'
import { changesBack } from './changes-back.ts'

const drawdown = (pct: number) => ({ maxDrawdown: { by: 'static', pct, startBalanceCents: 1_000_000 } })
const versions = [
  {},
  { riskPct: 0.5 },
  { riskPct: 0.5, prop: drawdown(8) },
  { riskPct: 0.7, prop: drawdown(10) },
  { riskPct: 0.7 },
  { riskPct: 1, telegram: { on: false } },
].map(fields => Settings.parse({ version: 1, ...fields }))
const history: SettingsHistory = versions
  .map((settings, at) => ({
    revision: at + 1,
    atMs: EpochMs.parse(1),
    origin: 'window' as const,
    changed: [...changesBetween(versions[at - 1] ?? settings, settings)],
  }))
  .toReversed()
const now = { revision: versions.length, settings: versions.at(-1) ?? Settings.parse({ version: 1 }) }
const back = (revision: number, known = history) => changesBack(now, settingFacts(), known, revision)

describe('what a version would bring back', () => {
  it('is what differs from now, whatever was changed to and fro in between', () => {
    expect(back(6)).toEqual([])
    expect(back(3)).toEqual([
      { key: 'riskPct', from: 1, to: 0.5 },
      { key: 'prop.maxDrawdown', from: null, to: { by: 'static', pct: 8, startBalanceCents: 1_000_000 } },
      { key: 'telegram.on', from: false, to: true },
    ])
    expect(back(1)).toEqual([{ key: 'telegram.on', from: false, to: true }])
  })

  it('is not known when a version in between is missing', () => {
    expect(back(3, history.filter(({ revision }) => revision !== 5))).toBeNull() // prettier-ignore
    expect(back(5, history.filter(({ revision }) => revision !== 4))).toHaveLength(2) // prettier-ignore
  })
})
