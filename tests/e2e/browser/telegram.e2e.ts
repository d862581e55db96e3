/** The bot's page by itself: each way the bot can stand, what is asked of it, and that a token never stays on the page. */
import { AlertKind } from '../../../engine/contracts/alerts.ts'
import { EpochMs } from '../../../engine/contracts/primitives.ts'
import { Settings } from '../../../engine/contracts/settings.ts'
import { TelegramState } from '../../../engine/contracts/telegram.ts'
import type { TelegramView } from '../../../engine/contracts/telegram.ts'
import { LINK_WORDS } from '../../../engine/telegram/connection/link-words.ts'
import { violations } from '../support/axe.ts'
import { liveRoom } from '../support/rooms.ts'
import { expect, test } from '../support/war-room.ts'
import type { WarRoomPage } from '../support/war-room.ts'

const TOKEN = '7000000001:AAF-abcdefghijklmnopqrstuvwxyz_0123456'
const settings = Settings.parse({ version: 1 })
const dayMs = EpochMs.parse(Date.UTC(2026, 10, 20, 9, 14, 7))

const noBot: TelegramView = {
  state: 'noToken',
  ...LINK_WORDS.noToken,
  bot: null,
  chats: [],
  code: null,
  strangers: { messages: 0, last: [] },
  voice: null,
  token: 'none',
  voiceToken: 'none',
  secrets: { can: true, text: 'Secrets are kept in the key store of this system.' },
}
const live: TelegramView = {
  ...noBot,
  state: 'live',
  ...LINK_WORDS.live,
  token: 'kept',
  bot: { username: 'viper_desk_bot', name: 'Viper’s desk' },
}
const busy: TelegramView = {
  ...live,
  chats: [
    { chat: 4_201_337, name: 'Anna ⚡', role: 'commander', pairedMs: dayMs, waiting: 0, lastSentMs: dayMs, problem: null },
    { chat: -1_004_201_337, name: 'نسر Desk', role: 'spotter', pairedMs: dayMs, waiting: 12, lastSentMs: null, problem: 'The bot was blocked or thrown out there. Let it in again, or unpair the chat.' },
  ],
  strangers: { messages: 41, last: [{ name: 'Mallory', atMs: dayMs }, { name: '<b>Eve</b>', atMs: dayMs }] },
} // prettier-ignore
const withCode = (forMs: number): TelegramView => ({
  ...busy,
  code: { code: 'HK4M9PXW', role: 'spotter', expiresMs: EpochMs.parse(Date.now() + forMs) },
})

async function openTelegram(room: WarRoomPage, telegram: Parameters<WarRoomPage['open']>[0]): Promise<void> {
  await room.open({ settings, ...telegram })
  await room.page.getByRole('navigation').getByRole('button', { name: 'Telegram' }).click()
}
const panel = (room: WarRoomPage, name: string) => room.page.getByRole('region', { name, exact: true })
const wishes = (room: WarRoomPage) => room.page.evaluate(() => window.fakeEngine.telegramWishes)
const changes = (room: WarRoomPage) => room.page.evaluate(() => window.fakeEngine.settingsChanges)
const tell = (room: WarRoomPage, view: TelegramView) =>
  room.page.evaluate(value => window.fakeEngine.tellTelegram(value), view)

test('it says what it waits for, and why nothing is known, and asking again brings it', async ({
  page,
  room,
}) => {
  await openTelegram(room, { telegram: null })
  await expect(page.getByText('Asking how the bot stands.')).toBeVisible()
  await openTelegram(room, { telegram: { is: 'failed', code: 'X', text: 'The desk is ending.' } })
  await expect(page.getByRole('alert')).toContainText('The desk is ending.')
  await page.evaluate(view => (window.fakeEngine.telegram = view), noBot)
  await page.getByRole('button', { name: 'Ask again' }).click()
  await expect(panel(room, 'Bot')).toContainText('@BotFather')
  expect(await violations(page)).toEqual([])
  await room.picture('telegram-empty')
})

test('it stands without an engine: a token can be pasted while the desk’s picture is missing', async ({
  room,
}) => {
  await openTelegram(room, { view: { is: 'failed', code: 'CORRUPT', text: 'No ledger.' }, telegram: noBot })
  await expect(panel(room, 'Token').getByLabel('Token from @BotFather')).toBeVisible()
})

for (const state of TelegramState.options)
  test(`a bot that is ${state} says so with its next step`, async ({ page, room }) => {
    const { text, nextStep } = LINK_WORDS[state]
    await openTelegram(room, { telegram: { ...live, state, text, nextStep } })
    await expect(panel(room, 'Bot')).toContainText(text)
    if (nextStep !== null) await expect(panel(room, 'Bot')).toContainText(nextStep)
    await expect(page.getByRole('button', { name: 'Take it over' })).toHaveCount(state === 'webhook' ? 1 : 0)
    await expect(page.getByRole('button', { name: 'Make a code' })).toBeVisible()
  })

test('a webhook is taken over, and what is said against it stands beside it', async ({ page, room }) => {
  await openTelegram(room, { telegram: { ...live, state: 'webhook', ...LINK_WORDS.webhook } })
  await page.evaluate(() => {
    window.fakeEngine.telegramAnswer = { is: 'failed', code: 'X', text: 'Telegram did not answer.' }
  })
  await page.getByRole('button', { name: 'Take it over' }).click()
  expect(await wishes(room)).toEqual([{ wish: 'takeOver' }])
  await expect(panel(room, 'Bot').getByRole('alert')).toContainText('Telegram did not answer.')
  await tell(room, live)
  await expect(panel(room, 'Bot')).toContainText('Connected to Telegram.')
})

test('a token is taken out of BotFather’s message, sent once, and is nowhere on the page afterwards', async ({
  page,
  room,
}) => {
  await openTelegram(room, { telegram: noBot })
  const field = panel(room, 'Token').getByLabel('Token from @BotFather')
  await expect(field).toHaveAttribute('type', 'password')
  await field.evaluate((element, text) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text', text)
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, `Use this token to access the HTTP API:\n${TOKEN}\nKeep your token secure.`)
  await expect(field).toHaveValue(TOKEN)
  await panel(room, 'Token').getByRole('button', { name: 'Keep the token' }).click()
  await expect(field).toHaveValue('')
  await expect(page.getByRole('log')).toContainText('The token is kept.')
  expect(await wishes(room)).toEqual([{ wish: 'keepToken', token: TOKEN, voice: false }])
  expect(await page.content()).not.toContain('AAF-')
  const inFields = await page.locator('input').evaluateAll(inputs => inputs.map(input => (input as HTMLInputElement).value)) // prettier-ignore
  expect(inFields.filter(value => value.includes('AAF'))).toEqual([])
})

test('what is no token is not sent, and a token that is refused is gone as well', async ({ page, room }) => {
  await openTelegram(room, { telegram: noBot })
  const token = panel(room, 'Token')
  await token.getByLabel('Token from @BotFather').fill('hunter2')
  await page.keyboard.press('Enter')
  await expect(token.getByRole('alert')).toContainText('There is no token in this')
  expect(await wishes(room)).toEqual([])
  await page.evaluate(() => {
    window.fakeEngine.telegramAnswer = { is: 'failed', code: 'SECRETS', text: 'The disk is full.' }
  })
  await token.getByLabel('Token from @BotFather').fill(TOKEN)
  await page.keyboard.press('Enter')
  await expect(token.getByRole('alert')).toContainText('The disk is full.')
  await expect(token.getByLabel('Token from @BotFather')).toHaveValue('')
})

test('where nothing secret can be kept there is no field, and what to do is said', async ({ page, room }) => {
  const text =
    'Nothing secret can be kept here: set BITTEN_SECRET_KEY to 16 characters or more, and start BITTEN again.'
  await openTelegram(room, { telegram: { ...noBot, secrets: { can: false, text } } })
  await expect(panel(room, 'Token')).toContainText(text)
  await expect(page.locator('input[type=password]')).toHaveCount(0)
})

test('forgetting a token asks first', async ({ page, room }) => {
  await openTelegram(room, { telegram: live })
  await panel(room, 'Token').getByRole('button', { name: 'Forget it' }).click()
  const sheet = page.getByRole('dialog', { name: 'Forget the token?' })
  await sheet.getByRole('button', { name: 'Keep it' }).click()
  expect(await wishes(room)).toEqual([])
  await panel(room, 'Token').getByRole('button', { name: 'Forget it' }).click()
  expect(await violations(page)).toEqual([])
  await sheet.getByRole('button', { name: 'Forget it' }).click()
  expect(await wishes(room)).toEqual([{ wish: 'forgetToken', voice: false }])
})

test('a code is made for a role, shown with its link and its time, and dropped', async ({ page, room }) => {
  await page.clock.install()
  await openTelegram(room, { telegram: busy })
  const pairing = panel(room, 'Pair a chat')
  await pairing.getByRole('button', { name: 'Spotter' }).click()
  await pairing.getByRole('button', { name: 'Make a code' }).click()
  expect(await wishes(room)).toEqual([{ wish: 'makeCode', role: 'spotter' }])
  await tell(room, withCode(90_000))
  await expect(pairing).toContainText('HK4M9PXW')
  await expect(pairing).toContainText('https://t.me/viper_desk_bot?start=HK4M9PXW')
  await expect(pairing.getByRole('img', { name: 'QR code of the link' })).toBeVisible()
  await expect(pairing.getByRole('timer')).toContainText(/1:(30|29|28)/)
  expect(await violations(page)).toEqual([])
  await pairing.getByRole('button', { name: 'Drop the code' }).click()
  expect((await wishes(room)).at(-1)).toEqual({ wish: 'dropCode' })
  await page.clock.fastForward(100_000)
  await expect(pairing).toContainText('This code has run out.')
  await expect(pairing).not.toContainText('HK4M9PXW')
})

test('without a bot that is connected no code can be made', async ({ room }) => {
  await openTelegram(room, { telegram: noBot })
  await expect(panel(room, 'Pair a chat').getByRole('button', { name: 'Make a code' })).toBeDisabled()
  await expect(panel(room, 'Pair a chat')).toContainText('A code needs a bot that is connected')
})

test('paired chats show who they are and what waits; unpairing asks, and strangers are only counted', async ({
  page,
  room,
}) => {
  await openTelegram(room, { telegram: busy })
  const chats = panel(room, 'Paired chats')
  await expect(chats.locator('[data-chat="4201337"]')).toContainText('Anna ⚡')
  await expect(chats.locator('[data-chat="4201337"]')).toContainText('20 Nov 09:14:07')
  await expect(chats.locator('[data-chat="-1004201337"]')).toContainText('12')
  await expect(chats).toContainText('thrown out there')
  await expect(chats).toContainText('41 messages from chats that are not paired')
  await expect(chats.getByText('<b>Eve</b>')).toBeVisible()
  await chats.getByRole('button', { name: 'Say hello' }).click()
  await chats.getByRole('button', { name: 'Unpair Anna' }).click()
  const sheet = page.getByRole('dialog', { name: 'Unpair this chat?' })
  await expect(sheet).toContainText('Anna ⚡ is told nothing')
  await page.keyboard.press('Escape')
  await chats.getByRole('button', { name: 'Unpair Anna' }).click()
  await sheet.getByRole('button', { name: 'Unpair', exact: true }).click()
  expect(await wishes(room)).toEqual([{ wish: 'sayHello' }, { wish: 'unpair', chat: 4_201_337 }])
  await tell(room, live)
  await expect(chats).toContainText('Nobody is paired yet.')
})

test('every kind of alert has its noise, which holds from the press on, by mouse and by arrow keys', async ({
  page,
  room,
}) => {
  await openTelegram(room, { telegram: live })
  const noise = panel(room, 'What is told')
  await expect(noise.getByRole('radiogroup')).toHaveCount(AlertKind.options.length)
  const badge = noise.getByRole('radiogroup', { name: 'Badge' })
  await expect(badge.getByLabel('Silent')).toBeChecked()
  await badge.getByLabel('Digest').check()
  await expect(badge.getByLabel('Digest')).toBeChecked()
  await page.keyboard.press('ArrowRight')
  await expect(badge.getByLabel('Off')).toBeChecked()
  expect(await changes(room)).toEqual([
    { telegram: { noise: { badge: 'digest' } } },
    { telegram: { noise: { badge: 'off' } } },
  ])
  await page.evaluate(() => {
    window.fakeEngine.settingsRefusal = { is: 'refused', code: 'CHANGED_BY_HAND', text: 'settings.json was changed by hand.' } // prettier-ignore
  })
  await badge.getByLabel('On', { exact: true }).click()
  await expect(noise.getByRole('alert')).toContainText('changed by hand')
  await expect(badge.getByLabel('Off')).toBeChecked()

  // Nothing is written on a lamp: every key of the desk is taken there.
  await badge.getByLabel('Off').focus()
  await page.keyboard.down('f')
  await expect(page.getByText('Flatten: keep holding')).toBeVisible()
  await page.keyboard.up('f')
  await page.keyboard.press('Alt+p')
  await badge.getByLabel('Off').focus()
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('dialog', { name: 'Commands' })).toBeVisible()
  expect(await page.evaluate(() => window.fakeEngine.commands)).toEqual([{ kind: 'pause' }])
})

test('digest, proxy, the voice of a bot that speaks, and the switch are changed where they stand', async ({
  page,
  room,
}) => {
  await openTelegram(room, { telegram: { ...live, voice: 'This computer speaks.' } })
  await panel(room, 'Digest').getByLabel('Digest every').fill('30')
  await panel(room, 'Digest').getByRole('button', { name: 'Keep' }).click()
  await panel(room, 'Network').getByLabel('Proxy').fill(' socks5://127.0.0.1:1080 ')
  await page.keyboard.press('Enter')
  await panel(room, 'Network').getByRole('button', { name: 'No proxy' }).click()
  await expect(panel(room, 'Network')).toContainText('without a proxy')
  const voice = panel(room, 'Voice notes')
  await voice.getByRole('button', { name: 'Closed' }).click()
  await voice.getByRole('button', { name: 'Trouble' }).click()
  await expect(voice.getByRole('button', { name: 'Trouble' })).toHaveAttribute('aria-pressed', 'true')
  await voice.getByRole('button', { name: 'Sergeant' }).click()
  await expect(voice).toContainText('Short and sharp.')
  await voice.getByRole('button', { name: 'Paste a token' }).click()
  await voice.getByLabel('Token of a second bot').fill(TOKEN)
  await page.keyboard.press('Enter')
  expect(await wishes(room)).toEqual([{ wish: 'keepToken', token: TOKEN, voice: true }])
  await panel(room, 'Bot').getByRole('button', { name: 'Switch off' }).click()
  await expect(panel(room, 'Bot').getByRole('button', { name: 'Switch on' })).toBeVisible()
  expect(await changes(room)).toEqual(
    [
      { digestMinutes: 30 },
      { proxy: 'socks5://127.0.0.1:1080' },
      { proxy: null },
      { voice: { kinds: ['closed'] } },
      { voice: { kinds: ['closed', 'trouble'] } },
      { voice: { persona: 'SERGEANT' } },
      { on: false },
    ].map(telegram => ({ telegram })),
  )
})

test('what a chat has changed in the settings is shown', async ({ page, room }) => {
  await openTelegram(room, { telegram: live })
  const rank = panel(room, 'What is told').getByRole('radiogroup', { name: 'Rank' })
  await expect(rank.getByLabel('On', { exact: true })).toBeChecked()
  await page.evaluate(() => window.bitten?.changeSettings({ seen: 1, change: { telegram: { noise: { rank: 'off' } } } })) // prettier-ignore
  await tell(room, { ...live })
  await expect(rank.getByLabel('Off')).toBeChecked()
})

test('before the bot has looked for what speaks, no voice is offered', async ({ room }) => {
  await openTelegram(room, { telegram: live })
  await expect(panel(room, 'Network')).toContainText('without a proxy')
  await expect(panel(room, 'Voice notes')).toHaveCount(0)
})

test('settings that can’t be read are said, and the rest of the page stands', async ({ page, room }) => {
  await openTelegram(room, { telegram: busy, settings: null })
  await expect(panel(room, 'What is told').getByRole('alert')).toContainText('This script has no settings.')
  await expect(panel(room, 'Paired chats')).toContainText('Anna')
  await expect(page.getByRole('button', { name: 'Switch off' })).toHaveCount(0)
})

for (const { width, height } of [
  { width: 1024, height: 640 },
  { width: 1440, height: 900 },
  { width: 1920, height: 1080 },
])
  test(`axe finds nothing at ${width} × ${height}, and nothing is wider than the page`, async ({
    page,
    room,
  }) => {
    await page.setViewportSize({ width, height })
    await openTelegram(room, { telegram: withCode(540_000) })
    await expect(panel(room, 'Paired chats')).toContainText('Anna')
    await expect(panel(room, 'What is told').getByRole('radiogroup', { name: 'Badge' })).toBeVisible()
    await page.waitForFunction(() =>
      document.getAnimations().every(({ effect }) => effect?.getComputedTiming().iterations === Infinity),
    )
    await room.picture(`telegram-${width}x${height}`)
    expect(await violations(page)).toEqual([])
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(overflow).toBeLessThanOrEqual(0)
  })

test('everything on the page is reached by Tab, each kind of alert in one step, and shows its focus', async ({
  page,
  room,
}) => {
  await openTelegram(room, { telegram: withCode(540_000) })
  await expect(panel(room, 'What is told').getByRole('radiogroup', { name: 'Badge' })).toBeVisible()
  const wanted = page.locator('[data-freshness] :is(button:enabled, input:not([type=radio]), input:checked)')
  const left = new Set(await wanted.evaluateAll(all => all.map((element, at) => (element.setAttribute('data-stop', String(at)), String(at))))) // prettier-ignore
  const stops = left.size
  await page.getByRole('navigation').getByRole('button', { name: 'Telegram' }).focus()
  for (let press = 0; press < stops + 20 && left.size > 0; press += 1) {
    await page.keyboard.press('Tab')
    const { stop, isSeen } = await page.evaluate(() => {
      const element = document.activeElement
      const outline = element === null ? 'none' : getComputedStyle(element).outlineStyle
      return { stop: element?.getAttribute('data-stop') ?? null, isSeen: outline === 'solid' }
    })
    if (stop === null) continue
    expect(isSeen).toBe(true)
    left.delete(stop)
  }
  expect(stops).toBeGreaterThan(AlertKind.options.length)
  expect([...left]).toEqual([])
})

test('a name of two hundred letters widens nothing', async ({ page, room }) => {
  const name = 'W'.repeat(200)
  const chats = busy.chats.map(chat => ({ ...chat, name }))
  const strangers = { messages: 1, last: [{ name, atMs: dayMs }] }
  await page.setViewportSize({ width: 1024, height: 640 })
  await openTelegram(room, {
    telegram: { ...busy, bot: { username: 'b'.repeat(32), name }, chats, strangers },
  })
  await expect(panel(room, 'Paired chats').getByRole('button', { name: 'Unpair' }).first()).toBeInViewport({ ratio: 1 }) // prettier-ignore
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(overflow).toBeLessThanOrEqual(0)
})

test('beside real money the page and what it asks have the frame of the room', async ({ page, room }) => {
  await openTelegram(room, { view: liveRoom, telegram: busy })
  await panel(room, 'Paired chats').getByRole('button', { name: 'Unpair Anna' }).click()
  await expect(page.getByRole('dialog').getByText('Live', { exact: true })).toBeVisible()
  await room.picture('telegram-live')
})
