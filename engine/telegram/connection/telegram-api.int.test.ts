import { inspect } from 'node:util'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { once } from 'node:events'
import { InputFile } from 'grammy'
import { expect, it, onTestFinished } from 'vitest'
import { telegramBench } from '../../testkit/telegram-server/telegram-bench.ts'
import { grammySignal } from '../grammy-signal.ts'
import { telegramApi } from './telegram-api.ts'

const TOKEN = '7000000001:TestOnlyNoRealTokenOfAnybody-__AAA0001'
const SECRET = TOKEN.slice(TOKEN.indexOf(':') + 1)

/** The error of a call with everything that hangs on it, as the most talkative log would write it. */
async function talkOf(call: Promise<unknown>): Promise<string> {
  const problem = await call.then(
    () => 'accepted',
    (reason: unknown) => reason,
  )
  expect(problem).toBeInstanceOf(Error)
  return (
    inspect(problem, { depth: null, showHidden: true }) +
    (problem instanceof Error ? String(problem.stack) : '')
  )
}

/** A server that answers everything with this, or never. */
async function aServer(body: string | null): Promise<string> {
  const server = createServer((_, response) => (body === null ? undefined : response.end(body))).listen(
    0,
    '127.0.0.1',
  )
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

const to = (apiRoot: string, proxy: string | null = null) => telegramApi({ token: TOKEN, apiRoot, proxy })

it('rejects without its token in any corner of the error, whatever went wrong', async () => {
  const { server } = await telegramBench()
  const nobody = 'http://127.0.0.1:1'
  server.faults.next('getMe', { is: 'refused', code: 500 })
  const calls = [
    to(nobody).getMe(),
    to('https://127.0.0.1:1').sendMessage(1, 'text'),
    to(nobody).sendPhoto(1, new InputFile(Buffer.from('x'), 'x.png')),
    to(await aServer('<html>Sign in</html>')).getMe(),
    to(await aServer('{"ok":false,"error_code":418,"description":"Teapot"}')).getMe(),
    to(await aServer(null)).getMe(grammySignal(AbortSignal.timeout(20))),
    to(server.url).getMe(),
    to(server.url, nobody).getMe(),
    to(server.url, nobody.replace('http', 'socks5')).getMe(),
    to(server.url, server.url).getMe(),
    to('http://%%%').getMe(),
  ]
  for (const talk of await Promise.all(calls.map(talkOf))) expect(talk).not.toContain(SECRET)
})

it('keeps the system’s code in the error, by which it is known whether a call can have arrived', async () => {
  await expect(to('http://127.0.0.1:1').getMe()).rejects.toMatchObject({ error: { code: 'ECONNREFUSED' } })
})
