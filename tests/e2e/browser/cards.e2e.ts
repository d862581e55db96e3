/** The screen of cards: a gallery, the picture that the archive drew, what is shown on it, and the check of anybody's card. */
import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { tradeCardPicture } from '../../../engine/adapters/pictures/index.ts'
import type { CardCheck, TradeFacts } from '../../../engine/contracts/card.ts'
import { EpochMs } from '../../../engine/contracts/primitives.ts'
import { ReportBook } from '../../../engine/domain/reports/report-book.ts'
import { aKill } from '../../../engine/testkit/cards.ts'
import { aSigner } from '../../../engine/testkit/dispatches.ts'
import { violations } from '../support/axe.ts'
import { aTrade, cents } from '../support/view-parts.ts'
import { unlinkedRoom } from '../support/rooms.ts'
import { expect, test } from '../support/war-room.ts'
import type { WarRoomPage } from '../support/war-room.ts'

const signer = aSigner('Viper')
const facts: TradeFacts = aKill({ account: 'simulated', netCents: undefined, lots: undefined })
const trades = [
  { ...aTrade({ netCents: cents(123.4), r: 2.41 }), seq: 9 },
  { ...aTrade({ netCents: cents(-50), r: -1 }), seq: 7 },
]
const tradesPage = { is: 'answer', value: { trades, nextBeforeSeq: null, total: 2 } } as const

const gallery = (page: Page) => page.getByRole('region', { name: 'On record' })
const preview = (page: Page) => page.getByRole('region', { name: 'Card', exact: true })
const checker = (page: Page) => page.getByRole('region', { name: 'Check a card' })

/** Opens the screen, with a card that was really drawn. */
async function openCards(room: WarRoomPage, check?: CardCheck): Promise<void> {
  await room.open({ answers: { tradesPage } })
  const { png } = await tradeCardPicture(facts, { theme: 'nightOps' }, signer)
  const scripted = { base64: Buffer.from(png).toString('base64'), facts, key: signer.publicKey, check }
  await room.page.evaluate(({ base64, facts: told, key, check: checked }) => {
    const picture = Uint8Array.from(atob(base64), letter => letter.charCodeAt(0))
    const value = { is: 'card' as const, png: picture, facts: told, publicKey: key }
    const { fakeEngine } = window
    fakeEngine.answers = {
      ...fakeEngine.answers,
      killCard: { is: 'answer', value },
      ...(checked && { verifyCard: { is: 'answer' as const, value: checked } }),
    }
  }, scripted)
  await room.page.getByRole('navigation').getByRole('button', { name: 'Cards' }).click()
}

async function drop(page: Page, name: string, bytes: number): Promise<void> {
  await checker(page)
    .locator('input[type=file]')
    .setInputFiles({
      name,
      mimeType: 'image/png',
      buffer: Buffer.alloc(bytes),
    })
}

test('winners and the others are told apart, and a card is drawn of the one that is chosen', async ({
  page,
  room,
}) => {
  await openCards(room)
  await expect(gallery(page).getByRole('listitem')).toHaveCount(1)
  await expect(preview(page)).toContainText('Choose a trade or a week.')
  await gallery(page).getByRole('listitem').getByRole('button').click()

  const picture = preview(page).getByRole('img')
  await expect(picture).toHaveAttribute(
    'alt',
    /^Kill card, Account Simulated, no real money, Call-sign Viper, Pair EURUSD/,
  )
  await expect(picture).toHaveJSProperty('naturalWidth', 1_200)
  expect(await violations(page)).toEqual([])
  await room.picture('cards')
  await gallery(page).getByRole('button', { name: 'Debriefs' }).click()
  await expect(gallery(page).getByRole('listitem')).toContainText('−1.00 R')
})

test('money and lots are off until they are asked for, and the kind of account has no switch', async ({
  page,
  room,
}) => {
  await openCards(room)
  const shown = preview(page).getByRole('group', { name: 'Show' })

  await expect(shown.getByRole('button', { name: 'Money' })).toHaveAttribute('aria-pressed', 'false')
  await expect(shown.getByRole('button', { name: 'Lots' })).toHaveAttribute('aria-pressed', 'false')
  await expect(shown.getByRole('button', { pressed: true })).toHaveCount(9)
  await expect(shown.getByRole('button', { name: /account/i })).toHaveCount(0)
  await shown.getByRole('button', { name: 'Money' }).click()
  await expect(shown.getByRole('button', { name: 'Money' })).toHaveAttribute('aria-pressed', 'true')
})

test('what is saved is the picture that the archive drew', async ({ page, room }) => {
  await openCards(room)
  await gallery(page).getByRole('listitem').getByRole('button').click()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    preview(page).getByRole('link', { name: 'Save as PNG' }).click(),
  ])
  const { png } = await tradeCardPicture(facts, { theme: 'nightOps' }, signer)

  expect(download.suggestedFilename()).toMatch(/^bitten-kill-[0-9A-Z]{26}-9\.png$/)
  expect(readFileSync(await download.path()).equals(png)).toBe(true)
})

test('a card that is believed shows its facts, its key, and what a signature is worth', async ({
  page,
  room,
}) => {
  await openCards(room, { is: 'valid', facts, publicKey: signer.publicKey })
  await drop(page, 'viper.png', 10)

  await expect(checker(page)).toContainText('The signature is valid')
  await expect(checker(page)).toContainText('Simulated, no real money')
  await expect(checker(page)).toContainText('+2.41 R')
  await expect(checker(page)).toContainText(signer.publicKey)
  await expect(checker(page)).toContainText('It does not prove that a broker carried the trade out.')
  expect(await violations(page)).toEqual([])
  await room.picture('cards-verified')
})

test('a card that is not believed says why in one sentence, and shows no fact of it', async ({
  page,
  room,
}) => {
  const text = 'The signature does not fit the facts.'
  await openCards(room, { is: 'refused', code: 'BAD_SIGNATURE', text })
  await drop(page, 'forged.png', 10)

  await expect(checker(page).getByRole('alert')).toContainText(text)
  await expect(checker(page).getByRole('term')).toHaveCount(0)
  await drop(page, 'film.png', 8_000_001)
  await expect(checker(page).getByRole('alert')).toContainText('too large')
})

test('without an account it says so', async ({ page, room }) => {
  await room.open({ view: unlinkedRoom })
  await page.getByRole('navigation').getByRole('button', { name: 'Cards' }).click()

  await expect(gallery(page)).toContainText('No account is linked.')
})

const tellings = [
  [
    'without trades',
    { is: 'answer', value: { trades: [], nextBeforeSeq: null, total: 0 } },
    'No trade has been closed',
  ],
  [
    'without an archive',
    { is: 'failed', code: 'ARCHIVE_DOWN', text: 'The archive is not running.' },
    'The archive is not running.',
  ],
  ['without an answer yet', undefined, 'Reading the closed trades.'],
] as const
for (const [what, answer, words] of tellings)
  test(`${what} it says so`, async ({ page, room }) => {
    await room.open({ answers: answer === undefined ? {} : { tradesPage: structuredClone(answer) as never } })
    await page.getByRole('navigation').getByRole('button', { name: 'Cards' }).click()

    await expect(gallery(page)).toContainText(words)
  })

test('a card that is dropped from another window is checked', async ({ page, room }) => {
  await openCards(room, { is: 'valid', facts, publicKey: signer.publicKey })
  const dropped = await page.evaluateHandle(() => {
    const carried = new DataTransfer()
    carried.items.add(new File(['a card'], 'dropped.png', { type: 'image/png' }))
    return carried
  })
  await checker(page).getByText('Drop a card here').dispatchEvent('drop', { dataTransfer: dropped })

  await expect(checker(page)).toContainText('The signature is valid')
  await expect(checker(page)).toContainText('dropped.png')
})

test('a week that is over becomes a SITREP, and none is offered before one is', async ({ page, room }) => {
  const report = new ReportBook().report('sitrep', 'simulated', null)
  const told = [EpochMs.parse(Date.UTC(2026, 0, 10, 8))]
  const text = 'That week is not over yet.'
  const sitrepCard = { is: 'answer', value: { is: 'unknown', text } } as const
  await room.open({
    answers: { tradesPage, sitrepCard, sitrep: { is: 'answer', value: { ...report, told } } },
  })
  await page.getByRole('navigation').getByRole('button', { name: 'Cards' }).click()
  await gallery(page).getByRole('button', { name: 'SITREPs' }).click()
  await gallery(page).getByRole('button', { name: 'Week until Sat, 10 Jan 2026' }).click()
  await expect(preview(page)).toContainText(text)

  await page.evaluate(empty => {
    window.fakeEngine.answers = { ...window.fakeEngine.answers, sitrep: { is: 'answer', value: empty } }
  }, report)
  await gallery(page).getByRole('button', { name: 'Kills' }).click()
  await gallery(page).getByRole('button', { name: 'SITREPs' }).click()
  await expect(gallery(page)).toContainText('No week is over yet.')
})

test('a trade whose card cannot be drawn says why', async ({ page, room }) => {
  const answers = {
    tradesPage,
    killCard: { is: 'answer', value: { is: 'unknown', text: 'It is gone.' } },
  } as const
  await room.open({ answers })
  await page.getByRole('navigation').getByRole('button', { name: 'Cards' }).click()
  await gallery(page).getByRole('listitem').getByRole('button').click()

  await expect(preview(page).getByRole('alert')).toContainText('It is gone.')
})
