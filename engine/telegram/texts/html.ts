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

/** Lines below one another; what is null or empty is left out. */
export function lines(...of: readonly (Html | string | null)[]): Html {
  const written = of.flatMap(line => (line === null ? [] : [escaped(line)])).filter(line => line !== '')
  return new Html(written.join('\n'))
}

function escaped(value: Value): string {
  if (value instanceof Html) return value.text
  if (typeof value === 'object') return value.map(({ text }) => text).join('')
  return String(value).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
