import { expect, it } from 'vitest'
import { botBench } from '../../testkit/bot-bench.ts'
import { eventually } from '../../testkit/eventually.ts'
import { ONE_OF_EACH } from '../../testkit/one-of-each.ts'
import { aPerson, privateChat } from '../../testkit/telegram-server/people/people.ts'

it('a mission comes to a commander with its trigger, and to a spotter without one', async () => {
  const { chat, bot, pair, desk } = await botBench()
  const watcher = privateChat(bot, aPerson(12, 'Ben'))
  await pair(chat)
  await pair(watcher, 'spotter')
  desk.tell(ONE_OF_EACH.missionIssued)
  const isMission = ({ text }: { text: string }) => text.includes('PENDING')
  const [commands, watches] = await Promise.all([chat.waitFor(isMission), watcher.waitFor(isMission)])
  expect(commands.buttons.flat()).toEqual(expect.arrayContaining(['Fire', 'Reject']))
  expect(watches.buttons.flat()).not.toContain('Fire')
  expect(watches.buttons.flat()).not.toContain('Reject')
  expect(watches.text).toBe(commands.text)
  desk.tell(ONE_OF_EACH.missionExpired)
  await eventually(() => {
    for (const person of [chat, watcher])
      expect(person.read().some(({ text }) => text.includes('EXPIRED'))).toBe(true)
  })
})
