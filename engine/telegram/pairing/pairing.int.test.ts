import { botOf } from '../../contracts/telegram.ts'
import { expect, it } from 'vitest'
import { botBench } from '../../testkit/bot-bench.ts'
import { eventually } from '../../testkit/eventually.ts'
import { aPerson, group, privateChat, supergroup } from '../../testkit/telegram-server/people/people.ts'
import type { PersonInChat } from '../../testkit/telegram-server/people/person-in-chat.ts'

/** Everything that was written to the bot was handled: it answers what is written after it. */
async function settled(witness: PersonInChat): Promise<void> {
  const asked = witness.send('/help')
  await witness.waitFor(({ isFromBot, id }) => isFromBot && id > asked)
}
const answersIn = (chat: PersonInChat) => chat.read().filter(({ isFromBot }) => isFromBot)

it('binds the chat that shows the code, greets it, and offers it keys and a list of commands', async () => {
  const { chat, pair, desk, view, bot } = await botBench()
  await pair(chat)
  expect(desk.notes[0]).toEqual({
    note: 'paired',
    chat: chat.chatId,
    role: 'commander',
    name: 'Anna',
    bot: botOf(bot.token),
  })
  expect(view()).toMatchObject({
    code: null,
    chats: [{ chat: chat.chatId, name: 'Anna', role: 'commander', problem: null }],
  })
  expect(chat.keyboard().flat()).toContain('Pause')
  await eventually(() => expect(chat.commands().map(({ command }) => command)).toContain('flatten'))
})

it('gives a code to one chat only, and says nothing of it to the next', async () => {
  const { chat, bot, program, until, view } = await botBench()
  await until('live')
  expect(await program.wish({ wish: 'makeCode', role: 'spotter' })).toEqual({ is: 'done' })
  const code = view()?.code?.code ?? ''
  chat.start(code)
  await eventually(() => expect(view()?.chats).toHaveLength(1))
  const ben = privateChat(bot, aPerson(12, 'Ben'))
  ben.start(code)
  expect((await ben.waitFor(({ isFromBot }) => isFromBot)).text).toContain('not the code')
  expect(view()?.chats).toHaveLength(1)
})

it('answers a stranger once, then counts in silence, and shows who it was', async () => {
  const { chat, bot, pair, view, server } = await botBench()
  await pair(chat)
  const eve = privateChat(bot, aPerson(66, 'Eve\u202Egro\nwl'))
  for (let k = 0; k < 20; k++) eve.send(`/fire ${k}`)
  await eventually(() => expect(view()?.strangers.messages).toBe(20))
  await settled(chat)
  expect(answersIn(eve).map(({ text }) => text)).toEqual([
    expect.stringContaining('answers only chats that are paired'),
  ])
  expect(view()?.strangers.last).toMatchObject([{ name: 'Eve gro wl' }])
  expect(server.journal.all().filter(({ chatId }) => chatId === 66)).toHaveLength(1)
})

it('shuts a chat out after five wrong codes', async () => {
  const { chat, until, program, view } = await botBench()
  await until('live')
  await program.wish({ wish: 'makeCode', role: 'commander' })
  for (let k = 0; k < 8; k++) chat.start('AAAAAAAA')
  chat.start(view()?.code?.code ?? '')
  await eventually(() => expect(view()?.strangers.messages).toBe(9))
  await eventually(() => expect(answersIn(chat)).toHaveLength(5))
  await program.stop()
  expect(answersIn(chat)).toHaveLength(5)
  expect(view()?.chats).toEqual([])
})

it('lets a group look on, and never command', async () => {
  const { anna, bot, chat, pair, program, until, view, desk } = await botBench()
  await pair(chat)
  const [boss] = group(bot, 'Squad', [anna, aPerson(12, 'Ben')])
  if (!boss) throw new Error('The group has members.')
  await until('live')
  await program.wish({ wish: 'makeCode', role: 'commander' })
  boss.start(view()?.code?.code ?? '')
  expect((await boss.waitFor(({ isFromBot }) => isFromBot)).text).toContain('A group may not command')
  await pair(boss, 'spotter')
  const asked = boss.send('/flatten')
  await boss.waitFor(({ isFromBot, id }) => isFromBot && id > asked)
  expect(desk.commands).toEqual([])
  expect(boss.keyboard()).toEqual([])
})

it('unpairs at the desk’s wish: says so once, tells nothing more, obeys nothing more', async () => {
  const { chat, pair, program, view, desk } = await botBench()
  await pair(chat)
  expect(await program.wish({ wish: 'unpair', chat: chat.chatId })).toEqual({ is: 'done' })
  await chat.waitFor(({ text }) => text.includes('no longer paired'))
  expect(chat.keyboard()).toEqual([])
  await eventually(() => expect(chat.commands()).toEqual([]))
  await eventually(() => expect(view()?.chats).toEqual([]))
  const asked = chat.send('/status')
  const answer = await chat.waitFor(({ isFromBot, id }) => isFromBot && id > asked)
  expect(answer.text).toContain('answers only chats that are paired')
  expect(desk.notes.at(-1)).toEqual({
    note: 'unpaired',
    chat: chat.chatId,
    why: 'It was unpaired at the desk.',
  })
  expect(await program.wish({ wish: 'unpair', chat: chat.chatId })).toMatchObject({
    is: 'failed',
    code: 'NOT_PAIRED',
  })
})

it('unpairs the chat that asks for it, after a second press', async () => {
  const { chat, pair, view } = await botBench()
  await pair(chat)
  const asked = chat.send('/unpair')
  const question = await chat.waitFor(({ isFromBot, id }) => isFromBot && id > asked)
  expect(view()?.chats).toHaveLength(1)
  chat.press(question.id, question.buttons.flat()[0] ?? '')
  await eventually(() => expect(view()?.chats).toEqual([]))
})

it('obeys no forwarded message and no edited one, and says why once', async () => {
  const { bot, chat, pair, desk } = await botBench()
  await pair(chat)
  const ben = privateChat(bot, aPerson(12, 'Ben'))
  chat.forward(ben, ben.send('/pause'))
  chat.forward(ben, ben.send('/pause'))
  const hint = await chat.waitFor(({ text }) => text.includes('from elsewhere'))
  const own = chat.send('/help')
  chat.edit(own, '/pause')
  await settled(chat)
  expect(desk.commands).toEqual([])
  expect(answersIn(chat).filter(({ text }) => text === hint.text)).toHaveLength(1)
})

it('shows that it was blocked, and that it may write again', async () => {
  const { chat, pair, view } = await botBench()
  await pair(chat)
  chat.shutOut()
  await eventually(() => expect(view()?.chats[0]?.problem).toContain('blocked'))
  chat.letIn()
  await eventually(() => expect(view()?.chats[0]?.problem).toBeNull())
})

it('takes a chat for paired only when that is written down', async () => {
  const { chat, desk, until, program, view } = await botBench()
  await until('live')
  desk.notesDown = () => ({ is: 'refused', code: 'ENGINE_DOWN', text: 'The engine is down.' })
  await program.wish({ wish: 'makeCode', role: 'commander' })
  const { code } = view()?.code ?? { code: '' }
  chat.start(code)
  expect((await chat.waitFor(({ isFromBot }) => isFromBot)).text).toContain('The engine is down.')
  expect(view()).toMatchObject({ chats: [], code: { code } })
})

it('unpairs a group that became a supergroup, and says in the new one how to go on', async () => {
  const { anna, bot, pair, view } = await botBench()
  const [boss] = group(bot, 'Squad', [anna])
  if (!boss) throw new Error('The group has members.')
  await pair(boss, 'spotter')
  const moved = supergroup(bot, boss)
  await moved.waitFor(({ text }) => text.includes('no longer paired'))
  await eventually(() => expect(view()?.chats).toEqual([]))
  await pair(moved, 'spotter')
  expect(view()?.chats).toMatchObject([{ chat: moved.chatId, name: 'Squad' }])
})
