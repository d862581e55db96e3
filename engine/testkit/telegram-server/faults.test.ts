import { expect, it } from 'vitest'
import { Faults } from './faults.ts'

const drawn = (seed: number, calls: number) => {
  const faults = new Faults()
  faults.storm(
    seed,
    ['sendMessage'],
    [
      { fault: { is: 'dropped' }, share: 0.1 },
      { fault: { is: 'answerLost' }, share: 0.2 },
    ],
  )
  return Array.from({ length: calls }, () => faults.draw('sendMessage')?.is ?? 'fine')
}

it('draws the same faults for the same seed, others for another one, and each with its share', () => {
  expect(drawn(1, 1_000)).toEqual(drawn(1, 1_000))
  expect(drawn(1, 1_000)).not.toEqual(drawn(2, 1_000))
  const all = drawn(3, 20_000)
  const share = (kind: string) => all.filter(each => each === kind).length / all.length
  expect(share('dropped')).toBeCloseTo(0.1, 1)
  expect(share('answerLost')).toBeCloseTo(0.2, 1)
})

it('leaves other methods alone, and everything once it is calm', () => {
  const faults = new Faults()
  faults.storm(1, ['sendMessage'], [{ fault: { is: 'dropped' }, share: 1 }])
  faults.next('*', { is: 'answerLost' })
  expect([faults.draw('getUpdates'), faults.draw('getMe'), faults.draw('getMe')]).toEqual([
    null,
    { is: 'answerLost' },
    null,
  ])
  expect(faults.draw('sendMessage')).toEqual({ is: 'dropped' })
  faults.next('getMe', { is: 'dropped' }, 2)
  expect(faults.pending).toBe(2)
  faults.calm()
  expect([faults.pending, faults.draw('getMe'), faults.draw('sendMessage')]).toEqual([0, null, null])
})
