import { InputFile, type Api } from 'grammy'
import type { ChatId } from '../../contracts/telegram-chat.ts'
import { grammySignal } from '../grammy-signal.ts'
import { problemOf } from './call-problem.ts'
import type { SendOutcome } from './messenger.ts'

export type VoiceNote = Readonly<{ ogg: Uint8Array; seconds: number }>

const PATIENCE_MS = 30_000

/** Without a sound, since its alert has rung: https://core.telegram.org/bots/api#sendvoice */
export async function sendVoice(api: Api, chat: ChatId, { ogg, seconds }: VoiceNote): Promise<SendOutcome> {
  try {
    const how = { duration: Math.round(seconds), disable_notification: true }
    const patience = grammySignal(AbortSignal.timeout(PATIENCE_MS))
    const sent = await api.sendVoice(chat, new InputFile(ogg, 'alert.ogg'), how, patience)
    return { is: 'sent', message: sent.message_id }
  } catch (reason: unknown) {
    return problemOf(reason)
  }
}
