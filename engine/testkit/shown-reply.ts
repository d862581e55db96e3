/** A reply of the bot as a chat shows it, read by the server's own parser. */
import type { Reply } from '../telegram/reply.ts'
import { readText } from './telegram-server/markup/read-text.ts'

/** Refuses what the server would refuse. */
export const shownText = ({ html }: Reply): string => readText(html.text, 'HTML', []).text

/** What is said when its buttons are pressed, in their order. */
export const saidByButtons = ({ buttons = [] }: Reply): string[] =>
  buttons.flat().flatMap(button => ('says' in button ? [button.says] : []))

/** Its lines of fixed width. */
export function tableLines({ html }: Reply): string[] {
  const { text, entities } = readText(html.text, 'HTML', [])
  return entities
    .filter(({ type }) => type === 'pre')
    .flatMap(({ offset, length }) => text.slice(offset, offset + length).split('\n'))
}
