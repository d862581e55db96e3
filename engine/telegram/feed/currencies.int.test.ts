import { expect, it } from 'vitest'
import { AlertReader } from '../../testkit/alerts.ts'
import { botBench } from '../../testkit/bot-bench.ts'
import { eventually } from '../../testkit/eventually.ts'
import { ONE_OF_EACH } from '../../testkit/one-of-each.ts'
import { aWarRoom } from '../../testkit/views.ts'

const { terminalLinked, armed, missionIssued, orderRecorded } = ONE_OF_EACH

it('money has its currency while no terminal is linked: the account has told it before', async () => {
  const { chat, pair, desk } = await botBench({
    before: (_, { answers, ...scripted }) => {
      const reader = () => new AlertReader().read(scripted.ledger).book.record()
      answers.telegramRecord = reader
    },
  })
  desk.shown = { ...aWarRoom(), links: [] }
  await pair(chat)
  desk.tell(terminalLinked, armed, missionIssued, orderRecorded)
  const told = await chat.waitFor(({ text }) => text.includes('Risk'))
  expect(told.text).toMatch(/Risk +10\.00 USD/)
  await eventually(() => expect(desk.notes.map(({ note }) => note)).toContain('sent'))
})
