import { expect, it } from 'vitest'
import { AlertReader } from '../../testkit/alerts.ts'
import { botBench } from '../../testkit/bot-bench.ts'
import { eventually } from '../../testkit/eventually.ts'
import { ONE_OF_EACH } from '../../testkit/one-of-each.ts'
import { aPerson, privateChat } from '../../testkit/telegram-server/people/people.ts'

it('a chat that another bot has paired stays paired, and is told what waits once it has started this one', async () => {
  const { bot, desk, view, until } = await botBench({
    before: (_, scripted) => {
      scripted.tell({ ...ONE_OF_EACH.chatPaired, chat: 77, name: 'Ben', bot: 6_000_000_001 })
      scripted.answers.telegramRecord = () => new AlertReader().read(scripted.ledger).book.record()
    },
  })
  await until('live')
  const ben = privateChat(bot, aPerson(77, 'Ben'))
  desk.tell(ONE_OF_EACH.paused)
  await eventually(
    () =>
    expect(view()?.chats).toMatchObject([{ chat: 77, role: 'commander', waiting: 1, problem: expect.any(String) as string }]), // prettier-ignore
  )
  ben.send('/start')
  await ben.waitFor(({ text, isFromBot }) => isFromBot && text.includes('PAUSED'))
  await eventually(() => expect(view()?.chats).toMatchObject([{ waiting: 0, problem: null }]))
})
