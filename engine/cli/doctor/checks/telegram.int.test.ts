import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { environmentSecrets } from '../../../host/index.ts'
import { newDataFolder } from '../../../testkit/data-folder.ts'
import { checkTelegram } from './telegram.ts'

const KEY = 'sixteen characters or more'
const TOKEN = '7000000001:AAF-abcdefghijklmnopqrstuvwxyz_0123456'

async function folderWithToken(settings: object = {}): Promise<string> {
  const folder = newDataFolder(settings)
  await environmentSecrets(folder, KEY).write('telegram-token', TOKEN)
  return folder
}

it('a desk without a bot is well', async () => {
  expect(await checkTelegram(newDataFolder(), null)).toMatchObject({ ok: true, text: 'no bot is set up' })
})

it('a token that can be opened is well, and not shown', async () => {
  const check = await checkTelegram(await folderWithToken({ telegram: { on: false } }), KEY)
  expect(check).toMatchObject({
    ok: true,
    text: 'a token is kept, sealed with BITTEN_SECRET_KEY; switched off in the settings',
  })
})

it('what is sealed with a key that is not given here is not known to be well or not, and says so', async () => {
  const check = await checkTelegram(await folderWithToken(), null)
  expect(check).toMatchObject({
    ok: true,
    text: expect.stringContaining('whether it opens is not known') as string,
    nextStep: expect.stringContaining('bitten telegram status') as string,
  })
  expect(JSON.stringify(check)).not.toContain('AAF-')
})

it.each([
  ['short', 'there is no key to open it'],
  [`${KEY}!`, "can't be opened"],
])('a token that %j does not open stands in the way', async (key, words) => {
  const check = await checkTelegram(await folderWithToken(), key)
  expect(check).toMatchObject({ ok: false, text: expect.stringContaining(words) as string })
  expect(JSON.stringify(check)).not.toContain('AAF-')
})

it('a token of the app with the window is left to its key store', async () => {
  const folder = await folderWithToken()
  const file = path.join(folder, 'secrets', 'telegram-token.json')
  writeFileSync(file, readFileSync(file, 'utf8').replace('"key"', '"system"'))
  expect(await checkTelegram(folder, null)).toMatchObject({
    ok: true,
    text: 'a token is kept by the key store of this system',
  })
})
