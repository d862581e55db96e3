import type { TelegramChat } from '../../contracts/telegram-update.ts'

/** In letters as a person counts them, so that no emoji is cut in two. */
const LONGEST = 64
const LETTERS = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** What a chat is called, such as `Anna Berg (@anna)` or a group's title: whoever owns it chose it, so it is made harmless to show. */
export function chatName({ id, title, first_name, last_name, username }: TelegramChat): string {
  const person = [first_name, last_name].map(plain).filter(name => name !== '')
  const words = [plain(title) || person.join(' '), username === undefined ? '' : `(@${plain(username)})`]
  return cut(words.filter(word => word !== '').join(' ')) || `chat ${id}`
}

/**
 * Control and format characters go (the latter turn text round or are not seen: Unicode 16, general categories Cc and Cf), but for the
 * joiner inside emoji; and so do lines, and marks piled up on one letter.
 */
function plain(text = ''): string {
  return text
    .normalize('NFC')
    .replace(/(?!\u200d)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}]/gu, ' ')
    .replace(/(\p{M}{3})\p{M}+/gu, '$1')
    .replace(/\s+/g, ' ')
    .trim()
}

function cut(text: string): string {
  const letters = Array.from(LETTERS.segment(text), ({ segment }) => segment)
  return letters.length <= LONGEST ? text : `${letters.slice(0, LONGEST - 1).join('')}…`
}
