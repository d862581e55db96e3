/** A paired chat at the test server, a desk that writes down what it is told and folds it, and a delivery between both. */
import { onTestFinished } from 'vitest'
import type { EngineEvent } from '../contracts/events.ts'
import { EpochMs } from '../contracts/primitives.ts'
import { TelegramSettings } from '../contracts/telegram.ts'
import type { DeliveryParts } from '../telegram/delivery/delivery.ts'
import { GrammyMessenger } from '../telegram/delivery/grammy-messenger.ts'
import { html } from '../telegram/texts/html.ts'
import { DeliveryProgram } from './delivery-program.ts'
import { NotingDesk } from './noting-desk.ts'
import { telegramBench } from './telegram-server/telegram-bench.ts'

export type BenchSettings = Readonly<{ telegram?: object; parts?: Partial<DeliveryParts> }>

export async function deliveryBench({ telegram = {}, parts = {} }: BenchSettings = {}) {
  const clock = { shiftMs: 0 }
  const now = () => EpochMs.parse(Math.round(Date.now() + clock.shiftMs))
  const bench = await telegramBench()
  const desk = new NotingDesk(now)
  const settings = TelegramSettings.parse(telegram)
  const program = () =>
    new DeliveryProgram(desk, new GrammyMessenger(bench.api), settings, {
      now,
      elapsedMs: () => performance.now() + clock.shiftMs,
      ...parts,
    })
  await desk.note({ note: 'paired', chat: bench.chat.chatId, role: 'commander', name: 'Anna' })
  let running = program()
  onTestFinished(() => running.delivery.stop())
  return {
    ...bench,
    desk,
    clock,
    chatId: bench.chat.chatId,
    get delivery() {
      return running.delivery
    },
    /** Calls of this program that have ended, however they did. */
    get calls() {
      return running.calls
    },
    /** Stored, and told to every chat. */
    tell: (...events: readonly EngineEvent[]) => running.delivery.take(desk.tell(...events)),
    /** The program dies in the middle of whatever it does, and starts again with what the ledger says. */
    restart() {
      running.kill()
      running = program()
    },
    /** What the bot has said there, oldest first, but for its greeting. */
    said: () => bench.chat.read().filter(({ isFromBot, text }) => isFromBot && text !== GREETING),
    /** The first message of a program: from then on it knows where its messages begin. */
    greet: () => running.delivery.answer(bench.chat.chatId, { html: html`${GREETING}` }),
  }
}

const GREETING = 'BITTEN is here.'
