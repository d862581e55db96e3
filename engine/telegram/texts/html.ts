/**
 * Text with Telegram's marks, in which nothing can be a mark that was not written as one here: every value is escaped, whoever
 * chose it. https://core.telegram.org/bots/api#html-style
 */
export class Html {
  readonly text: string

  /** Trusted as it stands; everybody else writes `html`. */
  constructor(text: string) {
    this.text = text
  }
}

type Value = string | number | Html | readonly Html[]

/** html`<b>${pair}</b> ${words}` */
export function html(parts: TemplateStringsArray, ...values: readonly Value[]): Html {
  return new Html(parts.map((part, at) => (at === 0 ? '' : escaped(values[at - 1] ?? '')) + part).join(''))
}

/** The same for a reader that knows no marks. */
export const withoutMarks = ({ text }: Html): string =>
  text
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')

/** Lines below one another; what is null or empty is left out. */
export function lines(...of: readonly (Html | string | null)[]): Html {
  const written = of.flatMap(line => (line === null ? [] : [escaped(line)])).filter(line => line !== '')
  return new Html(written.join('\n'))
}

function escaped(value: Value): string {
  if (value instanceof Html) return value.text
  if (typeof value === 'object') return value.map(({ text }) => text).join('')
  return visible(String(value))
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

/** Marks of direction, with which a name can turn the figures beside it around, and characters that are only for machines. */
const UNSEEN = /(?![\n\t])\p{Cc}|[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu
/** Half of a character, which Telegram refuses together with all the rest. */
const HALF = /\p{Cs}/gu

/** What a person would see of a text. */
export const visible = (text: string): string => text.replace(UNSEEN, '').replace(HALF, '\uFFFD')

/** The same on one line, of at most so many UTF-16 units, and never half a character. */
export function oneLine(text: string, most: number): string {
  const line = visible(text).replace(/\s+/gu, ' ').trim()
  if (line.length <= most) return line
  const cut = line.slice(0, most - 1)
  return `${/\p{Cs}$/u.test(cut) ? cut.slice(0, -1) : cut}…`
}
