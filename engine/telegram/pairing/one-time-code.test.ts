import fc from 'fast-check'
import { expect, it } from 'vitest'
import { OneTimeCode } from './one-time-code.ts'

function aCode(startMs = 1_000_000) {
  const clock = { nowMs: startMs }
  return { clock, code: new OneTimeCode(() => clock.nowMs) }
}

it('has eight letters that cannot be taken for one another, and is another one each time', () => {
  const { code } = aCode()
  const made = Array.from({ length: 200 }, () => code.make('commander').code)
  for (const each of made) expect(each).toMatch(/^[ACDEFGHJKMNPQRTWXY34679]{8}$/)
  expect(new Set(made).size).toBe(200)
})

it('is right once, whichever way it is written, and gives its role', () => {
  const { code } = aCode()
  const { code: typed } = code.make('spotter')
  const written = `${typed.slice(0, 4)}-${typed.slice(4)}`.toLowerCase()
  expect(code.try(1, written)).toMatchObject({ is: 'right', code: { role: 'spotter' } })
  expect(code.open).toBeNull()
  expect(code.try(2, typed)).toEqual({ is: 'wrong' })
})

it('lives ten minutes', () => {
  const { code, clock } = aCode()
  const { code: typed, expiresMs } = code.make('commander')
  expect(expiresMs - clock.nowMs).toBe(600_000)
  clock.nowMs = expiresMs - 1
  expect(code.open?.code).toBe(typed)
  clock.nowMs = expiresMs
  expect(code.open).toBeNull()
  expect(code.try(1, typed)).toEqual({ is: 'wrong' })
})

it('lives no longer where the computer’s clock is set back', () => {
  const clock = { nowMs: 1_000_000, monotonicMs: 5 }
  const code = new OneTimeCode(
    () => clock.nowMs,
    () => clock.monotonicMs,
  )
  const { code: typed } = code.make('commander')
  clock.nowMs -= 900_000
  clock.monotonicMs += 599_999
  expect(code.open?.code).toBe(typed)
  clock.monotonicMs += 1
  expect(code.open).toBeNull()
  expect(code.try(1, typed)).toEqual({ is: 'wrong' })
})

it('shuts a chat out after five wrong tries, and only that chat, until there is another code', () => {
  const { code } = aCode()
  const { code: typed } = code.make('commander')
  for (let k = 0; k < 5; k++) expect(code.try(1, 'AAAAAAAA')).toEqual({ is: 'wrong' })
  expect(code.try(1, typed)).toEqual({ is: 'shutOut' })
  expect(code.try(2, typed)).toMatchObject({ is: 'right' })
  const { code: next } = code.make('commander')
  expect(code.try(1, next)).toMatchObject({ is: 'right' })
})

it('is not opened by any other text, and answers the same with and without an open code', () => {
  const { code } = aCode()
  fc.assert(
    fc.property(fc.integer(), fc.string(), fc.boolean(), (chat, typed, isOpen) => {
      if (isOpen) code.make('commander')
      else code.drop()
      expect(code.try(chat, typed).is).not.toBe('right')
    }),
  )
})

it('is given back when pairing came to nothing, unless a newer one was made', () => {
  const { code } = aCode()
  const first = code.make('commander')
  code.try(1, first.code)
  code.giveBack(first)
  expect(code.open).toEqual(first)
  code.try(1, first.code)
  const second = code.make('spotter')
  code.giveBack(first)
  expect(code.open).toEqual(second)
})
