import { describe, expect, it } from 'vitest'
import type { SettingFact } from '../../../engine/contracts/settings-desk.ts'
import { Settings } from '../../../engine/contracts/settings.ts'
import { settingFacts } from '../../../engine/host/settings/setting-facts.ts'
import { draftOf, valueOf } from './fields.ts'
import { valueAt } from './setting-tree.ts'

const facts = new Map(settingFacts().map(fact => [fact.key, fact]))
function factOf(key: string): SettingFact {
  const fact = facts.get(key)
  if (fact === undefined) throw new Error(`no setting ${key}`)
  return fact
}
const SET = Settings.parse({
  version: 1,
  limits: { openTrades: 2, maxLots: 0.5 },
  prop: { maxDrawdown: { by: 'trailing', pct: 7.5, startBalanceCents: 1_000_050 }, flatByWeekend: true },
  roads: { files: { folders: ['/mt5/one', 'C:\\mt5\\two'] }, legacy: { folder: '/mt5/three' } },
})

describe('a setting as it is typed', () => {
  it.each([...facts.keys()])('%s is read back as it was written, by default and set', key => {
    const fact = factOf(key)
    for (const value of [fact.byDefault, valueAt(SET, key)])
      expect(valueOf(fact, draftOf(fact, value))).toEqual({ is: 'value', value })
  })

  it.each([
    ['riskPct', '0'],
    ['riskPct', '2.01'],
    ['riskPct', '0,5'],
    ['riskPct', '1e0'],
    ['riskPct', ''],
    ['riskPct', 'much'],
    ['limits.openTrades', '1.5'],
    ['limits.openTrades', '6'],
    ['limits.openTrades', '-1'],
    ['training.seed', '0x10'],
    ['roads.files.folders', Array.from({ length: 9 }, (_, n) => `/${n}`).join('\n')],
  ])('%s as "%s" is not sent, and the bounds are said', (key, text) => {
    expect(valueOf(factOf(key), [text])).toMatchObject({
      is: 'wrong',
      text: expect.stringMatching(/^\S.*\.$/) as string,
    })
  })

  it('is nothing when it is empty and may be', () => {
    expect(valueOf(factOf('limits.openTrades'), [' '])).toEqual({ is: 'value', value: null })
    expect(valueOf(factOf('prop.maxDrawdown'), ['', '8', '10000'])).toEqual({ is: 'value', value: null })
  })

  it('takes money as money, to the cent, and keeps it in cents', () => {
    const drawdown = factOf('prop.maxDrawdown')
    const value = { by: 'static', pct: 8, startBalanceCents: 1_000_029 }
    expect(valueOf(drawdown, ['static', '8', '10000.29'])).toEqual({ is: 'value', value })
    expect(valueOf(drawdown, ['static', '8', '10000.291'])).toMatchObject({ is: 'wrong' })
    expect(valueOf(drawdown, ['static', '8', ''])).toMatchObject({ is: 'wrong' })
  })
})
