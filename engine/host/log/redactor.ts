const HIDDEN = '[hidden]'
/** As BotFather gives them, in whatever text: https://core.telegram.org/bots/api#authorizing-your-bot */
const BOT_TOKEN = /\d{5,16}(:|%3A)[\w-]{30,80}/gi

/** What looks like a token of a bot is hidden wherever it turns up, known to us or not. */
export const withoutTokens = (text: string): string => text.replaceAll(BOT_TOKEN, HIDDEN)

/** Hides secrets in texts: those it was told of, with or without their dashes, and every token of a bot. */
export class Redactor {
  readonly #forms = new Set<string>()

  constructor(secrets: readonly string[]) {
    secrets.forEach(secret => this.add(secret))
  }

  /** Hidden from now on, and for as long as the program runs: a secret that was given up may still be in a text on its way. */
  add(secret: string): void {
    this.#forms.add(secret).add(secret.replaceAll('-', ''))
  }

  hide(text: string): string {
    let left = withoutTokens(text)
    for (const form of this.#forms) left = left.replaceAll(form, HIDDEN)
    return left
  }

  /** The same in whatever is written beside a line of the log. */
  hideInside(value: unknown): unknown {
    if (typeof value === 'string') return this.hide(value)
    if (Array.isArray(value)) return value.map(item => this.hideInside(item))
    if (value instanceof Error)
      return { name: value.name, message: this.hide(value.message), stack: this.hide(value.stack ?? '') }
    return typeof value === 'object' && value !== null ? this.hideFields(value) : value
  }

  hideFields(fields: object): Record<string, unknown> {
    return Object.fromEntries(
      Object.entries(fields).map(([key, item]) => [this.hide(key), this.hideInside(item)]),
    )
  }
}
