import { expect, it } from 'vitest'
import { telegramBench } from '../../testkit/telegram-server/telegram-bench.ts'
import { tryToken } from './try-token.ts'

const STAYS = 'The one before stays.'

it('a token is tried with Telegram, and what comes of it is said without the token', async () => {
  const { server, bot } = await telegramBench()
  const { token } = bot
  const said = (given: string) => tryToken({ token: given, apiRoot: server.url, proxy: null }, STAYS)
  expect(await said(token)).toEqual({ is: 'done' })
  const refused = { is: 'failed', code: 'TOKEN_REFUSED', text: `Telegram does not know this token. ${STAYS}` }
  expect(await said(`${token.slice(0, -1)}${token.endsWith('x') ? 'y' : 'x'}`)).toEqual(refused)
  bot.revokeToken()
  expect(await said(token)).toEqual(refused)
  server.goDown()
  const unknown = await said(token)
  expect(unknown).toMatchObject({ is: 'failed', code: 'TOKEN_UNCHECKED' })
  expect(unknown).toMatchObject({ text: expect.stringMatching(/^This token could not be checked\. Telegram cannot be reached: .*\. The one before stays\.$/) as string }) // prettier-ignore
  expect(JSON.stringify([refused, unknown])).not.toContain(token.split(':')[1])
})
