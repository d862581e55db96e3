import { createPublicKey, verify } from 'node:crypto'
import { expect, it } from 'vitest'
import { PublicKey, Signature } from '../../contracts/squad.ts'
import { verifySignature } from './install-key.ts'
import { isWeakKey } from './weak-key.ts'

const POINTS = [
  ['1', '0100000000000000000000000000000000000000000000000000000000000000'],
  ['1, with the sign of x', '0100000000000000000000000000000000000000000000000000000000000080'],
  ['1, written beyond the field', 'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f'],
  ['2', 'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f'],
  ['4', '0000000000000000000000000000000000000000000000000000000000000080'],
  ['8', '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85'],
  ['8, the other', 'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa'],
] as const
/** The neutral point, and nothing: the signature of nobody. */
const EMPTY = Buffer.from(`01${'00'.repeat(63)}`, 'hex')
const keyOf = (hex: string) => PublicKey.parse(Buffer.from(hex, 'hex').toString('base64url'))

it.each(POINTS)('a key of order %s has signed nothing', (_order, hex) => {
  const signature = Signature.parse(EMPTY.toString('base64url'))
  const texts = Array.from({ length: 64 }, (_, k) => Buffer.from(`two shots, ${k} kills`))

  expect(isWeakKey(keyOf(hex))).toBe(true)
  expect(texts.some(text => verifySignature(keyOf(hex), text, signature))).toBe(false)
})

it('the arithmetic alone would take the empty signature for any text', () => {
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: keyOf(POINTS[0][1]) }, format: 'jwk' })

  expect(verify(null, Buffer.from('ten shots, ten kills'), key, EMPTY)).toBe(true)
})

it('the key of an install is not weak', () => {
  expect(isWeakKey(keyOf('3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c'))).toBe(false)
})
