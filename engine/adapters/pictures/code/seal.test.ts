import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import type { CardFacts } from '../../../contracts/card.ts'
import { Cents } from '../../../contracts/primitives.ts'
import { toBase32 } from '../../../wire/base32.ts'
import { aKill, aSitrep } from '../../../testkit/cards.ts'
import { aSigner } from '../../../testkit/dispatches.ts'
import { verifySignature } from '../../identity/index.ts'
import { readSeal } from './read-seal.ts'
import { seal, signedBytes } from './seal.ts'

const viper = aSigner('Viper')
const textOf = (facts: CardFacts, signer = viper) => {
  const { head, facts: told } = seal(facts, signer)
  return `${head}${told}`
}
const read = (text: string) => readSeal(text, verifySignature)
const codeOf = (text: string) => {
  const check = read(text)
  return check.is === 'refused' ? check.code : check.is
}

/** Signed words that no card of ours would say. */
function signedWords(words: string): string {
  const key = toBase32(Buffer.from(viper.publicKey, 'base64url'))
  const signature = toBase32(Buffer.from(viper.sign(signedBytes(words)), 'base64url'))
  return `BITTEN1:${key}:${signature}:${words}`
}

describe('the code of a card', () => {
  it.each([
    ['a kill', aKill()],
    ['a debrief with a call-sign from right to left', aKill({ card: 'debrief', callSign: 'الصقر الذهبي' })],
    ['a week', aSitrep()],
    ['a week without a trade', aSitrep({ trades: 0, wins: 0, sumR: undefined, bestR: undefined })],
  ])('tells the facts of %s and who signed them', (_what, facts) => {
    const told = JSON.parse(JSON.stringify(facts)) as unknown
    expect(read(textOf(facts))).toEqual({ is: 'valid', facts: told, publicKey: viper.publicKey })
  })

  it('is refused when one digit of a fact was changed', () => {
    const text = textOf(aKill({ r: 2.41 }))

    expect(codeOf(text.replace('"r":2.41', '"r":9.41'))).toBe('BAD_SIGNATURE')
  })

  it('is refused with somebody else’s key in front of it', () => {
    const [head, , ...rest] = textOf(aKill()).split(':')
    const stranger = textOf(aKill(), aSigner('Ghost')).split(':')[1]

    expect(codeOf([head, stranger, ...rest].join(':'))).toBe('BAD_SIGNATURE')
  })

  test.prop([fc.nat(), fc.constantFrom(...Array.from('0123456789ABCDEFGHJKMNPQRSTVWXYZ{}":,.-'))])(
    'is never believed with any one letter changed',
    (at, letter) => {
      const text = textOf(aKill())
      const place = at % text.length
      fc.pre(text[place] !== letter)

      expect(codeOf(`${text.slice(0, place)}${letter}${text.slice(place + 1)}`)).not.toBe('valid')
    },
  )

  test.prop([fc.string({ unit: 'binary' })])(
    'is never made out of any other text, and throws for none',
    text => {
      expect(codeOf(text)).toBe('FOREIGN_CODE')
      expect(codeOf(`BITTEN1:${text}`)).toBe('BAD_SIGNATURE')
    },
  )

  it('of a newer version is refused by its number', () => {
    expect(read(textOf(aKill()).replace('BITTEN1', 'BITTEN2'))).toMatchObject({
      code: 'OTHER_VERSION',
      text: expect.stringContaining('version 2') as string,
    })
  })

  it.each([
    ['an invitation to a web page', 'https://example.org'],
    ['nothing', ''],
    ['the predecessor’s words', 'BITTEN:KILL:EURUSD'],
  ])('that is %s is refused as something else', (_what, text) => {
    expect(codeOf(text)).toBe('FOREIGN_CODE')
  })

  it.each([
    ['a kind of account that is left away', '{"card":"kill","order":"01KC8Q7ZV5T0M3R9S2XG4H6J8K"}'],
    ['a fact that no card has', JSON.stringify({ ...aKill(), balance: 1 })],
    ['a call-sign that moves the cursor', JSON.stringify({ ...aKill(), callSign: 'a\u001b[2Jb' })],
    ['a day beyond the calendar', JSON.stringify({ ...aKill(), closeMs: 9e15 })],
    ['a kill that lost money', seal({ ...aKill(), netCents: Cents.parse(-1) }, viper).facts],
    ['a week of more wins than trades', seal({ ...aSitrep(), wins: 15 }, viper).facts],
    ['an interval upside down', seal({ ...aSitrep(), winRateLow: 0.9 }, viper).facts],
    ['no JSON', '{'],
    ['the same facts in another order', JSON.stringify(aKill())],
    ['a fact that is said twice', seal(aKill(), viper).facts.replace('"r":2.41', '"r":9,"r":2.41')],
  ])('with a true signature over %s is refused', (_what, words) => {
    expect(codeOf(signedWords(words))).toBe('BAD_FACTS')
  })

  it('takes no signature that the same key gave to anything else', () => {
    const { facts } = seal(aKill(), viper)
    const key = toBase32(Buffer.from(viper.publicKey, 'base64url'))
    const elsewhere = toBase32(Buffer.from(viper.sign(Buffer.from(facts)), 'base64url'))

    expect(codeOf(`BITTEN1:${key}:${elsewhere}:${facts}`)).toBe('BAD_SIGNATURE')
  })
})
