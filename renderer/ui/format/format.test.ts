import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { amountText, signedAmountText } from './money.ts'
import { fixed, lotsText, percentText, rText, signed, valueText } from './numbers.ts'
import { priceText, splitPrice } from './price.ts'
import { clockText, countdownText, dateText, spanText } from './time.ts'

describe('prices', () => {
  it('are written from points with the symbol’s digits', () => {
    expect(priceText(110_234, 5)).toBe('1.10234')
    expect(priceText(102_240, 3)).toBe('102.240')
  })

  it('are split as traders read them', () => {
    expect(splitPrice('1.10234')).toEqual({ handle: '1.10', pips: '23', fraction: '4' })
    expect(splitPrice('102.247')).toEqual({ handle: '102.', pips: '24', fraction: '7' })
    expect(splitPrice('1.1023')).toEqual({ handle: '1.10', pips: '23', fraction: '' })
    expect(splitPrice('102.24')).toEqual({ handle: '102.', pips: '24', fraction: '' })
  })

  test.prop([fc.integer({ min: 1, max: 9_999_999 }), fc.integer({ min: 2, max: 5 })])(
    'lose no character when they are split',
    (points, digits) => {
      const text = priceText(points, digits)
      const { handle, pips, fraction } = splitPrice(text)

      expect(handle + pips + fraction).toBe(text)
    },
  )
})

describe('numbers', () => {
  it('carry a true minus, and a plus where gain and loss are told apart', () => {
    expect(fixed(-1.5, 1)).toBe('−1.5')
    expect(signed(2, 1)).toBe('+2.0')
    expect(rText(-1.02)).toBe('−1.02 R')
  })

  it('never show a minus or a plus before zero', () => {
    expect(fixed(-0.001, 2)).toBe('0.00')
    expect(signed(0.001, 2)).toBe('0.00')
    expect(signedAmountText(0)).toBe('0.00')
  })

  it('show money from cents, grouped', () => {
    expect(amountText(1_026_295)).toBe('10,262.95')
    expect(signedAmountText(18_624)).toBe('+186.24')
    expect(signedAmountText(-10_210)).toBe('−102.10')
  })

  it('show lots with two decimals, and more only where the step is finer', () => {
    expect(lotsText(0.6)).toBe('0.60')
    expect(lotsText(0.125)).toBe('0.125')
  })

  it('show a value as it was told, without digits that nobody reads', () => {
    expect(valueText(1)).toBe('1')
    expect(valueText(0.632_355_080_024)).toBe('0.63236')
  })

  it('show shares as percent', () => {
    expect(percentText(0.384)).toBe('38 %')
    expect(percentText(0.384, 1)).toBe('38.4 %')
  })
})

describe('times', () => {
  const ms = Date.UTC(2014, 4, 1, 9, 5, 7)

  it('are UTC', () => {
    expect(clockText(ms)).toBe('09:05:07')
    expect(dateText(ms)).toBe('Thu, 01 May 2014')
  })

  it('count down to zero and not below', () => {
    expect(countdownText(725_000)).toBe('12:05')
    expect(countdownText(3_725_000)).toBe('1:02:05')
    expect(countdownText(-5)).toBe('00:00')
    expect(countdownText(1)).toBe('00:01')
  })

  it.each([
    [400, '0.4 s'],
    [42_000, '42 s'],
    [59_900, '1 min 0 s'],
    [200_000, '3 min 20 s'],
    [7_500_000, '2 h 05 min'],
    [273_600_000, '3 d 4 h'],
  ])('of %d ms are the span %s', (span, text) => {
    expect(spanText(span)).toBe(text)
  })
})
