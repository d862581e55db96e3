import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromBase32, toBase32 } from './base32.ts'
import { appProof, sameProof, sessionKeys, terminalProof } from './keys.ts'
import { formatPairingKey, newPairingKey, parsePairingKey } from './pairing-key.ts'

const text = (value: string) => new TextEncoder().encode(value)
const anyKey = fc.uint8Array({ minLength: 32, maxLength: 32 })

describe('a pairing key', () => {
  it('comes back from its text, however a person typed it', () => {
    fc.assert(
      fc.property(anyKey, key => {
        const shown = formatPairingKey(key)
        const typed = ` ${shown.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')}\n`
        expect(parsePairingKey(shown)).toEqual({ is: 'key', key })
        expect(parsePairingKey(typed)).toEqual({ is: 'key', key })
      }),
    )
  })

  it('is eleven groups of five', () => {
    expect(formatPairingKey(new Uint8Array(32))).toMatch(
      /^([0-9A-HJKMNP-TV-Z]{5}-){10}[0-9A-HJKMNP-TV-Z]{5}$/,
    )
  })

  it('with one wrong character is noticed', () => {
    const shown = formatPairingKey(Uint8Array.from({ length: 32 }, (_, at) => at * 7))
    for (let at = 0; at < shown.length; at += 1) {
      if (shown[at] === '-') continue
      const wrong = shown.slice(0, at) + (shown[at] === 'Z' ? 'Y' : 'Z') + shown.slice(at + 1)
      expect(parsePairingKey(wrong).is).toBe('refused')
    }
  })

  it('is refused with a sentence that says what is wrong', () => {
    expect(parsePairingKey('ABC')).toMatchObject({
      code: 'KEY_LENGTH',
      text: expect.stringContaining('this one has 3') as string,
    })
    expect(parsePairingKey('U'.repeat(55))).toMatchObject({
      code: 'KEY_CHARACTER',
      text: expect.stringContaining('“U”') as string,
    })
    expect(parsePairingKey('A'.repeat(55)).is).toBe('refused')
  })

  it('is another one every time', () => {
    expect(newPairingKey()).toHaveLength(32)
    expect(newPairingKey()).not.toEqual(newPairingKey())
  })
})

describe('Base32', () => {
  it('gives back any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), bytes => {
        expect(fromBase32(toBase32(bytes))).toEqual({ is: 'bytes', bytes })
      }),
    )
  })
  it('fills up the last character with zeros and accepts nothing else', () => {
    expect(toBase32(Uint8Array.of(0xff))).toBe('ZW')
    expect(fromBase32('ZX')).toEqual({ is: 'unknown', character: 'X' })
  })
})

describe('a handshake', () => {
  const key = new Uint8Array(32).fill(1)
  const hello = { headerBytes: text('{"t":"hello"}'), body: text('{"kind":"demo"}') }
  const challenge = { headerBytes: text('{"t":"challenge"}'), body: text('{}') }
  const prove = { headerBytes: text('{"t":"prove"}'), body: text('{}') }

  it('proves with HMAC-SHA256 over a label and the bytes that travelled', () => {
    const transcript = '{"t":"hello"}{"kind":"demo"}{"t":"challenge"}{}'
    const expected = createHmac('sha256', key).update(`EA${transcript}`).digest('hex')
    expect(terminalProof(key, hello, challenge)).toBe(expected)
    const app = createHmac('sha256', key).update(`APP${transcript}{"t":"prove"}{}`).digest('hex')
    expect(appProof(key, hello, challenge, prove)).toBe(app)
  })

  it('gives each direction its own key', () => {
    const keys = sessionKeys(key, hello, challenge)
    expect(keys.fromTerminal).not.toEqual(keys.fromApp)
    const transcript = '{"t":"hello"}{"kind":"demo"}{"t":"challenge"}{}'
    expect(Buffer.from(keys.fromApp).toString('hex')).toBe(
      createHmac('sha256', key).update(`APP→EA${transcript}`).digest('hex'),
    )
  })

  it('gives another proof when anything in it was altered', () => {
    const altered = { ...hello, body: text('{"kind":"live"}') }
    expect(terminalProof(key, altered, challenge)).not.toBe(terminalProof(key, hello, challenge))
    expect(sessionKeys(key, altered, challenge)).not.toEqual(sessionKeys(key, hello, challenge))
  })

  it('compares proofs by their bytes', () => {
    expect(sameProof('00ff', '00ff')).toBe(true)
    expect(sameProof('00ff', '00fe')).toBe(false)
    expect(sameProof('00ff', '00')).toBe(false)
  })
})
