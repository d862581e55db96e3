import { InvalidArgumentError } from 'commander'
import { describe, expect, it } from 'vitest'
import { pairs, serverTime, speed, wholeNumber } from './options.ts'

describe('what is typed on a command line', () => {
  it('names pairs in either case, each once, over several options', () => {
    expect(pairs('eurusd,USDJPY', undefined)).toEqual(['EURUSD', 'USDJPY'])
    expect(pairs('GBPUSD,EURUSD', ['EURUSD'])).toEqual(['EURUSD', 'GBPUSD'])
  })

  it.each([
    ['+2', 2],
    ['-5', -5],
    ['5.5', 5.5],
    ['ny-close', 'newYorkClose'],
    ['new-york', 'newYork'],
  ])('means by --server-offset %s %s', (text, time) => {
    expect(serverTime(text)).toBe(time)
  })

  it('means by max as fast as it goes', () => {
    expect(speed('max')).toBe(0)
    expect(speed('60')).toBe(60)
  })

  it.each([
    ['pairs', () => pairs('EURUSD,XAUUSD', undefined)],
    ['hours', () => serverTime('+25')],
    ['a clock', () => serverTime('moon')],
    ['a speed', () => speed('-1')],
    ['a speed with a unit', () => speed('60x')],
    ['a number below', () => wholeNumber(1, 9)('0')],
    ['a number above', () => wholeNumber(1, 9)('10')],
    ['a fraction', () => wholeNumber(1, 9)('1.5')],
    ['nothing', () => wholeNumber(0, 9)('')],
  ])('is refused with what was expected: %s', (_, read) => {
    expect(read).toThrow(InvalidArgumentError)
  })
})
