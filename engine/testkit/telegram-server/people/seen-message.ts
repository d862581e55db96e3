import type { MessageEntity } from 'grammy/types'
import { currentOf, type Buttons, type StoredMessage } from '../state/stored-message.ts'

/** One message as a person sees it. */
export type SeenMessage = Readonly<{
  id: number
  /** First name of whoever wrote it. */
  from: string
  isFromBot: boolean
  isSilent: boolean
  isForwarded: boolean
  repliesTo: number | null
  /** What the message is; the text of a picture or a voice is its caption. */
  is: 'text' | 'photo' | 'voice' | 'document'
  text: string
  entities: readonly MessageEntity[]
  /** Labels, row by row. */
  buttons: readonly (readonly string[])[]
  file: Buffer | null
  sentAtMs: number
  /** Every look it had, oldest first; more than one when it was edited. */
  history: readonly Readonly<{ text: string; buttons: readonly (readonly string[])[] }>[]
}>

export function asSeen(stored: StoredMessage): SeenMessage {
  const { content, buttons, atMs } = currentOf(stored)
  return {
    id: stored.id,
    from: stored.from.first_name,
    isFromBot: stored.from.is_bot,
    isSilent: stored.isSilent,
    isForwarded: stored.origin !== null,
    repliesTo: stored.repliesTo,
    is: content.is,
    text: content.text.text,
    entities: content.text.entities,
    buttons: labels(buttons),
    file: content.is === 'text' ? null : content.file.bytes,
    sentAtMs: stored.versions[0]?.atMs ?? atMs,
    history: stored.versions.map(version => ({
      text: version.content.text.text,
      buttons: labels(version.buttons),
    })),
  }
}

const labels = (buttons: Buttons) => buttons.map(row => row.map(button => button.text))
