import { onTestFinished } from 'vitest'
import type { TelegramConfig } from '../contracts/telegram-port.ts'
import { EpochMs } from '../contracts/primitives.ts'
import type { ChatRole } from '../contracts/telegram-chat.ts'
import { TelegramSettings, type BotView, type TelegramState } from '../contracts/telegram.ts'
import { AlertBook } from '../domain/alerts/alert-book.ts'
import { TelegramBot } from '../telegram/bot.ts'
import type { Speaker } from '../telegram/voice/speaker.ts'
import { eventually } from './eventually.ts'
import { ScriptedDesk } from './scripted-desk.ts'
import type { PersonInChat } from './telegram-server/people/person-in-chat.ts'
import { telegramBench } from './telegram-server/telegram-bench.ts'

/** Of a ledger in which nothing has happened yet. */
export const emptyRecord = () => new AlertBook().record()

type Options = Readonly<{
  /** This computer's clock. */
  now?: () => number
  settings?: Partial<TelegramSettings>
  token?: string | null
  /** Of a second bot. */
  voiceToken?: () => string
  /** What speaks; nothing does otherwise, whatever this computer has. */
  speaker?: Speaker
  /** Before the bot is started. */
  before?: (bench: Awaited<ReturnType<typeof telegramBench>>, desk: ScriptedDesk) => void
}>

/** The whole bot against a real server over HTTP, beside a scripted desk with an empty ledger. Stopped when the test is over. */
export async function botBench({
  now = Date.now,
  settings = {},
  token,
  voiceToken,
  speaker,
  before,
}: Options = {}) {
  const bench = await telegramBench()
  const desk = new ScriptedDesk()
  desk.answers.telegramRecord = emptyRecord
  before?.(bench, desk)
  const written: string[] = []
  const views: BotView[] = []
  const config: TelegramConfig = {
    settings: { ...TelegramSettings.parse({ apiRoot: bench.server.url }), ...settings },
    tokens: { bot: token === undefined ? bench.bot.token : token, voice: voiceToken?.() ?? null },
  }
  const program = new TelegramBot({
    desk,
    config,
    now: () => EpochMs.parse(now()),
    log: {
      write: (level, text, data) => void written.push(`${level} ${text} ${JSON.stringify(data ?? {})}`),
    },
    changed: view => void views.push(view),
    pollSeconds: 1,
    findSpeaker: () => Promise.resolve(speaker ?? null),
  })
  onTestFinished(() => program.stop())
  program.start()
  const view = () => views.at(-1)
  const until = (state: TelegramState) =>
    eventually(() => {
      if (view()?.state !== state) throw new Error(`It is ${view()?.state}: ${view()?.text}`)
      return view()
    })
  /** As a person does: a code from the window, shown in the chat. */
  const pair = async (who: PersonInChat, role: ChatRole = 'commander') => {
    await until('live')
    await program.wish({ wish: 'makeCode', role })
    const shown = who.start(view()?.code?.code ?? 'there is none')
    await who.waitFor(({ isFromBot, id }) => isFromBot && id > shown)
    await eventually(() => {
      if (!view()?.chats.some(({ chat }) => chat === who.chatId)) throw new Error('The chat is not paired.')
    })
  }
  return { ...bench, desk, program, config, written, views, view, until, pair }
}
