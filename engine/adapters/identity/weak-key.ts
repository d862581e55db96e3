import type { PublicKey } from '../../contracts/squad.ts'

/**
 * The points of order 1, 2, 4 and 8, each as y without the sign of x, and the two that are written beyond the field: RFC 8032, 5.1.
 * One signature of theirs fits many texts, so that nobody who signs with one has said anything.
 */
const WEAK: ReadonlySet<string> = new Set([
  '0000000000000000000000000000000000000000000000000000000000000000',
  '0100000000000000000000000000000000000000000000000000000000000000',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
  'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
])

/** A key that no install can have, and that signs what nobody wrote. */
export function isWeakKey(publicKey: PublicKey): boolean {
  const bytes = Buffer.from(publicKey, 'base64url')
  bytes[31] = (bytes[31] ?? 0) & 0x7f
  return WEAK.has(bytes.toString('hex'))
}
