import { describe, expect, test } from 'vitest'
import type { Points } from '../../contracts/index.ts'
import { A_LINK, aMission, aProvenMission, aShot, aSpec } from '../../testkit/a-shot.ts'
import { aQuote, codesOf, denialsOf } from '../../testkit/judged-shots.ts'
import { judgeShot } from './gate.ts'
import type { ShotInputs } from './shot.ts'

/** A limit order of the sound mission, 3 pips below the market. */
const waiting = (over: Partial<ShotInputs> = {}): Partial<ShotInputs> => ({
  at: 'entry',
  ...aQuote(110_025, 110_030),
  ...over,
})
const sale = aMission({ side: 'sell', stop: 110_095 as Points, target: 109_795 as Points, entry: 109_995 as Points }) // prettier-ignore

describe('an order that waits at the entry', () => {
  test('has the size, the risk and the reward of a shot that is fired there', () => {
    expect(judgeShot(aShot(waiting()))).toEqual(judgeShot(aShot()))
    expect(judgeShot(aShot(waiting({ mission: sale, ...aQuote(109_960, 109_965) })))).toEqual(
      judgeShot(aShot({ mission: sale })),
    )
  })

  test('may be as far from the price as the target is, and is no staler for it', () => {
    expect(codesOf(waiting(aQuote(110_194, 110_199)))).toEqual([])
    expect(denialsOf(waiting(aQuote(110_195, 110_200)))).toEqual([
      {
        code: 'PRICE_DRIFTED',
        text: 'The price is 20.0 pips from the entry, and the target is 20.0: it was reached without this order.',
        value: 200,
        limit: 200,
      },
    ])
    expect(codesOf(waiting({ mission: sale, ...aQuote(109_796, 109_801) }))).toEqual([])
    expect(codesOf(waiting({ mission: sale, ...aQuote(109_795, 109_800) }))).toEqual(['PRICE_DRIFTED'])
  })

  test('is denied where the price is already, with the figures and what to do', () => {
    const told = (over: Partial<ShotInputs>) => denialsOf(waiting(over)).map(({ code, text, value, limit }) => [code, text, value, limit]) // prettier-ignore
    expect(told({ ...aQuote(110_014, 110_019), spec: aSpec({ stopLevel: 20 }) })).toEqual([
      ['PRICE_AT_ENTRY', 'The price is 1.9 pips from the entry; an order waits there from 2.0 pips on. Fire it instead.', 19, 20],
    ]) // prettier-ignore
    expect(told(aQuote(109_980, 109_985))).toEqual([
      ['PRICE_AT_ENTRY', 'The price is 1.5 pips past the entry; an order waits there from 0.1 pips on. Fire it instead.', -15, 1],
    ]) // prettier-ignore
    expect(codesOf(waiting({ ...aQuote(110_015, 110_020), spec: aSpec({ stopLevel: 20 }) }))).toEqual([])
    expect(codesOf(waiting(aQuote(109_996, 110_001)))).toEqual([])
    expect(codesOf(waiting(aQuote(109_995, 110_000)))).toEqual(['PRICE_AT_ENTRY'])
    expect(codesOf(waiting({ mission: sale, ...aQuote(109_995, 110_000) }))).toEqual(['PRICE_AT_ENTRY'])
    expect(codesOf(waiting({ mission: sale, ...aQuote(109_994, 109_999) }))).toEqual([])
    expect(codesOf(waiting({ spec: aSpec({ stopLevel: Number.NaN }) }))).toContain('PRICE_AT_ENTRY')
  })

  test('is held to stop and target as they stand once the price is there, in the spread of now', () => {
    const wants = (stopLevel: number, over: Partial<ShotInputs> = {}) =>
      codesOf(waiting({ spec: aSpec({ stopLevel }), ...aQuote(110_100, 110_105), ...over }))
    expect(wants(95)).toEqual([])
    expect(wants(96)).toEqual(['STOP_TOO_NEAR'])
    const near = { mission: aMission({ target: 110_060 as Points }), ...aQuote(110_054, 110_059) }
    expect(wants(59, near)).toEqual([])
    expect(wants(61, near)).toContain('STOP_TOO_NEAR')
    expect(wants(96, { mission: sale, ...aQuote(109_880, 109_885) })).toEqual(['STOP_TOO_NEAR'])
    expect(wants(95, { mission: sale, ...aQuote(109_880, 109_885) })).toEqual([])
  })

  test('is held to the spread and to every rule that stands, like any shot', () => {
    expect(codesOf(waiting(aQuote(110_030, 110_046)))).toEqual(['SPREAD_TOO_WIDE'])
    expect(codesOf(waiting({ paused: true, selector: 'SAFE' }))).toEqual(['SELECTOR_SAFE', 'PAUSED'])
    expect(codesOf(waiting({ quote: null }))).toEqual(['NO_PRICE'])
    const wide = { freshness: { rangePoints: 60, spreadRatio: 2.1, volumeRatio: 1 } }
    expect(codesOf(waiting(wide))).toEqual(['NOT_FRESH'])
  })

  test('is denied where none may wait, and to AUTO everywhere', () => {
    const [none] = denialsOf(waiting({ link: { ...A_LINK, noWaiting: 'It takes none.' } }))
    expect(none).toMatchObject({ code: 'PLACE_NOT_TAKEN', text: 'It takes none.' })
    expect(codesOf({ link: { ...A_LINK, noWaiting: 'It takes none.' } })).toEqual([])
    const proven = aProvenMission()
    expect(codesOf(waiting({ origin: 'auto', selector: 'AUTO', mission: proven }))).toContain('PLACE_NOT_TAKEN') // prettier-ignore
  })
})
