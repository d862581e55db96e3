import type { MessageEntity } from 'grammy/types'

/** What a chat shows: https://core.telegram.org/bots/api#messageentity. Offsets are UTF-16 code units, as in JavaScript. */
export type FormattedText = Readonly<{ text: string; entities: MessageEntity[] }>

/** Outer entities before the ones inside them. */
export function inOrder(entities: readonly MessageEntity[]): MessageEntity[] {
  return entities.toSorted((a, b) => a.offset - b.offset || b.length - a.length)
}

/** The server takes white space off both ends; entities move along and lose what hung over. */
export function trimmed({ text, entities }: FormattedText): FormattedText {
  const start = text.length - text.trimStart().length
  const kept = text.trim()
  return {
    text: kept,
    entities: entities.flatMap(entity => {
      const from = Math.max(entity.offset - start, 0)
      const to = Math.min(entity.offset + entity.length - start, kept.length)
      return to > from ? [{ ...entity, offset: from, length: to - from }] : []
    }),
  }
}

/** Byte offsets are what the server names in its complaints. */
export const byteOffset = (text: string, at: number) => Buffer.byteLength(text.slice(0, at))

/** The link as a chat opens it, or null where the server leaves the text without one. */
export function linkTo(url: string): string | null {
  const whole = /^[a-z][a-z\d+.-]*:/i.test(url) ? url : `http://${url}`
  if (!URL.canParse(whole)) return null
  const { protocol, hostname, href } = new URL(whole)
  if (protocol === 'tg:') return href
  return /^https?:$/.test(protocol) && hostname.includes('.') ? href : null
}
