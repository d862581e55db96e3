import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Settings } from '../../contracts/settings.ts'
import { judgeSettings } from '../data-folder/settings-file.ts'
import { changesBetween, changeText, laidOver } from './changes.ts'

const DEFAULTS = Settings.parse({ version: 1 })

describe('a change of settings', () => {
  it('replaces what it names and leaves the rest', () => {
    const folders = ['/mt5/BITTEN/1']
    const laid = laidOver(DEFAULTS, {
      riskPct: 0.5,
      limits: { openTrades: 1 },
      roads: { files: { folders } },
    })

    expect(laid).toEqual({
      ...DEFAULTS,
      riskPct: 0.5,
      limits: { ...DEFAULTS.limits, openTrades: 1 },
      roads: { ...DEFAULTS.roads, files: { folders, consent: null } },
    })
    expect(changesBetween(DEFAULTS, laid).map(changeText)).toEqual([
      'riskPct 1 → 0.5',
      'limits.openTrades none → 1',
      'roads.files.folders [] → ["/mt5/BITTEN/1"]',
    ])
  })

  it('to a drawdown is said in words, with its money', () => {
    const to = laidOver(DEFAULTS, {
      prop: { maxDrawdown: { by: 'static', pct: 10, startBalanceCents: 1_000_050 } },
    })
    expect(changesBetween(DEFAULTS, to).map(changeText)).toEqual([
      'prop.maxDrawdown none → static 10 %, from 10000.50',
    ])
    expect(changesBetween(to, DEFAULTS).map(changeText)).toEqual([
      'prop.maxDrawdown static 10 %, from 10000.50 → none',
    ])
  })

  it('of everything at once is found again, and of nothing is none', () => {
    expect(changesBetween(DEFAULTS, DEFAULTS)).toEqual([])
    fc.assert(
      fc.property(
        fc.jsonValue({ depthSize: 'small' }).filter(value => typeof value === 'object' && value !== null),
        change => {
          const laid = laidOver(DEFAULTS, change)
          const paths = changesBetween(DEFAULTS, laid)
          expect(new Set(paths.map(({ key }) => key)).size).toBe(paths.length)
          expect(changesBetween(laid, laid)).toEqual([])
        },
      ),
    )
  })

  it.each([
    [{ riskPct: 5 }, 'riskPct: '],
    [{ riskPct: 'much' }, 'riskPct: '],
    [{ version: 2 }, 'version: '],
    [{ limits: 7 }, 'limits: '],
    [{ rispPct: 1 }, '"rispPct" is no setting that BITTEN knows'],
    [{ limits: { trades: 1 } }, '"limits.trades" is no setting that BITTEN knows'],
    [{ toString: 1 }, '"toString" is no setting that BITTEN knows'],
    [JSON.parse('{"__proto__":{"riskPct":2}}') as object, '"__proto__" is no setting that BITTEN knows'],
  ])('to %j is refused by name', (change, text) => {
    expect(judgeSettings(laidOver(DEFAULTS, change))).toMatchObject({
      is: 'wrong',
      text: expect.stringContaining(text) as string,
    })
  })
})
