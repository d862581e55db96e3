import { expect, it, onTestFinished } from 'vitest'
import { eventually } from '../../testkit/eventually.ts'
import { telegramBench } from '../../testkit/telegram-server/telegram-bench.ts'
import { Connection } from './connection.ts'

const MESSAGES = 200

it('hears every message once and in order, through a server that drops, delays, loses answers, refuses and goes away', async () => {
  const { server, bot, chat } = await telegramBench()
  const heard: string[] = []
  const states = new Set<string>()
  const config = { on: true, token: bot.token, apiRoot: server.url, proxy: null }
  const connection: Connection = new Connection({
    config,
    now: Date.now,
    log: { write: () => undefined },
    room: () => 7,
    take: updates => {
      heard.push(...updates.map(({ message }) => message?.text ?? ''))
      return Promise.resolve()
    },
    changed: () => void states.add(connection.link.is),
    pollSeconds: 1,
  })
  onTestFinished(() => connection.stop())
  server.faults.storm(
    7,
    ['getUpdates', 'getMe', 'getWebhookInfo'],
    [
      { fault: { is: 'dropped' }, share: 0.08 },
      { fault: { is: 'answerLost' }, share: 0.1 },
      { fault: { is: 'refused', code: 500 }, share: 0.03 },
      { fault: { is: 'badGateway' }, share: 0.03 },
      { fault: { is: 'delayed', ms: 20, before: 'accepting' }, share: 0.2 },
      { fault: { is: 'delayed', ms: 20, before: 'answering' }, share: 0.2 },
    ],
  )
  connection.start()
  for (let k = 1; k <= MESSAGES; k++) {
    chat.send(`/${k}`)
    if (k === 80) server.goDown()
    if (k === 140) {
      await eventually(() => expect(connection.link.is).toBe('unreachable'))
      server.comeBack()
      connection.configure({ ...config, apiRoot: `${server.url}/` })
    }
    if (k % 20 === 0) await new Promise(setImmediate)
  }
  await eventually(() => expect(heard.length).toBeGreaterThanOrEqual(MESSAGES))
  server.faults.calm()
  await eventually(() => expect(connection.link.is).toBe('live'))
  await connection.stop()
  expect(heard).toEqual(Array.from({ length: MESSAGES }, (_, k) => `/${k + 1}`))
  expect(bot.updates.size).toBe(0)
  expect([...states]).toEqual(expect.arrayContaining(['connecting', 'live', 'unreachable']))
})
