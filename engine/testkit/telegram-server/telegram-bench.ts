import { Api, GrammyError } from 'grammy'
import { onTestFinished } from 'vitest'
import { aPerson, privateChat } from './people/people.ts'
import { TelegramServer } from './telegram-server.ts'

/** A server with one bot, grammY's client for it, and a person who has written to it once. Closed when the test is over. */
export async function telegramBench(now?: () => number) {
  const server = await TelegramServer.start(now ? { now } : {})
  onTestFinished(() => server.close())
  const bot = server.addBot('bitten_test_bot')
  const anna = aPerson(11, 'Anna')
  const chat = privateChat(bot, anna)
  chat.send('/start')
  bot.updates.drop()
  return { server, bot, anna, chat, api: new Api(bot.token, { apiRoot: server.url }) }
}

/** The refusal that a call of grammY ends with, as the bot gets to read it. */
export async function refusalOf(call: Promise<unknown>) {
  const problem = await call.then(
    () => 'accepted' as const,
    (reason: unknown) => reason,
  )
  if (problem instanceof GrammyError)
    return { code: problem.error_code, words: problem.description, parameters: problem.parameters }
  throw new Error(`This is no refusal: ${String(problem)}`)
}
