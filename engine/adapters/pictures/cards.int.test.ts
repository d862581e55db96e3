/** Cards as they are drawn, sent on and checked: the fonts are read from disk. */
import { createCanvas, loadImage } from '@napi-rs/canvas'
import { create } from 'qrcode'
import { describe, expect, it } from 'vitest'
import { CardPart, CardTheme, type CardFacts } from '../../contracts/card.ts'
import { AccountKind } from '../../contracts/primitives.ts'
import { shownFacts } from '../../domain/cards/shown-facts.ts'
import { aKill, aSitrep } from '../../testkit/cards.ts'
import { aSigner } from '../../testkit/dispatches.ts'
import { anEmptyPicture, resent } from '../../testkit/pictures.ts'
import { verifySignature } from '../identity/index.ts'
import { checkCard, sitrepPicture, tradeCardPicture } from './index.ts'
import { pictureFile } from './code/picture-file.ts'
import { ACCOUNT_COLOURS } from './themes/palette.ts'

const viper = aSigner('Viper')
const check = (picture: Uint8Array) => checkCard(picture, verifySignature)
const codeOf = async (picture: Uint8Array) => {
  const found = await check(picture)
  return found.is === 'refused' ? found.code : found.is
}
const card = async (facts = aKill(), theme: CardTheme = 'nightOps') =>
  (await tradeCardPicture(facts, { theme }, viper)).png

/** The longest that a card can tell. */
const LONGEST = aKill({
  account: 'simulated',
  card: 'debrief',
  callSign: '🦅'.repeat(18),
  setup: 'HOUR-SQUEEZE-CONTINUATION-OF-THE-YEAR-AB',
  r: -12_345.67,
  pips: -12_345.6,
  netCents: -123_456_789_012,
  lots: 1_000_000.01,
  open: '123456.12345678',
  close: '123456.12345678',
  n: 1_234_567,
  calibrated: false,
})

/** What a messenger sends on: half the size, pressed hard, or both. */
const MESSENGERS = [
  [1, null],
  [1, 40],
  [0.67, 60],
  [0.5, null],
  [0.5, 75],
  [0.5, 50],
] as const

describe('a kill card', () => {
  it.each(CardTheme.options)('in %s is a PNG of 1200 by 675 that tells its facts', async theme => {
    const { png, facts, publicKey } = await tradeCardPicture(aKill(), { theme }, viper)

    expect(pictureFile(png)).toEqual({ is: 'picture', width: 1_200, height: 675 })
    expect(await check(png)).toEqual({ is: 'valid', facts, publicKey })
  })

  it.each(MESSENGERS)(
    'is still read when a messenger makes it × %d with quality %s',
    async (scale, quality) => {
      for (const theme of CardTheme.options)
        expect(await codeOf(await resent(await card(aKill(), theme), scale, quality)), theme).toBe('valid')
    },
  )

  it.each(MESSENGERS)(
    'with the longest facts is read at × %d with quality %s too',
    async (scale, quality) => {
      expect(await codeOf(await resent(await card(LONGEST), scale, quality))).toBe('valid')
    },
  )

  it.each(AccountKind.options)('of a %s account has its plate, whatever is left away', async account => {
    const bare = shownFacts(aKill({ account }), CardPart.options)
    const png = await card(bare, 'arctic')

    expect(await colourAt(png, 1_145, 52)).toBe(ACCOUNT_COLOURS[account])
    expect(await check(png)).toMatchObject({ is: 'valid', facts: { account } })
  })

  it.each(['👩‍🚀🦅⚡🇪🇺', 'الصقر الذهبي', 'שלום viper', 'W'.repeat(24), 'ẅ̈'.repeat(12)])(
    'keeps its layout with the call-sign %s',
    async callSign => {
      const [plain, named] = [await card(aKill({ callSign: undefined })), await card(aKill({ callSign }))]

      // Below and beside the line of the call-sign nothing has moved, but for the code.
      for (const [x, y, width, height] of [
        [30, 200, 750, 440],
        [790, 40, 380, 70],
      ] as const)
        expect(
          (await partOf(named, x, y, width, height)).equals(await partOf(plain, x, y, width, height)),
        ).toBe(true)
    },
  )
})

describe('a SITREP', () => {
  it.each([
    ['a week', aSitrep()],
    [
      'a week without a trade',
      aSitrep({
        trades: 0,
        wins: 0,
        winRateLow: undefined,
        winRateHigh: undefined,
        sumR: undefined,
        bestR: undefined,
        worstR: undefined,
      }),
    ],
  ])('of %s tells its facts', async (_what, facts) => {
    const { png, publicKey } = await sitrepPicture(facts, { theme: 'desert' }, viper)
    const told = JSON.parse(JSON.stringify(facts)) as CardFacts

    expect(await check(png)).toEqual({ is: 'valid', facts: told, publicKey })
    expect(await codeOf(await resent(png, 0.5, 60))).toBe('valid')
  })
})

describe('what is no card', () => {
  it.each([
    ['a text', Buffer.from('BITTEN1:'), 'NO_PICTURE'],
    ['nothing', new Uint8Array(), 'NO_PICTURE'],
    ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'), 'NO_PICTURE'],
    ['a PNG of which only the signature is there', Buffer.from('89504e470d0a1a0a', 'hex'), 'BROKEN_PICTURE'],
    ['a JPEG that ends at once', Buffer.from('ffd8ffe0ffd9', 'hex'), 'BROKEN_PICTURE'],
    ['nine million bytes', new Uint8Array(9_000_000), 'TOO_LARGE'],
  ] as const)('%s is refused', async (_what, file, code) => {
    expect(await codeOf(file)).toBe(code)
  })

  it('is a card that was cut off, at whatever byte', async () => {
    const png = await card()
    for (const share of [0.001, 0.1, 0.5, 0.9, 0.999_99])
      expect(await codeOf(png.subarray(0, Math.floor(png.length * share))), String(share)).not.toBe('valid')
    expect(await codeOf(png.subarray(0, png.length - 1))).toBe('BROKEN_PICTURE')
  })

  it('is a card in which one byte was turned', async () => {
    const png = Uint8Array.from(await card())
    png[png.length >> 1] = (png[png.length >> 1] ?? 0) ^ 1

    expect(await codeOf(png)).toBe('BROKEN_PICTURE')
  })

  it('is a picture larger than any card, told by its header before it is unpacked', async () => {
    expect(await check(await anEmptyPicture(4_001, 4_000))).toMatchObject({ code: 'TOO_LARGE' })
  })

  it('is a picture without a code', async () => {
    expect(await codeOf(await anEmptyPicture(1_200, 675))).toBe('NO_CODE')
    expect(await codeOf(await resent(await anEmptyPicture(300, 200), 1, 80))).toBe('NO_CODE')
  })

  it('is a code that says something else, or is of another version', async () => {
    expect(await codeOf(await aCode('https://example.org'))).toBe('FOREIGN_CODE')
    expect(await codeOf(await aCode('BITTEN7:A:B:{}'))).toBe('OTHER_VERSION')
  })
})

async function aCode(text: string): Promise<Uint8Array> {
  const { modules } = create(text, { errorCorrectionLevel: 'M' })
  const canvas = createCanvas(400, 400)
  const pen = canvas.getContext('2d')
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, 400, 400)
  pen.fillStyle = '#000'
  for (let row = 0; row < modules.size; row++)
    for (let column = 0; column < modules.size; column++)
      if (modules.get(row, column) === 1) pen.fillRect(40 + column * 6, 40 + row * 6, 6, 6)
  return canvas.encode('png')
}

async function partOf(png: Uint8Array, x: number, y: number, width: number, height: number) {
  const pen = createCanvas(1_200, 675).getContext('2d')
  pen.drawImage(await loadImage(png), 0, 0)
  return Buffer.from(pen.getImageData(x, y, width, height).data)
}

async function colourAt(png: Uint8Array, x: number, y: number): Promise<string> {
  return `#${(await partOf(png, x, y, 1, 1)).toString('hex', 0, 3)}`
}
