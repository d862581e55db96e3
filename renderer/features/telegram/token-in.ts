/** https://core.telegram.org/bots/api#authorizing-your-bot */
const TOKEN = /(?<![\w:-])\d{5,16}:[\w-]{30,80}(?![\w:-])/g

/** The token in what was pasted, which may be all of BotFather's message; null: there is none, or more than one. */
export function tokenIn(text: string): string | null {
  const found = new Set(text.match(TOKEN))
  const [token] = found
  return found.size === 1 && token !== undefined ? token : null
}
