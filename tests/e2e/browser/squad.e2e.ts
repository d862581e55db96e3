/** The squad's page by itself: what it says before there is anything, what it takes in, and a board of many. */
import { toBuffer } from 'qrcode'
import type { QueryAnswer } from '../../../engine/contracts/queries.ts'
import { EpochMs } from '../../../engine/contracts/primitives.ts'
import { CallSign } from '../../../engine/contracts/squad.ts'
import type { BoardRecruit } from '../../../engine/contracts/squad-desk.ts'
import { fingerprint } from '../../../engine/domain/squad/fingerprint.ts'
import { wilson } from '../../../engine/domain/statistics/wilson.ts'
import { aSigner } from '../../../engine/testkit/dispatches.ts'
import { violations } from '../support/axe.ts'
import { expect, test } from '../support/war-room.ts'
import type { WarRoomPage } from '../support/war-room.ts'

type Board = Extract<QueryAnswer<'squad'>, { is: 'answer' }>['value']
const nobody: Board = { me: null, invitations: [], recruits: [], leader: null }
const { publicKey: key } = aSigner('Viper')
const me = {
  callSign: CallSign.parse('Viper ⚡'),
  privacy: 'results',
  key,
  fingerprint: fingerprint(key),
} as const
const answerOf = (value: Board): QueryAnswer<'squad'> => ({ is: 'answer', value })

const weekMs = EpochMs.parse(Date.UTC(2026, 10, 15, 22))
function aRecruit(k: number): BoardRecruit {
  const { publicKey } = aSigner(`Recruit ${k}`)
  const [trades, wins] = [1 + (k % 30), Math.floor((k % 30) / 2)]
  const results = { trades, wins, r: (k % 9) - 4 }
  const winRate = wilson(wins, trades)
  const lines = [{ account: 'demo' as const, rank: 'SCOUT' as const, results, winRate }]
  const last = k % 4 === 3 ? null : { weekMs, receivedMs: weekMs, lines }
  const callSign = CallSign.parse(k % 2 === 0 ? `Recruit ${k}` : `صقر ${k}`)
  return { key: publicKey, fingerprint: fingerprint(publicKey), callSign, sinceMs: weekMs, reports: 1, last }
}

async function openSquad(room: WarRoomPage, squad: QueryAnswer<'squad'> | null): Promise<void> {
  await room.open({ answers: squad === null ? {} : { squad } })
  await room.page.getByRole('navigation').getByRole('button', { name: 'Squad' }).click()
}
const panel = (room: WarRoomPage, name: string) => room.page.getByRole('region', { name })
const given = (room: WarRoomPage) => panel(room, 'Receive').getByLabel('A dispatch')

test('it says what it waits for, why it could not be read, and what a name is for', async ({ room }) => {
  await openSquad(room, null)
  await expect(room.page.getByText('Reading the squad.')).toBeVisible()
  await openSquad(room, { is: 'failed', code: 'LEDGER', text: 'The ledger can’t be read: disk I/O error.' })
  await expect(room.page.getByRole('alert')).toContainText('disk I/O error')
  await openSquad(room, answerOf(nobody))
  await expect(panel(room, 'Dog tag')).toContainText('a key that signs for it')
  await expect(panel(room, 'Squad board')).toContainText('No recruits yet.')
  await expect(panel(room, 'Receive')).toHaveCount(0)
  expect(await violations(room.page)).toEqual([])
  await room.picture('squad-empty')
})

test('a name is taken with what reports show, and what the engine says against it stands beside it', async ({
  page,
  room,
}) => {
  await openSquad(room, answerOf(nobody))
  await page.evaluate(() => {
    window.fakeEngine.commandAnswer = { is: 'refused', code: 'X', text: 'a call-sign has 2 to 24 characters' }
  })
  const tag = panel(room, 'Dog tag')
  await tag.getByLabel('Call-sign').fill('V')
  await tag.getByRole('button', { name: 'All', exact: true }).click()
  await tag.getByRole('button', { name: 'Take this call-sign' }).click()
  await expect(tag.getByRole('alert')).toContainText('2 to 24 characters')
  expect(await page.evaluate(() => window.fakeEngine.commands.at(-1))).toEqual({ kind: 'squad', squad: { wish: 'takeCallSign', callSign: 'V', privacy: 'all' } }) // prettier-ignore
})

test('a QR picture is read into the field, whatever it is about, and one without a code says so', async ({
  page,
  room,
}) => {
  await openSquad(room, answerOf({ ...nobody, me }))
  const input = panel(room, 'Receive').locator('input[type=file]')
  const picture = async (text: string) => ({ name: 'qr.png', mimeType: 'image/png', buffer: await toBuffer(text, { errorCorrectionLevel: 'L', scale: 4 }) }) // prettier-ignore

  const long = `BITTEN1.report.${'Ab3_-'.repeat(230)}`
  await input.setInputFiles(await picture(long))
  await expect(given(room)).toHaveValue(long)
  await input.setInputFiles(await picture('https://example.com/menu'))
  await expect(given(room)).toHaveValue('https://example.com/menu')
  await panel(room, 'Receive').getByRole('button', { name: 'Take it in' }).click()
  expect(await page.evaluate(() => window.fakeEngine.commands.at(-1))).toEqual({ kind: 'squad', squad: { wish: 'receiveDispatch', text: 'https://example.com/menu' } }) // prettier-ignore

  await input.setInputFiles({ name: 'x.png', mimeType: 'image/png', buffer: await page.screenshot() })
  await expect(panel(room, 'Receive').getByRole('alert')).toContainText('There is no QR code')
  await input.setInputFiles({ name: 'x.png', mimeType: 'image/png', buffer: Buffer.from('no picture') })
  await expect(panel(room, 'Receive').getByRole('alert')).toContainText('can’t be read')
  await input.setInputFiles({ name: 'x.txt', mimeType: 'text/plain', buffer: Buffer.alloc(30_000) })
  await expect(panel(room, 'Receive').getByRole('alert')).toContainText('larger than any dispatch')
})

test('what is signed is shown with its QR code, and the code says the same as the text', async ({
  page,
  room,
}) => {
  const dispatch = `BITTEN1.enlistment.${'Ab3_-'.repeat(60)}`
  await openSquad(room, answerOf({ ...nobody, me }))
  await page.evaluate(text => {
    window.fakeEngine.commandAnswer = { is: 'done', text: 'You enlist.', dispatch: text }
  }, dispatch)
  await given(room).fill('BITTEN1.x')
  await panel(room, 'Receive').getByRole('button', { name: 'Take it in' }).click()
  const sheet = page.getByRole('dialog', { name: 'Enlistment' })
  await expect(sheet.getByLabel('Text of this dispatch')).toHaveValue(dispatch)
  expect(await violations(page)).toEqual([])
  const code = await sheet.getByRole('img', { name: 'QR code' }).screenshot()
  await sheet.getByRole('button', { name: 'Close' }).click()
  await panel(room, 'Receive').locator('input[type=file]').setInputFiles({ name: 'qr.png', mimeType: 'image/png', buffer: code }) // prettier-ignore
  await expect(given(room)).toHaveValue(dispatch)
})

test('two hundred recruits are a board that scrolls, and one is removed by holding', async ({
  page,
  room,
}) => {
  const recruits = Array.from({ length: 200 }, (_, k) => aRecruit(k))
  await openSquad(room, answerOf({ ...nobody, me, recruits }))
  const board = panel(room, 'Squad board')
  await expect(board).toContainText('200 recruits of at most 200')
  await expect(board.locator('[data-recruit]')).toHaveCount(200)
  await expect(board.locator('[data-recruit]').nth(1)).toContainText('صقر 1')
  await expect(board.locator('[data-recruit]').nth(3)).toContainText('No report yet')
  await board.locator('[data-recruit]').nth(199).scrollIntoViewIfNeeded()
  await board.locator('[data-recruit]').nth(0).scrollIntoViewIfNeeded()
  await room.picture('squad-many')
  await board.getByRole('button', { name: 'Hold to remove' }).first().hover()
  await page.mouse.down()
  await page.waitForTimeout(1_200)
  await page.mouse.up()
  const command = await page.evaluate(() => window.fakeEngine.commands.at(-1))
  expect(command).toMatchObject({ squad: { wish: 'removeRecruit', recruit: recruits[0]?.key } })
})
