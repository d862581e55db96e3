import { createHash, createHmac } from 'node:crypto'
import { afterAll, describe, expect, it } from 'vitest'
import { formatPairingKey } from '../../engine/wire/index.ts'
import { hex, Readers } from './readers.ts'

const readers = await Readers.open('release')
afterAll(() => readers.close())

const bytes = (count: number, salt = 7) =>
  Buffer.from(Array.from({ length: count }, (_, at) => (at * salt + count) & 255))
const LENGTHS = [0, 1, 31, 55, 56, 63, 64, 65, 119, 128, 1_000]

describe('SHA-256 and HMAC in the EA', () => {
  it.each(LENGTHS)('of %i bytes are those of everybody else', length => {
    const [key, data] = [bytes(32, 11), bytes(length)]
    expect(readers.ask(`sha ${hex(data)}`)).toBe(createHash('sha256').update(data).digest('hex'))
    expect(readers.ask(`hmac ${hex(key)} ${hex(data)}`)).toBe(
      createHmac('sha256', key).update(data).digest('hex'),
    )
  })

  it('refuse a key that is longer than a block', () => {
    expect(readers.ask(`hmac ${hex(bytes(65))} 00`)).toBe('failed')
  })

  it('are compared by every byte and by their length', () => {
    const pairs = [
      ['0102', '0102'],
      ['0102', '0103'],
      ['0202', '0102'],
      ['0102', '010203'],
      ['-', '-'],
    ]
    expect(readers.askAll(pairs.map(pair => `same ${pair.join(' ')}`))).toEqual([
      'true',
      'false',
      'false',
      'false',
      'true',
    ])
  })
})

describe('a pairing key in the EA', () => {
  const key = bytes(32)
  const text = formatPairingKey(key)

  it('is read however it was copied', () => {
    const typed = [text, text.toLowerCase(), text.replaceAll('-', ''), `  ${text.replaceAll('-', ' - ')}\t`]
    const slips = text.replaceAll('0', 'O').replaceAll('1', 'l')
    expect(readers.askAll([...typed, slips].map(one => `key ${one}`))).toEqual(Array(5).fill(hex(key)))
  })

  it('is refused with what is wrong with it', () => {
    const swapped = text.startsWith('0') ? `1${text.slice(1)}` : `0${text.slice(1)}`
    const wrong = ['', text.slice(1), `${text}0`, text.replace(/.$/, 'U'), swapped, `${text.slice(0, -1)}9`]
    const refusals = readers.askAll(wrong.map(one => `key ${one}`))
    expect(refusals.map(refusal => refusal.replace(/: copy the pairing key from BITTEN again$/, ''))).toEqual(
      [
        'refused: a pairing key has 55 characters, this one has 0',
        'refused: a pairing key has 55 characters, this one has 54',
        'refused: a pairing key has 55 characters, this one has 56',
        "refused: 'U' does not belong into a pairing key",
        'refused: the pairing key has a typing mistake',
        'refused: the pairing key has a typing mistake at its end',
      ],
    )
  })
})
