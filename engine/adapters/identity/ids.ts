import { randomBytes } from 'node:crypto'
import type { EpochMs, Ulid } from '../../contracts/primitives.ts'
import type { Ids } from '../../ports/index.ts'

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const TIME_CHARS = 10
const COUNT_CHARS = 16
const COUNT_BITS = 80n

function base32(value: bigint, chars: number): string {
  let text = ''
  for (let rest = value; text.length < chars; rest >>= 5n) text = ALPHABET.charAt(Number(rest & 31n)) + text
  return text
}

/**
 * ULIDs (github.com/ulid/spec): 48 bits of milliseconds and an 80-bit counter that begins at `seed` and only goes up, so
 * that they sort in the order they were made even when the clock does not move or moves back.
 */
function ids(seed: (atMs: number) => bigint): Ids {
  let lastMs = -1
  let count = 0n
  return {
    next(atMs: EpochMs): Ulid {
      if (atMs > lastMs) {
        lastMs = atMs
        count = seed(atMs) & ((1n << COUNT_BITS) - 1n)
      } else count++
      return (base32(BigInt(lastMs), TIME_CHARS) + base32(count, COUNT_CHARS)) as Ulid
    },
  }
}

/** Unique over all machines: 79 random bits a millisecond, which leave room to count. */
export const randomIds = (): Ids => ids(() => BigInt(`0x${randomBytes(10).toString('hex')}`) >> 1n)

/** The same calls always give the same ids: for replays. */
export const countedIds = (): Ids => ids(() => 0n)
