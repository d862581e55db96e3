import { expect, it } from 'vitest'
import { aPerson, group, privateChat } from './people/people.ts'
import { refusalOf, telegramBench } from './telegram-bench.ts'

const list = (...names: string[]) => names.map(command => ({ command, description: `What ${command} does` }))
const names = (commands: readonly { command: string }[]) => commands.map(({ command }) => command)

it('shows a person the narrowest list of commands that was set for them', async () => {
  const { api, anna, bot, chat } = await telegramBench()
  const ben = aPerson(12, 'Ben')
  const other = privateChat(bot, ben)
  other.send('/start')
  const [boss, member] = group(bot, 'Squad', [anna, ben])
  await api.setMyCommands(list('start'))
  expect([chat, other, boss, member].map(each => names(each?.commands() ?? []))).toEqual(
    Array(4).fill(['start']),
  )
  await api.setMyCommands(list('status', 'fire'), { scope: { type: 'chat', chat_id: chat.chatId } })
  await api.setMyCommands(list('help'), { scope: { type: 'all_group_chats' } })
  await api.setMyCommands(list('stop'), { scope: { type: 'all_chat_administrators' } })
  expect([chat, other, boss, member].map(each => names(each?.commands() ?? []))).toEqual([
    ['status', 'fire'],
    ['start'],
    ['stop'],
    ['help'],
  ])
  await api.deleteMyCommands({ scope: { type: 'chat', chat_id: chat.chatId } })
  expect(names(chat.commands())).toEqual(['start'])
})

it('gives back the list of exactly one scope and language', async () => {
  const { api, chat } = await telegramBench()
  await api.setMyCommands(list('hilfe'), { language_code: 'de' })
  expect(await api.getMyCommands({ language_code: 'de' })).toEqual(list('hilfe'))
  expect(await api.getMyCommands()).toEqual([])
  expect(await api.getMyCommands({ scope: { type: 'chat', chat_id: chat.chatId } })).toEqual([])
})

it('refuses commands that Telegram would not show', async () => {
  const { api } = await telegramBench()
  const set = (command: string, description = 'x') => refusalOf(api.setMyCommands([{ command, description }]))
  expect(await set('Fire')).toMatchObject({ code: 400, words: 'Bad Request: BOT_COMMAND_INVALID' })
  expect(await set('x'.repeat(33))).toMatchObject({ words: 'Bad Request: command length must not exceed 32' })
  expect(await set('x', '')).toMatchObject({ words: 'Bad Request: command description must be non-empty' })
  expect(
    await refusalOf(api.setMyCommands(Array(101).fill({ command: 'x', description: 'x' }))),
  ).toMatchObject({
    words: 'Bad Request: BOT_COMMANDS_TOO_MUCH',
  })
  const unknown = api.setMyCommands(list('x'), { scope: { type: 'chat', chat_id: 404 } })
  expect(await refusalOf(unknown)).toMatchObject({ words: 'Bad Request: chat not found' })
})

it('sets the button beside the text field, for one chat or for all', async () => {
  const { api, chat } = await telegramBench()
  expect(chat.menuButton()).toEqual({ type: 'commands' })
  const menu_button = { type: 'web_app', text: 'Desk', web_app: { url: 'https://example.com' } } as const
  await api.setChatMenuButton({ chat_id: chat.chatId, menu_button })
  expect(chat.menuButton()).toEqual(menu_button)
  expect(await api.getChatMenuButton({ chat_id: chat.chatId })).toEqual(menu_button)
  await api.setChatMenuButton({ chat_id: chat.chatId, menu_button: { type: 'default' } })
  expect(chat.menuButton()).toEqual({ type: 'commands' })
})

it('keeps the keyboard below the text field until the bot takes it away', async () => {
  const { api, chat } = await telegramBench()
  await api.sendMessage(chat.chatId, 'menu', {
    reply_markup: { keyboard: [['/status', { text: '/stop' }], ['/help']], is_persistent: true },
  })
  await api.sendMessage(chat.chatId, 'says nothing of it')
  expect(chat.keyboard()).toEqual([['/status', '/stop'], ['/help']])
  await api.sendMessage(chat.chatId, 'away', { reply_markup: { remove_keyboard: true } })
  expect(chat.keyboard()).toEqual([])
})
