import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FROM_APP, FROM_TERMINAL, LIMITS, type Header } from '../contracts/wire/index.ts'
import { checkMac, decodeFrames, encodeFrames, isUnsigned, type Frames } from './frames.ts'

const KEY = new Uint8Array(32).fill(7)
const OTHER_KEY = new Uint8Array(32).fill(8)
const text = (value: string) => new TextEncoder().encode(value)

const aHeader = (fields: Partial<Header> = {}): Header => ({
  v: 1,
  t: 'beat',
  s: 'session1',
  n: 3,
  a: 2,
  ms: 1_700_000_000_000,
  ...fields,
})

function framesOf(header: Header, body: Uint8Array): Frames {
  const frames = encodeFrames(header, body, isUnsigned(header.t) ? null : KEY)
  if ('is' in frames) throw new Error(frames.text)
  return frames
}

const codeOf = (parts: readonly Uint8Array[]) => {
  const decoded = decodeFrames(parts)
  return decoded.is === 'refused' ? decoded.code : 'message'
}

const anyHeader = fc.record(
  {
    v: fc.constant(1),
    t: fc.constantFrom(...FROM_TERMINAL, ...FROM_APP),
    s: fc.string({ maxLength: 32 }),
    n: fc.maxSafeNat(),
    a: fc.maxSafeNat(),
    ms: fc.maxSafeNat(),
    pd: fc.constant(1 as const),
    i: fc.nat(65_535),
  },
  { requiredKeys: ['v', 't', 'n', 'a', 'ms'] },
)
const anyBody = fc.uint8Array({ maxLength: 600 })

describe('a message', () => {
  it('comes back as it was sent, whatever its header and body', () => {
    fc.assert(
      fc.property(anyHeader, anyBody, (header, body) => {
        const decoded = decodeFrames(framesOf(header, body))
        expect(decoded).toMatchObject({ is: 'message', header, body })
        if (decoded.is === 'message') expect(checkMac(decoded, KEY)).toBeNull()
      }),
    )
  })

  it('is refused when any bit of it is flipped', () => {
    const signed = anyHeader.filter(header => !isUnsigned(header.t))
    fc.assert(
      fc.property(signed, anyBody, fc.nat(), (header, body, pick) => {
        const frames = framesOf(header, body).map(part => Uint8Array.from(part))
        const bit = pick % (frames.reduce((sum, part) => sum + part.length, 0) * 8)
        flip(frames, bit)
        const decoded = decodeFrames(frames)
        const refusal = decoded.is === 'refused' ? decoded : checkMac(decoded, KEY)
        expect(refusal?.is).toBe('refused')
      }),
      { numRuns: 500 },
    )
  })

  it('is refused under another key', () => {
    const decoded = decodeFrames(framesOf(aHeader(), text('{}')))
    expect(decoded.is === 'message' && checkMac(decoded, OTHER_KEY)).toMatchObject({ code: 'BAD_MAC' })
  })

  it('is refused when bytes move from its body into its header', () => {
    const [header, body, mac] = framesOf(aHeader(), text(' {}'))
    expect(codeOf([Buffer.concat([header, body.subarray(0, 1)]), body.subarray(1), mac])).toBe('HEADER_SHAPE')
  })
})

describe('random frames', () => {
  it('never throw, and never pass', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 700 }), { maxLength: 5 }), parts => {
        expect(decodeFrames(parts).is).toBe('refused')
      }),
    )
  })

  it('never throw when they are JSON of any shape', () => {
    fc.assert(
      fc.property(fc.json(), json => {
        expect(decodeFrames([text(json), text('{}'), new Uint8Array(16)]).is).toBe('refused')
      }),
    )
  })
})

describe('a header', () => {
  const refusedAs = (header: string, mac = LIMITS.macBytes) =>
    codeOf([text(header), text('{}'), new Uint8Array(mac)])

  it('over its length is refused before it is read', () => {
    expect(refusedAs(JSON.stringify({ ...aHeader(), s: 'x'.repeat(600) }))).toBe('HEADER_LENGTH')
  })
  it('that is nested is refused', () => {
    expect(refusedAs(JSON.stringify({ ...aHeader(), s: ['deep'] }))).toBe('HEADER_SHAPE')
  })
  it('of another version is told apart from a broken one', () => {
    expect(refusedAs('{"v":2,"t":"somethingNew"}')).toBe('WRONG_VERSION')
    expect(refusedAs('{"v":1,"t":"somethingNew"}')).toBe('HEADER_FIELD')
    expect(refusedAs('{"v":1,')).toBe('HEADER_SHAPE')
    expect(refusedAs('{"v":1,}')).toBe('HEADER_TEXT')
  })
  it('names the field that is wrong', () => {
    const decoded = decodeFrames([
      text(JSON.stringify({ ...aHeader(), n: -1 })),
      text('{}'),
      new Uint8Array(16),
    ])
    expect(decoded).toMatchObject({
      code: 'HEADER_FIELD',
      text: expect.stringContaining('header: n:') as string,
    })
  })
})

describe('the frames around it', () => {
  const [header, body, mac] = framesOf(aHeader(), text('{}'))

  it('are exactly three', () => {
    expect([codeOf([header, body]), codeOf([header, body, mac, mac]), codeOf([])]).toEqual(
      Array(3).fill('FRAME_COUNT'),
    )
  })
  it('carry a MAC of 16 bytes, and none for unsigned types', () => {
    expect(codeOf([header, body, mac.subarray(1)])).toBe('MAC_LENGTH')
    const [helloHeader, helloBody] = framesOf(aHeader({ t: 'hello' }), text('{}'))
    expect(codeOf([helloHeader, helloBody, mac])).toBe('MAC_LENGTH')
  })
  it('refuse a body over the limit on both sides', () => {
    const big = new Uint8Array(LIMITS.bodyBytes + 1)
    expect(codeOf([header, big, mac])).toBe('BODY_LENGTH')
    expect(encodeFrames(aHeader(), big, KEY)).toMatchObject({ is: 'refused', code: 'BODY_LENGTH' })
  })
  it('are not made for a signed type without a key', () => {
    expect(() => encodeFrames(aHeader(), text('{}'), null)).toThrow('do not fit together')
  })
})

function flip(frames: readonly Uint8Array[], bit: number): void {
  let at = bit >>> 3
  for (const frame of frames) {
    if (at < frame.length) {
      frame[at] = (frame[at] ?? 0) ^ (1 << (bit & 7))
      return
    }
    at -= frame.length
  }
}
