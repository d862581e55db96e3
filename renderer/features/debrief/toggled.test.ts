import { expect, it } from 'vitest'
import { toggled } from './toggled.ts'

it('a key is added beside others, and taken away by the same click; the last one takes its grouping along', () => {
  const one = toggled({}, 'pair', 'EURUSD')
  expect(one).toEqual({ pair: ['EURUSD'] })
  const two = toggled(toggled(one, 'pair', 'GBPUSD'), 'side', 'buy')
  expect(two).toEqual({ pair: ['EURUSD', 'GBPUSD'], side: ['buy'] })
  expect(toggled(toggled(two, 'pair', 'EURUSD'), 'side', 'buy')).toEqual({ pair: ['GBPUSD'] })
})
