import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Cents, EpochMs, Ticket } from '../contracts/primitives.ts'
import { BODIES, type BodyOf, type JsonMessageType } from '../contracts/wire/index.ts'
import { decodeBody, encodeBody } from './bodies.ts'

const types = Object.keys(BODIES) as JsonMessageType[]
const text = (value: string) => new TextEncoder().encode(value)

const anAccount = (fields: Partial<BodyOf<'account'>> = {}): BodyOf<'account'> => ({
  currency: 'USD',
  balance: Cents.parse(1_000_000),
  equity: Cents.parse(999_950),
  margin: Cents.parse(0),
  freeMargin: Cents.parse(999_950),
  leverage: 100,
  kind: 'simulated',
  tradeAllowed: true,
  ...fields,
})

describe('a body', () => {
  it('carries money as decimal text and gives back the same cents', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), cents => {
        const bytes = encodeBody('account', anAccount({ balance: Cents.parse(cents) }))
        expect(decodeBody('account', bytes)).toMatchObject({ is: 'body', body: { balance: cents } })
      }),
    )
    expect(Buffer.from(encodeBody('account', anAccount())).toString()).toContain('"balance":"10000.00"')
  })

  it('of a deal without a volume is refused: no price could be weighted by it', () => {
    const { lots } = BODIES.deal.shape
    for (const none of ['0', '0.00', '000.0']) expect(lots.safeParse(none).success).toBe(false)
    for (const some of ['0.01', '10', '100.50']) expect(lots.safeParse(some).success).toBe(true)
  })

  it('of a deal comes back as it was sent', () => {
    const deal: BodyOf<'deal'> = {
      deal: Ticket.parse('18446744073709551615'),
      order: Ticket.parse('12'),
      position: Ticket.parse('12'),
      id: null,
      symbol: 'EURUSD.£',
      entry: 'out',
      side: 'sell',
      lots: '0.10',
      price: '1.10234',
      profit: Cents.parse(-1234),
      commission: Cents.parse(-70),
      swap: Cents.parse(0),
      timeMs: EpochMs.parse(1_700_000_000_123),
      reason: 'stop',
      magic: 777_001,
    }
    expect(decodeBody('deal', encodeBody('deal', deal))).toEqual({ is: 'body', body: deal })
  })

  it('may say more than this side understands', () => {
    expect(decodeBody('busy', text('{"ms":5,"why":"OrderSend"}'))).toEqual({ is: 'body', body: { ms: 5 } })
  })

  it('is refused with its type and the path of what is wrong', () => {
    const refused = decodeBody('specs', text('{"symbols":[{"index":0,"name":""}]}'))
    expect(refused).toMatchObject({
      code: 'BODY_FIELD',
      text: expect.stringContaining('specs: symbols.0.name:') as string,
    })
  })

  it('is refused when it is nested too deep, before it is read', () => {
    expect(decodeBody('ack', text('{"a":{"b":{"c":{}}}}'))).toMatchObject({ code: 'BODY_DEPTH' })
    expect(decodeBody('ack', text('['.repeat(100_000)))).toMatchObject({ code: 'BODY_DEPTH' })
  })

  it('counts no brackets inside of text', () => {
    expect(decodeBody('bye', text(JSON.stringify({ reason: '[[[[ \\" [[[[ \\' }))).is).toBe('body')
  })

  it('is refused when it is not UTF-8 or not JSON', () => {
    expect(decodeBody('ack', Uint8Array.of(0xff, 0xfe))).toMatchObject({
      text: 'The body of ack is not UTF-8 text.',
    })
    expect(decodeBody('ack', text('{'))).toMatchObject({ text: 'The body of ack is not JSON.' })
  })

  it('of our own making that breaks its schema is a bug and throws', () => {
    expect(() => encodeBody('busy', { ms: -1 })).toThrow('ms')
  })
})

describe('random bytes', () => {
  it('never throw, whatever type they claim to be', () => {
    fc.assert(
      fc.property(fc.constantFrom(...types), fc.uint8Array({ maxLength: 300 }), (type, bytes) => {
        expect(['body', 'refused']).toContain(decodeBody(type, bytes).is)
      }),
    )
  })

  it('never throw when they are JSON of any shape', () => {
    fc.assert(
      fc.property(fc.constantFrom(...types), fc.json(), (type, json) => {
        expect(['body', 'refused']).toContain(decodeBody(type, text(json)).is)
      }),
    )
  })
})
