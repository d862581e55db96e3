import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { MOST_DISPATCH_CHARACTERS, type Dispatch, type DispatchBody } from '../../contracts/dispatches.ts'
import { AccountKind, Cents, EpochMs } from '../../contracts/primitives.ts'
import { CallSign } from '../../contracts/squad.ts'
import { Rank } from '../../contracts/vocabulary.ts'
import { aUlid } from '../../testkit/events.ts'
import { aSigner, dispatchesOf } from '../../testkit/dispatches.ts'
import { signedBytes } from './parts.ts'

const ghost = dispatchesOf('Ghost')
const viper = dispatchesOf('Viper')
const atMs = EpochMs.parse(Date.UTC(2026, 0, 6))

const anEnlistment = (callSign = 'Ghost'): Dispatch => ({
  kind: 'enlistment',
  body: { invitation: aUlid(1), leader: viper.key, callSign: CallSign.parse(callSign), madeMs: atMs },
})

const line = fc.record(
  {
    account: fc.constantFrom(...AccountKind.options),
    rank: fc.constantFrom(...Rank.options),
    results: fc
      .tuple(fc.nat(99_999), fc.nat(99_999), fc.integer({ min: -999_999, max: 999_999 }))
      .map(([a, b, r]) => ({ trades: Math.max(a, b), wins: Math.min(a, b), r: r / 100 })),
    money: fc.integer().map(cents => ({ netCents: Cents.parse(cents), currency: 'EUR' })),
  },
  { requiredKeys: ['account', 'rank'] },
)
const callSign = fc
  .string({ unit: fc.constantFrom('a', 'é', '⚡', '🦅', 'ن', 'ж', '狼'), minLength: 2, maxLength: 18 })
  .map(text => CallSign.parse(text))
const report: fc.Arbitrary<Dispatch> = fc
  .record({
    callSign,
    lines: fc.uniqueArray(line, { maxLength: 4, selector: ({ account }) => account }),
  })
  .map(({ callSign: name, lines }) => ({
    kind: 'report',
    body: { leader: viper.key, callSign: name, weekMs: atMs, madeMs: atMs, lines },
  }))

test('what is written is read as it was, by everyone, with the key of its writer', () => {
  fc.assert(
    fc.property(report, dispatch => {
      const text = ghost.write(dispatch)
      expect(text).toMatch(/^BITTEN1\.[a-zA-Z0-9._-]+$/)
      expect(text.length).toBeLessThan(MOST_DISPATCH_CHARACTERS)
      expect(viper.read(text)).toEqual({ is: 'dispatch', by: ghost.key, ...dispatch })
    }),
  )
})

test('white space counts nothing, wherever a mail or a chat has put it', () => {
  const text = ghost.write(anEnlistment())
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(text.length), fc.constantFrom(' ', '\n', '\r\n', '\t', '\u00a0'))),
      spaces => {
        let wrapped = text
        for (const [at, space] of spaces) wrapped = wrapped.slice(0, at) + space + wrapped.slice(at)
        expect(viper.read(wrapped)).toEqual(viper.read(text))
      },
    ),
  )
})

test('a dispatch in which any one character is another is refused', () => {
  const text = ghost.write(anEnlistment('نسر 🦅'))
  const anyOther = fc.oneof(fc.constantFrom(...Array.from('ABCXYZabcxyz0189-_. =+/\n')), fc.string({ minLength: 1, maxLength: 1, unit: 'binary' })) // prettier-ignore
  fc.assert(
    fc.property(fc.nat(text.length - 1), anyOther, (at, other) => {
      fc.pre(other !== text[at])
      expect(viper.read(text.slice(0, at) + other + text.slice(at + 1)).is).toBe('refused')
    }),
    { numRuns: 1_500 },
  )
})

test('a dispatch that misses any one character is refused', () => {
  const text = ghost.write(anEnlistment())
  for (let at = 0; at < text.length; at++)
    expect(viper.read(text.slice(0, at) + text.slice(at + 1)).is).toBe('refused')
})

test('the longest report of all fits into a QR code', () => {
  const lines: DispatchBody<'report'>['lines'] = AccountKind.options.map(account => ({
    account,
    rank: 'COMMANDER',
    results: { trades: 99_999, wins: 99_999, r: -99_998.99 },
    money: { netCents: Cents.parse(-99_999_999_999), currency: 'USD' },
  }))
  const name = CallSign.parse('狼'.repeat(24))
  const body = { leader: viper.key, callSign: name, weekMs: atMs, madeMs: atMs, lines }
  expect(ghost.write({ kind: 'report', body }).length).toBeLessThanOrEqual(MOST_DISPATCH_CHARACTERS)
})

describe('what is no dispatch is refused in one sentence', () => {
  const text = ghost.write(anEnlistment())
  const [mark = '', kind = '', body = '', key = '', signature = ''] = text.split('.')
  const signedAs = (head: string) => `${head}.${aSigner('Ghost').sign(signedBytes(head))}`
  const bodyOf = (value: unknown) => Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url') // prettier-ignore
  const fields = { ...anEnlistment().body }

  it.each([
    ['nothing', '', 'NOT_A_DISPATCH'],
    ['the QR code of something else', 'https://example.com/?q=BITTEN1.enlistment', 'NOT_A_DISPATCH'],
    ['a Wi-Fi QR code', 'WIFI:T:WPA;S:home;P:secret;;', 'NOT_A_DISPATCH'],
    ['binary', '\u0000\u0001\u0002', 'NOT_A_DISPATCH'],
    ['another version', text.replace('BITTEN1', 'BITTEN2'), 'OTHER_VERSION'],
    ['its first half', text.slice(0, text.length / 2), 'CUT_SHORT'],
    ['all but its last character', text.slice(0, -1), 'CUT_SHORT'],
    ['two at once', text + text, 'CHANGED'],
    ['more than any dispatch', `${text}.${'A'.repeat(2_000)}`, 'TOO_LONG'],
    ['another kind', [mark, 'report', body, key, signature].join('.'), 'FORGED'],
    ['another’s name on it', [mark, kind, body, viper.key, signature].join('.'), 'FORGED'],
    ['other words under it', [mark, kind, bodyOf({ ...fields, callSign: 'Viper' }), key, signature].join('.'), 'FORGED'], // prettier-ignore
    ['a kind of tomorrow', signedAs([mark, 'order', body, key].join('.')), 'UNKNOWN_DISPATCH'],
    ['no name of a kind', signedAs([mark, 'constructor', body, key].join('.')), 'UNKNOWN_DISPATCH'],
    ['signed nonsense', signedAs([mark, kind, bodyOf('nonsense'), key].join('.')), 'UNREADABLE'],
    ['signed with more in it', signedAs([mark, kind, bodyOf({ ...fields, xp: 1 }), key].join('.')), 'UNREADABLE'], // prettier-ignore
    ['signed in another order', signedAs([mark, kind, bodyOf(Object.fromEntries(Object.entries(fields).toReversed())), key].join('.')), 'UNREADABLE'], // prettier-ignore
    ['signed with white space', signedAs([mark, kind, bodyOf(JSON.stringify(fields, null, 1)), key].join('.')), 'UNREADABLE'], // prettier-ignore
    ['a name that turns its direction', signedAs([mark, kind, bodyOf({ ...fields, callSign: 'ab\u202ecd' }), key].join('.')), 'UNREADABLE'], // prettier-ignore
    ['a time of no clock', signedAs([mark, kind, bodyOf({ ...fields, madeMs: 1 }), key].join('.')), 'UNREADABLE'], // prettier-ignore
  ])('%s', (_, given, code) => {
    expect(viper.read(given)).toEqual({ is: 'refused', code, text: expect.stringMatching(/^[A-Z].*\.$/) as string }) // prettier-ignore
  })
})

test('any text at all is read or refused, never thrown at', () => {
  const isRefused = (text: string) => viper.read(text).is === 'refused'
  fc.assert(fc.property(fc.string({ unit: 'binary' }), isRefused))
  fc.assert(fc.property(fc.array(fc.string()), parts => isRefused(['BITTEN1', ...parts].join('.'))))
})
