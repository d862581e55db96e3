import { describe, expect, it } from 'vitest'
import { settingFacts } from '../../../engine/host/settings/setting-facts.ts'
import { settingWords } from '../../copy/settings.ts'
import { hasWords, searchText } from './find-settings.ts'
import { plainText, rangeText, valueText } from './setting-text.ts'

const facts = settingFacts()
const named = (key: string) => facts.filter(fact => fact.key === key)

describe('the words of the settings', () => {
  it('name every setting, but those of Telegram, which has a page of its own', () => {
    const here = facts.map(({ key }) => key).filter(key => !key.startsWith('telegram.'))
    expect(Object.keys(settingWords).toSorted()).toEqual(here.toSorted())
  })

  it('say what each value is in a trader’s words', () => {
    expect(valueText('riskPct', 0.5)).toBe('0.5 %')
    expect(valueText('limits.openTrades', null)).toBe('as the rank')
    expect(valueText('prop.flatByWeekend', true)).toBe('On')
    expect(valueText('roads.legacy.consent', 'I trade real money over this road')).toBe('given')
    expect(valueText('roads.files.folders', [])).toBe('none')
    expect(valueText('prop.maxDrawdown', { by: 'trailing', pct: 8, startBalanceCents: 1_000_050 })).toBe('Trailing 8 %, from 10,000.50') // prettier-ignore
    expect(valueText('prop.maxDrawdown.pct', 8)).toBe('8')
  })

  it('say what each may be, as far as no button does', () => {
    expect(named('riskPct').map(rangeText)).toEqual(['above 0 to 2 %'])
    expect(named('limits.maxLots').map(rangeText)).toEqual(['from 0.001 to 1000 lots, or empty: no limit'])
    expect(named('prop.maxDrawdown').map(rangeText)).toEqual(['At most: above 0 to 50 %; Balance at the beginning: above 0']) // prettier-ignore
    expect(named('noCalendar').map(rangeText)).toEqual([null])
    for (const fact of facts) expect(plainText(fact.meaning)).not.toMatch(/[`[\]]/)
  })

  it('find a setting by its name, its key, its group and what it means', () => {
    const found = (search: string) =>
      facts.filter(fact => hasWords(searchText(fact), search)).map(({ key }) => key)
    expect(found('LENDING drawdown')).toEqual(['prop.maxDrawdown'])
    expect(found(' limits.maxlots ')).toEqual(['limits.maxLots'])
    expect(found('largest order')).toEqual(['limits.maxLots'])
    expect(found('')).toHaveLength(facts.length)
  })
})
