import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Api } from 'grammy'
import { openLedger } from '../../engine/adapters/ledger/index.ts'
import { EpochMs } from '../../engine/contracts/primitives.ts'
import { TelegramSettings } from '../../engine/contracts/telegram.ts'
import { GrammyMessenger } from '../../engine/telegram/delivery/grammy-messenger.ts'
import { rateLimited } from '../../engine/telegram/delivery/rate-limited.ts'
import { DeliveryProgram } from '../../engine/testkit/delivery-program.ts'
import { aBriefing, NotingDesk } from '../../engine/testkit/noting-desk.ts'
import { aPerson, privateChat } from '../../engine/testkit/telegram-server/people/people.ts'
import { TelegramServer } from '../../engine/testkit/telegram-server/telegram-server.ts'
import { sqliteBinding, temporaryFolder } from '../lib/built-app.ts'
import { quantile, type Figure } from '../lib/figures.ts'

/**
 * All chats of a bot together may have thirty calls a second. Each alert is two here, once the book forgets a mission for each new
 * one: what could be pressed below the old message is taken away.
 */
const BETWEEN_MS = 80

/** From an event that is told to the sendMessage that tells of it, one at a time; a bare one after each, as the floor. */
export async function alertTimes(alerts: number): Promise<Figure[]> {
  const server = await TelegramServer.start({ now: () => performance.now() })
  const bot = server.addBot('bitten_calm_bot')
  const [told, bare] = [privateChat(bot, aPerson(201, 'Told')), privateChat(bot, aPerson(202, 'Bare'))]
  for (const chat of [told, bare]) chat.start('calm')
  const ledger = openLedger({ file: path.join(temporaryFolder(), 'ledger.db'), binding: sqliteBinding() })
  const desk = new NotingDesk(Date.now, ledger)
  await desk.note({ note: 'paired', chat: told.chatId, role: 'commander', name: 'Told' })
  const api = () => new Api(bot.token, { apiRoot: server.url })
  const messenger = new GrammyMessenger(rateLimited(api()))
  const now = () => EpochMs.parse(Date.now())
  const { delivery } = new DeliveryProgram(desk, messenger, TelegramSettings.parse({}), { now })
  const floor = api()
  const times: { alerts: number[]; floor: number[] } = { alerts: [], floor: [] }
  for (let number = 1; number <= alerts; number++) {
    const events = desk.tell(aBriefing(number))
    const toldMs = performance.now()
    delivery.take(events)
    times.alerts.push(
      (await told.waitFor(({ text }) => text.includes(events.at(-1)?.key ?? ''))).sentAtMs - toldMs,
    )
    const bareMs = performance.now()
    await floor.sendMessage(bare.chatId, `bare ${number}`)
    times.floor.push((bare.read().at(-1)?.sentAtMs ?? Number.NaN) - bareMs)
    told.clear()
    bare.clear()
    await pause(BETWEEN_MS)
  }
  await delivery.stop()
  await server.close()
  ledger.close()
  const ms = (name: string, value: number): Figure => ({ name, value, unit: 'ms' })
  return [
    ms('event to sendMessage, p50', quantile(times.alerts, 0.5)),
    { ...ms('event to sendMessage, p99', quantile(times.alerts, 0.99)), bound: { atMost: 50 } },
    ms('bare sendMessage of grammY (floor), p50', quantile(times.floor, 0.5)),
    ms('bare sendMessage of grammY (floor), p99', quantile(times.floor, 0.99)),
  ]
}
