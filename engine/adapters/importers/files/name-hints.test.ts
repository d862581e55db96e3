import { describe, expect, it } from 'vitest'
import { dayInName, pairInName } from './name-hints.ts'

describe('a file name', () => {
  it.each([
    ['20140501_eurusd_tick_quote.csv', 'EURUSD'],
    ['DAT_ASCII_USDJPY_M1_2018.csv', 'USDJPY'],
    ['EURUSD.m_M1_202401010000_202401312359.csv', 'EURUSD'],
    ['eur_usd-2014.csv', 'EURUSD'],
    ['ticks.csv', null],
    ['XAUUSD_ticks.csv', null],
    ['EURUSD-and-GBPUSD.csv', null],
  ])('%s tells the pair %s', (name, pair) => {
    expect(pairInName(name)).toBe(pair)
  })

  it.each([
    ['20140501_quote.zip', Date.UTC(2014, 4, 1)],
    ['eurusd-20140508_quote.zip', Date.UTC(2014, 4, 8)],
    ['20141301_20140229_20140301.csv', Date.UTC(2014, 2, 1)],
    ['201405011.csv', null],
    ['eurusd.csv', null],
  ])('%s tells the day %s', (name, dayMs) => {
    expect(dayInName(name)).toBe(dayMs)
  })
})
