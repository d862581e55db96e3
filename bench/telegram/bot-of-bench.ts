import { EpochMs } from '../../engine/contracts/primitives.ts'
import { TelegramSettings, type BotView } from '../../engine/contracts/telegram.ts'
import { AlertBook } from '../../engine/domain/alerts/alert-book.ts'
import { TelegramBot } from '../../engine/telegram/bot.ts'
import { ScriptedDesk } from '../../engine/testkit/scripted-desk.ts'
import { aPerson, privateChat } from '../../engine/testkit/telegram-server/people/people.ts'
import { TelegramServer } from '../../engine/testkit/telegram-server/telegram-server.ts'

/** The whole bot over real HTTP, with chats that are paired, beside a desk whose answers are written down. */
export async function botOfBench(size: number) {
  const now = () => EpochMs.parse(Date.now())
  const server = await TelegramServer.start({ now })
  const bot = server.addBot('bitten_bench_bot')
  const chats = Array.from({ length: size }, (_, k) => privateChat(bot, aPerson(301 + k, `Person ${k}`)))
  for (const chat of chats) chat.send('/start')
  bot.updates.drop()
  const desk = new ScriptedDesk()
  const book = new AlertBook()
  const role = 'commander'
  for (const [k, { chatId: chat, person }] of chats.entries()) {
    const event = { kind: 'chatPaired', atMs: now(), chat, role, name: person.first_name } as const
    book.take({ seq: k + 1, wallMs: now(), event, hash: '' })
  }
  desk.answers.telegramRecord = () => structuredClone(book.record())
  const view: { now: BotView | null } = { now: null }
  const program = new TelegramBot({
    desk,
    config: {
      settings: TelegramSettings.parse({ apiRoot: server.url }),
      tokens: { bot: bot.token, voice: null },
    },
    now,
    log: { write: () => undefined },
    changed: shown => (view.now = shown),
  })
  program.start()
  const until = async (isSo: () => boolean) => {
    while (!isSo()) await new Promise(resolve => setTimeout(resolve, 2))
  }
  await until(() => view.now?.state === 'live' && bot.updates.isPolled)
  const stop = async () => {
    await program.stop()
    await server.close()
  }
  return { server, bot, chats, until, stop }
}
