/** Bytes that were valid a moment ago. */
import type { Chance } from './chance.ts'

/** Where parsers have their corners: ends of ranges, flags, structure. */
const TELLING = [
  0, 1, 2, 4, 5, 7, 8, 0x1f, 0x20, 0x22, 0x2c, 0x5c, 0x7b, 0x7d, 0x7f, 0x80, 0xc0, 0xc2, 0xe0, 0xed, 0xf4,
  0xf8, 0xff,
]

type Mutation = (bytes: Buffer, chance: Chance) => Buffer

const at = (bytes: Buffer, chance: Chance): number => chance.below(bytes.length + 1)

const insert = (bytes: Buffer, place: number, more: Uint8Array): Buffer =>
  Buffer.concat([bytes.subarray(0, place), more, bytes.subarray(place)])

function withByte(bytes: Buffer, chance: Chance, change: (byte: number) => number): Buffer {
  if (bytes.length === 0) return bytes
  const copy = Buffer.from(bytes)
  const place = chance.below(copy.length)
  copy[place] = change(copy[place] ?? 0) & 255
  return copy
}

const MUTATIONS: readonly Mutation[] = [
  (bytes, chance) => withByte(bytes, chance, byte => byte ^ (1 << chance.below(8))),
  (bytes, chance) => withByte(bytes, chance, () => chance.pick(TELLING)),
  (bytes, chance) => withByte(bytes, chance, byte => byte + chance.pick([-1, 1])),
  (bytes, chance) => insert(bytes, at(bytes, chance), Buffer.from([chance.pick(TELLING)])),
  (bytes, chance) => insert(bytes, at(bytes, chance), chance.bytes(6)),
  (bytes, chance) => bytes.subarray(0, at(bytes, chance)),
  (bytes, chance) => bytes.subarray(at(bytes, chance)),
  (bytes, chance) => {
    const [from, to] = [at(bytes, chance), at(bytes, chance)].toSorted((a, b) => a - b)
    return Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)])
  },
  (bytes, chance) => {
    const from = at(bytes, chance)
    return insert(bytes, at(bytes, chance), bytes.subarray(from, from + chance.below(40)))
  },
]

/** One to three changes. */
export function mutated(bytes: Buffer, chance: Chance): Buffer {
  let changed = bytes
  for (let left = 1 + chance.below(3); left > 0; left -= 1) changed = chance.pick(MUTATIONS)(changed, chance)
  return changed
}
