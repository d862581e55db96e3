import { unreachable } from '../contracts/primitives.ts'
import type { TelegramWish } from '../contracts/telegram.ts'
import type { CallFailed, Done } from '../contracts/window-bridge.ts'
import type { Connection } from './connection/connection.ts'
import type { Delivery } from './delivery/delivery.ts'
import type { DeskLine } from './desk-line.ts'
import type { OneTimeCode } from './pairing/one-time-code.ts'
import { greeting } from './pairing/reception.ts'
import type { Roster } from './pairing/roster.ts'

export type WishParts = Readonly<{
  desk: Pick<DeskLine, 'note'>
  connection: Pick<Connection, 'takeOver' | 'link' | 'me'>
  delivery: Pick<Delivery, 'answer'>
  code: OneTimeCode
  roster: Roster
  /** Whether Telegram knows a token that is to be kept. */
  tryToken(token: string, voice: boolean): Promise<Done>
}>

const DONE: Done = { is: 'done' }
const failed = (code: string, text: string): CallFailed => ({ is: 'failed', code, text })

/** What a window or a command line asks of the bot. */
export async function carryOut(parts: WishParts, wish: TelegramWish): Promise<Done> {
  const { desk, connection, code, roster } = parts
  switch (wish.wish) {
    case 'keepToken':
      return parts.tryToken(wish.token, wish.voice)
    case 'forgetToken':
      return failed('NOT_HERE', 'Tokens are kept by the desk, not by the bot.')
    case 'makeCode':
      if (connection.me === null)
        return failed('NOT_CONNECTED', 'First the bot must be connected: nobody could show it a code.')
      code.make(wish.role)
      return DONE
    case 'dropCode':
      code.drop()
      return DONE
    case 'unpair': {
      if (!roster.get(wish.chat)) return failed('NOT_PAIRED', 'This chat is not paired.')
      const answer = await desk.note({
        note: 'unpaired',
        chat: wish.chat,
        why: 'It was unpaired at the desk.',
      })
      return answer.is === 'done'
        ? DONE
        : failed('NOT_WRITTEN', 'text' in answer ? answer.text : 'It was refused.')
    }
    case 'takeOver':
      return connection.takeOver()
    case 'sayHello':
      return sayHello(parts)
    default:
      return unreachable(wish)
  }
}

/** Whether it arrived stands in the view of each chat. */
function sayHello({ delivery, roster }: WishParts): Done {
  if (roster.all().length === 0) return failed('NOBODY_PAIRED', 'No chat is paired yet.')
  for (const chat of roster.all()) void delivery.answer(chat.chat, greeting(chat))
  return DONE
}
