/** From a pasted token to the first alert, and to the next start: the real app, its bot, and a real Bot API server. */
import { readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { callDesk } from '../../../engine/host/control/call-desk.ts'
import { aPerson, privateChat } from '../../../engine/testkit/telegram-server/people/people.ts'
import { TelegramServer } from '../../../engine/testkit/telegram-server/telegram-server.ts'
import { expect, test } from '../support/desktop-app.ts'

const PICTURES = 'test-results/desktop'

/** Files of the data folder in which these words can be read. */
const filesWith = (folder: string, words: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(name => {
    const file = path.join(folder, name)
    return statSync(file).isFile() && readFileSync(file, 'latin1').includes(words)
  })

test('a token is pasted, a chat paired with its code, and a mission told there; the next start needs neither', async ({
  desktop,
}) => {
  const server = await TelegramServer.start()
  const bot = server.addBot('viper_desk_bot')
  const chat = privateChat(bot, aPerson(11, 'Anna'))
  const settings = { version: 1, telegram: { apiRoot: server.url } }
  writeFileSync(path.join(desktop.dataFolder, 'settings.json'), JSON.stringify(settings))
  desktop.secretKey = 'a key for the tests of the app'
  try {
    const { page } = await desktop.start('--seed=7', '--speed=1')
    await page.getByRole('navigation').getByRole('button', { name: 'Telegram' }).click()
    const panel = (name: string) => page.getByRole('region', { name, exact: true })
    await panel('Token').getByLabel('Token from @BotFather').fill(bot.token)
    await panel('Token').getByRole('button', { name: 'Keep the token' }).click()
    await expect(panel('Bot')).toContainText('Connected to Telegram.', { timeout: 60_000 })
    await expect(panel('Bot')).toContainText('viper_desk_bot')

    await panel('Pair a chat').getByRole('button', { name: 'Make a code' }).click()
    const code = await panel('Pair a chat').getByLabel('Code', { exact: true }).textContent()
    chat.start(code ?? '')
    await expect(panel('Paired chats')).toContainText('Anna', { timeout: 60_000 })
    await page.screenshot({ path: `${PICTURES}/telegram-paired.png` })

    await page.evaluate(() => window.bitten?.simulate({ kind: 'speed', speed: 300 }))
    const alert = await chat.waitFor(({ buttons }) => buttons.flat().includes('Fire'), 120_000)
    await page.evaluate(() => window.bitten?.simulate({ kind: 'speed', speed: 1 }))
    expect(alert.text).toContain('SIMULATED')
    expect(await page.evaluate(() => window.bitten?.command({ kind: 'telegram', telegram: { note: 'settled', chat: 11, seq: 9 } }))).toMatchObject({ is: 'refused', code: 'NOT_THE_BOT' }) // prettier-ignore

    await desktop.stop()
    expect(filesWith(desktop.dataFolder, bot.token.split(':')[1] ?? '')).toEqual([])
    await desktop.start('--seed=7', '--speed=1')
    await expect
      .poll(() => callDesk(desktop.dataFolder, { ask: 'telegram' }), { timeout: 60_000 })
      .toMatchObject({
        value: { state: 'live', token: 'kept', chats: [{ name: 'Anna', role: 'commander' }] },
      })
  } finally {
    await server.close()
  }
})
